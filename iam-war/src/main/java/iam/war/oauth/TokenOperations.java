package iam.war.oauth;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.war.Component;
import iam.war.authn.UsedIds;
import iam.war.data.Issuer;
import iam.war.jose.DpopProof;
import iam.war.oauth.Clients.Client;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import iam.war.operation.Request;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The token endpoint and its second address (contract: oauth.md section 2). */
@Component
final class TokenOperations implements Operations {
    private static final String TOKEN_ENDPOINT = "/api/login/oauth/access_token";

    private final Map<String, Grant> grants = new HashMap<>();
    private final Clients clients;
    private final Issuer issuer;
    private final UsedIds usedIds;

    @Inject
    TokenOperations(@Any Instance<Grant> grants, Clients clients, Issuer issuer, UsedIds usedIds) {
        grants.forEach(grant -> grant.types().forEach(type -> this.grants.put(type, grant)));
        this.clients = clients;
        this.issuer = issuer;
        this.usedIds = usedIds;
    }

    @Override
    public List<Operation> operations() {
        String[] parameters = {"grant_type", "client_id", "client_secret", "code", "redirect_uri", "code_verifier", "refresh_token", "scope", "username", "password", "resource", "nonce",
            "device_code", "assertion", "client_assertion", "client_assertion_type", "subject_token", "subject_token_type", "audience"};
        return List.of(
                Operation.of("POST", TOKEN_ENDPOINT, "Issues tokens (RFC 6749 section 3.2)").access(Access.CLIENT).anywhere(parameters).run(OAuthEndpoint.of(this::token)),
                Operation.of("POST", "/api/login/oauth/refresh_token", "Exchanges a refresh token").access(Access.CLIENT).anywhere(parameters).run(OAuthEndpoint.of(this::refresh)));
    }

    private Reply token(Call call) {
        OAuthParameters parameters = new OAuthParameters(call.request());
        Client client = clients.named(call.request(), parameters);
        Grant grant = grant(client.application(), parameters.get("grant_type"));
        return answer(grant, grant.checksClient() ? client : client.checked(), parameters, call);
    }

    private Reply refresh(Call call) {
        OAuthParameters parameters = new OAuthParameters(call.request());
        boolean nobody = parameters.get("client_id").isEmpty() && call.request().header("Authorization").isEmpty() && parameters.get("client_assertion").isEmpty();
        if (nobody) {
            throw OAuthError.of("invalid_request");
        }
        Client client;
        try {
            client = clients.identify(call.request(), parameters);
        } catch (OAuthError e) {
            throw OAuthError.invalidClient(Message.CLIENT_INVALID);
        }
        if (!parameters.get("grant_type").isEmpty() && !parameters.get("grant_type").equals("refresh_token")) {
            throw OAuthError.of("unsupported_grant_type", Message.REFRESH_GRANT_EXPECTED);
        }
        return answer(grant(client.application(), "refresh_token"), client, parameters, call);
    }

    private Grant grant(Application application, String type) {
        if (type.isEmpty()) {
            throw OAuthError.invalidRequest(Message.GRANT_TYPE_EMPTY);
        }
        Grant grant = grants.get(type);
        if (grant == null) {
            throw OAuthError.of("unsupported_grant_type", Message.GRANT_TYPE_UNSUPPORTED, type.length() > 100 ? "" : type);
        }
        boolean enabled = grant.always() || application.grantTypes != null && application.grantTypes.contains(type);
        if (!enabled) {
            throw OAuthError.of("unauthorized_client", Message.GRANT_TYPE_UNSUPPORTED, type);
        }
        return grant;
    }

    private Reply answer(Grant grant, Client client, OAuthParameters parameters, Call call) {
        String address = issuer.of(call.request().base());
        Grant.Ask ask = new Grant.Ask(client, parameters, call.request(), address, thumbprint(call.request(), address));
        return Reply.json(grant.grant(ask)).noStore();
    }

    /** The key of a DPoP proof that came with the request (RFC 9449 section 5). */
    private String thumbprint(Request request, String address) {
        String header = request.header("DPoP").orElse("");
        if (header.isEmpty()) {
            return "";
        }
        try {
            DpopProof proof = DpopProof.parse(header, request.method(), address + TOKEN_ENDPOINT);
            usedIds.require("dpop", proof.thumbprint() + proof.id(), DpopProof.WINDOW);
            return proof.thumbprint();
        } catch (DpopProof.Invalid | UsedIds.Replayed e) {
            throw OAuthError.of("invalid_dpop_proof", e.getMessage());
        }
    }
}
