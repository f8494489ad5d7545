package iam.war.storage;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Provider;
import iam.api.entity.Resource;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import iam.war.data.Times;
import iam.war.operation.Call;
import iam.war.operation.Multipart;
import iam.war.operation.Refused;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.net.URLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** upload-resource: keeps a file and writes its row (contract: entities.md section 13). Members upload for themselves, administrators for all of their organization. */
@Component
final class Upload {
    private static final EntityType<Resource> RESOURCE = EntityType.of(Resource.class);
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final EntityType<Application> APPLICATION = EntityType.of(Application.class);
    /** Files that there is one of: a new one takes the place of the old. */
    private static final Set<String> REPLACED = Set.of("avatar", "termsOfUse", "idCardFront", "idCardBack", "idCardWithPerson");
    private static final int MOST_COPIES = 1000;

    private final EntityStore store;
    private final Directory directory;
    private final Files files;
    private final Issuer issuer;

    @Inject
    Upload(EntityStore store, Directory directory, Files files, Issuer issuer) {
        this.store = store;
        this.directory = directory;
        this.files = files;
        this.issuer = issuer;
    }

    Envelope upload(Call call) {
        Request request = call.request();
        Multipart.File file = request.body().file("file").orElseThrow(() -> new ApiException(Message.MISSING_PARAMETER_NAMED, "file"));
        Resource row = row(call, file);
        Application application = application(call, row);
        Provider provider = request.query("provider").isEmpty() ? files.of(application)
                : files.named(row.owner, request.query("provider")).orElseThrow(() -> new ApiException(Message.PROVIDER_NOT_FOUND, request.query("provider")));
        row.provider = provider.name;
        name(row, request.query("fullFilePath"));
        String base = provider.domain.isEmpty() ? issuer.of(request.base()) : provider.domain.replaceFirst("/+$", "");
        row.url = base + "/api/get-file?owner=" + encoded(row.owner) + "&name=" + encoded(row.name);
        files.put(provider, row.owner, row.name, file.content());
        store.inTransaction(() -> {
            if (!store.insert(row)) {
                store.update(RESOURCE, RESOURCE.keyOf(row), row, RESOURCE.storedNames().stream().filter(field -> !RESOURCE.field(field).key()).toList());
            }
            link(call.caller(), row, application);
            return null;
        });
        return Envelope.ok(row.url, row.name);
    }

    private static Resource row(Call call, Multipart.File file) {
        Request request = call.request();
        Resource row = new Resource();
        row.owner = request.query("owner");
        row.user = request.query("user");
        if (!call.caller().administers(row.owner)) {
            row.owner = call.caller().organization();
            row.user = call.caller().user() ? call.caller().name() : "";
        }
        if (row.user.isEmpty() || request.query("fullFilePath").isEmpty()) {
            throw new ApiException(Message.UPLOAD_TARGET_EMPTY, row.user, request.query("fullFilePath"));
        }
        row.tag = request.query("tag");
        row.parent = request.query("parent");
        row.description = request.query("description");
        row.createdTime = request.query("createdTime").isEmpty() ? Times.now() : request.query("createdTime");
        row.fileName = file.name().substring(Math.max(file.name().lastIndexOf('/'), file.name().lastIndexOf('\\')) + 1);
        int dot = row.fileName.lastIndexOf('.');
        row.fileFormat = dot < 0 ? "" : row.fileName.substring(dot);
        String type = URLConnection.guessContentTypeFromName(row.fileName);
        row.fileType = type == null ? "unknown" : type.substring(0, type.indexOf('/'));
        row.fileSize = file.content().length;
        return row;
    }

    private Application application(Call call, Resource row) {
        String name = call.request().query("application");
        String chosen = name.isEmpty() ? directory.user(row.owner, row.user).map(user -> user.signupApplication).orElse("") : name;
        row.application = chosen;
        Application application = directory.application(chosen).orElseThrow(() -> new ApiException(Message.APPLICATION_UNKNOWN, chosen));
        if (!application.organization.equals(row.owner) && !application.isShared && !call.caller().administers(application.organization)) {
            throw Refused.unauthorized();
        }
        return application;
    }

    /** Takes the path when it is free, or holds the same user's file of a kind that there is one of; else the path with a number. */
    private void name(Resource row, String fullFilePath) {
        String path = Files.path(fullFilePath);
        int slash = path.lastIndexOf('/');
        int dot = path.lastIndexOf('.') > slash ? path.lastIndexOf('.') : path.length();
        row.name = path;
        for (int copy = 1; copy <= MOST_COPIES && taken(row); copy++) {
            row.name = path.substring(0, dot) + "-" + copy + path.substring(dot);
        }
        if (row.name.length() > RESOURCE.field("name").length() || taken(row)) {
            throw new ApiException(Message.FILE_PATH_REFUSED, fullFilePath);
        }
    }

    private boolean taken(Resource row) {
        return directory.find(RESOURCE, row.owner, row.name).filter(known -> !REPLACED.contains(row.tag) || !known.user.equals(row.user)).isPresent();
    }

    /** Some files belong to a field of their user or application. */
    private void link(Caller caller, Resource row, Application application) {
        switch (row.tag) {
            case "avatar" -> directory.user(row.owner, row.user).ifPresent(user -> {
                user.avatar = row.url;
                store.update(USER, USER.keyOf(user), user, List.of("avatar"));
            });
            case "termsOfUse" -> {
                if (caller.administers(application.organization)) {
                    application.termsOfUse = row.url;
                    store.update(APPLICATION, APPLICATION.keyOf(application), application, List.of("termsOfUse"));
                }
            }
            case "idCardFront", "idCardBack", "idCardWithPerson" -> directory.user(row.owner, row.user).ifPresent(user -> {
                Map<String, String> properties = user.properties == null ? new HashMap<>() : new HashMap<>(user.properties);
                properties.put(row.tag, row.url);
                user.properties = properties;
                store.update(USER, USER.keyOf(user), user, List.of("properties"));
            });
            default -> { }
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
