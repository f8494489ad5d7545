package iam.war.oauth;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.in;
import static iam.spi.store.Condition.notEqual;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Cert;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.data.Summary;
import iam.war.data.Writes;
import iam.war.data.Issuer;
import iam.war.jose.JsonWebKeys;
import iam.war.jose.Jwts;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Handler;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What clients find out by themselves: OpenID Connect Discovery, RFC 8414, RFC 9728, WebFinger and the keys (contract: oauth.md section 4). */
@Component
final class WellKnownOperations implements Operations {
    private static final EntityType<Application> APPLICATION = EntityType.of(Application.class);
    private static final EntityType<Cert> CERT = EntityType.of(Cert.class);
    private static final List<String> SIGNING = List.of("cert", "tokenSigningMethod");
    private static final String ISSUER = "http://openid.net/specs/connect/1.0/issuer";
    private static final String ROOT = "/.well-known/";

    private final EntityStore store;
    private final Directory directory;
    private final Issuer issuer;
    private final JsonWebKeys jsonWebKeys;
    private final Summary<List<Map<String, Object>>> allKeys;

    @Inject
    WellKnownOperations(EntityStore store, Writes writes, Directory directory, Issuer issuer, JsonWebKeys jsonWebKeys) {
        this.store = store;
        this.directory = directory;
        this.issuer = issuer;
        this.jsonWebKeys = jsonWebKeys;
        this.allKeys = new Summary<>(writes, List.of(CERT, APPLICATION), this::allKeys);
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                open("GET", "openid-configuration", "OpenID Connect discovery", call -> discovery(call, "")),
                open("GET", ":application/openid-configuration", "OpenID Connect discovery for one application", call -> discovery(call, application(call, 2))),
                open("GET", "oauth-authorization-server", "RFC 8414 metadata", call -> discovery(call, "")),
                open("GET", ":application/oauth-authorization-server", "RFC 8414 metadata for one application", call -> discovery(call, application(call, 2))),
                open("GET", "oauth-authorization-server/.well-known/:application", "RFC 8414 metadata, path form", call -> discovery(call, application(call, 4))),
                open("GET", "openid-configuration/.well-known/:application", "OpenID Connect discovery, path form", call -> discovery(call, application(call, 4))),
                open("ANY", "jwks", "The keys that sign tokens", call -> jwks(call, "")),
                open("ANY", ":application/jwks", "The key that signs the tokens of one application", call -> jwks(call, application(call, 2))),
                open("GET", "oauth-protected-resource", "RFC 9728 metadata", call -> resource(call, "")),
                open("GET", ":application/oauth-protected-resource", "RFC 9728 metadata for one application", call -> resource(call, application(call, 2))),
                open("GET", "oauth-protected-resource/.well-known/:application", "RFC 9728 metadata, path form", call -> resource(call, application(call, 4))),
                open("GET", "webfinger", "WebFinger (RFC 7033)", this::webfinger),
                open("GET", ":application/webfinger", "WebFinger for one application", this::webfinger));
    }

    private static Operation open(String method, String path, String summary, Handler handler) {
        return Operation.of(method, ROOT + path, summary).access(Access.ANYONE).run(handler);
    }

    private static String application(Call call, int segment) {
        return call.request().path().split("/")[segment];
    }

    private String base(Call call) {
        return issuer.of(call.request().base());
    }

    private Application find(String name) {
        return directory.application(name).orElseThrow(() -> new ApiException(Message.APPLICATION_UNKNOWN, name).status(404));
    }

    private Reply discovery(Call call, String application) {
        return Reply.json(application.isEmpty() ? Discovery.document(base(call), Optional.empty()) : Discovery.document(base(call), Optional.of(find(application))));
    }

    private Reply jwks(Call call, String application) {
        if (application.isEmpty()) {
            return Reply.json(Map.of("keys", allKeys.get()));
        }
        Application found = find(application);
        List<Cert> certs = directory.cert(found.cert).map(List::of).orElseGet(this::certs);
        return Reply.json(Map.of("keys", jsonWebKeys.of(certs, found.tokenSigningMethod)));
    }

    private List<Map<String, Object>> allKeys() {
        List<Cert> all = certs();
        return jsonWebKeys.of(all, methods(all));
    }

    private List<Cert> certs() {
        return store.list(CERT, Query.where(equal("type", "x509")).descending("createdTime"));
    }

    /** The signing methods in use by certificate, but for the usual method with certificates of the usual algorithm: nearly all applications have both. */
    private Map<String, Set<String>> methods(List<Cert> certs) {
        String usual = Jwts.method("");
        List<String> others = certs.stream().filter(cert -> !cert.cryptoAlgorithm.equals(usual)).map(cert -> cert.name).toList();
        List<Application> applications = new ArrayList<>(store.list(APPLICATION, Query.where(in("tokenSigningMethod", Jwts.METHODS), notEqual("tokenSigningMethod", usual)), SIGNING));
        if (!others.isEmpty()) {
            applications.addAll(store.list(APPLICATION, Query.where(in("cert", others)), SIGNING));
        }
        Map<String, Set<String>> methods = new HashMap<>();
        applications.forEach(application -> methods.computeIfAbsent(TokenIssuer.certName(application), name -> new HashSet<>()).add(Jwts.method(application.tokenSigningMethod)));
        return methods;
    }

    private Reply resource(Call call, String application) {
        String base = base(call);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("resource", application.isEmpty() ? base : base + ROOT + find(application).name);
        document.put("authorization_servers", List.of(base));
        document.put("bearer_methods_supported", List.of("header"));
        document.put("scopes_supported", List.of("openid", "profile", "email", "read", "write"));
        document.put("resource_signing_alg_values_supported", List.of("RS256"));
        return Reply.json(document);
    }

    private Object webfinger(Call call) {
        String resource = call.request().query("resource");
        if (!resource.startsWith("acct:") || resource.indexOf('@') < 0) {
            return Envelope.error(Message.WEBFINGER_RESOURCE_INVALID.english(), null);
        }
        Optional<User> user = directory.first(EntityType.<User>of(User.class), equal("email", resource.substring(5)), equal("isDeleted", false));
        if (user.isEmpty()) {
            return Envelope.error(Message.USER_NOT_FOUND.english(), null);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("subject", resource);
        document.put("links", call.request().query("rel").equals(ISSUER) ? List.of(link(base(call))) : null);
        return Reply.json(document);
    }

    private static Map<String, String> link(String base) {
        Map<String, String> link = new LinkedHashMap<>();
        link.put("rel", ISSUER);
        link.put("href", base);
        return link;
    }
}
