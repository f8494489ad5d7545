package iam.war.oauth;

import iam.api.Message;
import iam.api.entity.Application;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.data.Directory;
import iam.war.operation.Parameters;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Authenticates OAuth clients: by secret in the body, the query or HTTP Basic, or by an assertion (RFC 6749 section 2.3, RFC 7523). */
@Component
final class Clients {
    static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final Directory directory;
    private final Assertions assertions;

    @Inject
    Clients(Directory directory, Assertions assertions) {
        this.directory = directory;
        this.assertions = assertions;
    }

    /**
     * The client of a request.
     *
     * @param application the application
     * @param authenticated whether it has proved who it is
     * @param refused whether it has tried to, with a wrong secret
     */
    record Client(Application application, boolean authenticated, boolean refused) {
        /** The client, which must not have sent a wrong secret. */
        Client checked() {
            if (refused) {
                throw OAuthError.invalidClient(Message.OAUTH_CLIENT_SECRET_INVALID);
            }
            return this;
        }

        /** The client, which must have proved who it is. */
        Client required() {
            if (!authenticated) {
                throw OAuthError.invalidClient(Message.OAUTH_CLIENT_SECRET_INVALID);
            }
            return this;
        }
    }

    private record Credentials(String id, String secret) {
    }

    /**
     * Finds the client of a request; a secret that is sent must be right.
     *
     * @throws OAuthError invalid_client when there is none, or its secret or assertion is wrong
     */
    Client identify(Request request, OAuthParameters parameters) {
        return named(request, parameters).checked();
    }

    /**
     * Finds the client of a request whose secret is judged later.
     *
     * @throws OAuthError invalid_client when there is none, or its assertion is wrong
     */
    Client named(Request request, OAuthParameters parameters) {
        if (parameters.get("client_assertion_type").equals(ASSERTION_TYPE)) {
            Application application = assertions.client(parameters.get("client_assertion"), request);
            if (!parameters.get("client_id").isEmpty() && !parameters.get("client_id").equals(application.clientId)) {
                throw OAuthError.invalidClient(Message.CLIENT_ASSERTION_INVALID);
            }
            return new Client(application, true, false);
        }
        List<Credentials> candidates = candidates(request, parameters);
        for (Credentials candidate : candidates) {
            Optional<Application> application = directory.applicationByClientId(candidate.id());
            if (application.isPresent() && (candidate.secret().isEmpty() || matches(application.get(), candidate.secret()))) {
                return new Client(application.get(), !candidate.secret().isEmpty(), false);
            }
        }
        return candidates.stream().flatMap(candidate -> directory.applicationByClientId(candidate.id()).stream()).findFirst()
                .map(application -> new Client(application, false, true)).orElseThrow(() -> OAuthError.invalidClient(Message.OAUTH_CLIENT_ID_INVALID));
    }

    private static boolean matches(Application application, String secret) {
        return !application.clientSecret.isEmpty() && Digests.same(application.clientSecret, secret);
    }

    private static List<Credentials> candidates(Request request, OAuthParameters parameters) {
        String header = request.header("Authorization").orElse("");
        String id = parameters.get("client_id");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return List.of(new Credentials(id, parameters.get("client_secret")));
        }
        List<Credentials> candidates = new ArrayList<>();
        for (Credentials basic : basic(header.substring(6).trim())) {
            if (id.isEmpty() || id.equals(basic.id())) {
                candidates.add(basic);
            }
        }
        return candidates;
    }

    /** The values are form-encoded by the standard, and raw in many clients. */
    private static List<Credentials> basic(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return pair.length < 2 ? List.of()
                    : List.of(new Credentials(Parameters.decode(pair[0]), Parameters.decode(pair[1])), new Credentials(pair[0], pair[1]));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
