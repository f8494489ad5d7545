package iam.war.storage;

import iam.api.EntityType;
import iam.api.entity.Resource;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Refused;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.net.URLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Uploads files and hands them out. A file is never shown as a page of this server, whatever its name says. */
@Component
final class FileOperations implements Operations {
    private static final EntityType<Resource> RESOURCE = EntityType.of(Resource.class);
    private static final List<String> SHOWN = List.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Directory directory;
    private final Files files;
    private final Upload upload;

    @Inject
    FileOperations(Directory directory, Files files, Upload upload) {
        this.directory = directory;
        this.files = files;
        this.upload = upload;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("POST", "/api/upload-resource", "Uploads a file").access(Access.SIGNED_IN).required("application", "fullFilePath")
                        .query("owner", "user", "tag", "parent", "createdTime", "description", "provider").file("file").run(upload::upload),
                Operation.of("GET", "/api/get-file", "Reads an uploaded file").access(Access.ANYONE).required("owner", "name").answers(Operation.Answer.PAGE).run(this::read));
    }

    private Object read(Call call) {
        Optional<Resource> row = directory.find(RESOURCE, call.request().query("owner"), call.request().query("name"));
        boolean personal = row.isPresent() && row.get().tag.startsWith("idCard");
        if (personal && !call.caller().is(row.get().owner, row.get().user) && !call.caller().administers(row.get().owner)) {
            throw Refused.unauthorized();
        }
        return row.flatMap(found -> files.named(found.owner, found.provider).flatMap(provider -> files.read(provider, found.owner, found.name)).map(content -> answer(found, content)))
                .orElseGet(() -> Reply.empty(404));
    }

    private static Reply answer(Resource row, byte[] content) {
        String guessed = URLConnection.guessContentTypeFromName(row.fileName);
        boolean shown = guessed != null && SHOWN.contains(guessed);
        Map<String, String> headers = Map.of("Content-Disposition", shown ? "inline" : "attachment", "X-Content-Type-Options", "nosniff", "Content-Security-Policy", "sandbox; default-src 'none'");
        return new Reply(200, headers, shown ? guessed : "application/octet-stream", content);
    }
}
