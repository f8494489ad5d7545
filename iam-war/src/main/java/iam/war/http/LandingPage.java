package iam.war.http;

import iam.war.Component;
import iam.war.operation.Exchange;
import iam.war.operation.OperationTable;
import iam.war.operation.Reply;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What anybody sees who opens an address outside of the API in a browser (contract: auth.md section 0 step 4). A plain page without scripts. */
@Component
final class LandingPage {
    private static final List<String> API = List.of("/api/", "/.well-known/", "/cas/", "/scim/");
    private static final byte[] PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Identity server</title></head>
            <body>
            <main>
            <h1>Identity server</h1>
            <p>This server signs people in to applications. To sign in, open the application that you want to use; it brings you to its sign-in page.</p>
            <p>For developers: the operations are below <code>/api/</code>, described under <code>/swagger</code>;
            OpenID Connect clients read <code>/.well-known/openid-configuration</code>.</p>
            </main>
            </body>
            </html>
            """.getBytes(StandardCharsets.UTF_8);

    private final OperationTable operations;

    @Inject
    LandingPage(OperationTable operations) {
        this.operations = operations;
    }

    /** Whether a request is for no part of the API. */
    boolean serves(Request request) {
        String path = request.path();
        boolean api = API.stream().anyMatch(path::startsWith) || path.equals("/cas") || path.equals("/scim");
        return !api && operations.find(request.method(), path).isEmpty();
    }

    void answer(Exchange exchange) {
        exchange.reply(new Reply(200, Map.of("Cache-Control", "no-cache"), "text/html; charset=utf-8", PAGE));
    }
}
