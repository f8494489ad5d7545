package iam.war.openapi;

import iam.war.Component;
import iam.war.data.Issuer;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operation.Answer;
import iam.war.operation.OperationTable;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The description of the API, and a page to try it with. */
@Component
final class OpenApiOperations implements Operations {
    private static final String VERSION = "1.0.0";
    private static final Map<String, String> FILES = Map.of("swagger-ui.css", "text/css; charset=utf-8", "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
            "start.js", "text/javascript; charset=utf-8");
    /** The page's own library sets styles by script, and draws its icons from data addresses. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final Provider<OperationTable> table;
    private final Issuer issuer;

    @Inject
    OpenApiOperations(Provider<OperationTable> table, Issuer issuer) {
        this.table = table;
        this.issuer = issuer;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/swagger/swagger.json", "The description of the API (OpenAPI 3.1)").access(Access.ANYONE).answers(Answer.DOCUMENT).run(this::document),
                Operation.of("GET", "/openapi.json", "The description of the API (OpenAPI 3.1)").access(Access.ANYONE).answers(Answer.DOCUMENT).run(this::document),
                Operation.of("GET", "/swagger", "A page to try the API").access(Access.ANYONE).answers(Answer.PAGE).run(call -> file("index.html", "text/html; charset=utf-8")),
                Operation.of("GET", "/swagger/:file", "A file of that page").access(Access.ANYONE).answers(Answer.PAGE).run(this::part));
    }

    private Reply document(Call call) {
        return Reply.json(OpenApiDocument.of(table.get().all(), issuer.of(call.request().base()), VERSION));
    }

    private Reply part(Call call) {
        String name = call.request().path().substring("/swagger/".length());
        return FILES.containsKey(name) ? file(name, FILES.get(name)) : Reply.empty(404);
    }

    private static Reply file(String name, String type) {
        try (InputStream in = OpenApiOperations.class.getResourceAsStream("ui/" + name)) {
            return in == null ? Reply.empty(404) : new Reply(200, Map.of("Content-Security-Policy", POLICY, "Cache-Control", "max-age=3600"), type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
