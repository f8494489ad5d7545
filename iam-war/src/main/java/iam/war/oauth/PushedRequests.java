package iam.war.oauth;

import iam.api.EntityKey;
import iam.api.entity.Application;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.crypto.Randoms;
import iam.war.data.PushedRequest;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pushed authorization requests (RFC 9126): the client authenticates and leaves its request here before it sends the browser. */
@Component
public final class PushedRequests implements Operations {
    private static final String PREFIX = "urn:ietf:params:oauth:request_uri:";
    private static final int SECONDS = 90;
    private static final List<String> PARAMETERS = List.of("client_id", "response_type", "redirect_uri", "scope", "state", "nonce", "code_challenge", "code_challenge_method", "resource",
            "prompt", "max_age", "login_hint", "ui_locales");

    private final EntityStore store;
    private final Clients clients;

    @Inject
    PushedRequests(EntityStore store, Clients clients) {
        this.store = store;
        this.clients = clients;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("POST", "/api/login/oauth/par", "Takes an authorization request from a client (RFC 9126)").access(Access.CLIENT)
                .form(PARAMETERS.toArray(String[]::new)).run(OAuthEndpoint.of(this::push)));
    }

    private Reply push(Call call) {
        OAuthParameters parameters = new OAuthParameters(call.request());
        Application application = clients.identify(call.request(), parameters).required().application();
        if (!parameters.get("request_uri").isEmpty()) {
            throw OAuthError.of("invalid_request");
        }
        PushedRequest row = new PushedRequest();
        row.id = Randoms.base64Url(32);
        row.clientId = application.clientId;
        row.expiresAt = System.currentTimeMillis() + SECONDS * 1000L;
        row.parameters = new LinkedHashMap<>();
        PARAMETERS.stream().filter(name -> !parameters.get(name).isEmpty()).forEach(name -> row.parameters.put(name, parameters.get(name)));
        row.parameters.put("client_id", application.clientId);
        store.insert(row);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("request_uri", PREFIX + row.id);
        answer.put("expires_in", SECONDS);
        return Reply.json(201, answer).noStore();
    }

    /** The parameters of a pushed request of a client, while it lasts. */
    public Optional<Map<String, String>> find(String requestUri, String clientId) {
        if (!requestUri.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return store.find(PushedRequest.TYPE, EntityKey.of(requestUri.substring(PREFIX.length())))
                .filter(row -> row.clientId.equals(clientId) && row.expiresAt > System.currentTimeMillis()).map(row -> row.parameters);
    }
}
