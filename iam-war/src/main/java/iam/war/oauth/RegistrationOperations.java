package iam.war.oauth;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Organization;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.crypto.Randoms;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import iam.war.data.RedirectUris;
import iam.war.data.Times;
import iam.war.data.WebAddress;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dynamic client registration and its management (RFC 7591, RFC 7592), where an organization has opened it (contract: oauth.md section 6). */
@Component
public final class RegistrationOperations implements Operations {
    private static final EntityType<Application> APPLICATION = EntityType.of(Application.class);
    private static final String PATH = "/api/oauth/register";
    private static final List<String> GRANTS = List.of("authorization_code", "refresh_token", "client_credentials", DeviceGrant.TYPE);
    private static final int HOURS = 168;
    private static final int MOST_URI = 500;

    private final EntityStore store;
    private final Directory directory;
    private final Issuer issuer;

    @Inject
    RegistrationOperations(EntityStore store, Directory directory, Issuer issuer) {
        this.store = store;
        this.directory = directory;
        this.issuer = issuer;
    }

    /** Client metadata (RFC 7591 section 2). */
    public static class ClientMetadata {
        /** An empty one. */
        public ClientMetadata() {
        }

        public List<String> redirect_uris;
        public List<String> grant_types;
        public List<String> response_types;
        public String client_name = "";
        public String client_uri = "";
        public String logo_uri = "";
        public String tos_uri = "";
        public String scope = "";
        public String token_endpoint_auth_method = "";
        public String application_type = "";
        public String policy_uri = "";
        public String software_id = "";
        public String software_version = "";
        public List<String> contacts;
        public String frontchannel_logout_uri = "";
        public boolean frontchannel_logout_session_required;
        public String backchannel_logout_uri = "";
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("POST", PATH, "Registers a client (RFC 7591)").access(Access.CLIENT).query("organization").takes(ClientMetadata.class).run(OAuthEndpoint.of(this::register)),
                Operation.of("GET", PATH + "/:client", "Reads a registered client (RFC 7592)").access(Access.CLIENT).run(OAuthEndpoint.of(this::read)),
                Operation.of("PUT", PATH + "/:client", "Changes a registered client (RFC 7592)").access(Access.CLIENT).takes(ClientMetadata.class).run(OAuthEndpoint.of(this::change)),
                Operation.of("DELETE", PATH + "/:client", "Removes a registered client (RFC 7592)").access(Access.CLIENT).run(OAuthEndpoint.of(this::remove)));
    }

    private Reply register(Call call) {
        String name = call.request().query("organization").isEmpty() ? Directory.BUILT_IN : call.request().query("organization");
        Organization organization = directory.organization(name).filter(found -> found.dcrPolicy.equals("open"))
                .orElseThrow(() -> OAuthError.of("invalid_client_metadata", Message.REGISTRATION_DISABLED));
        ClientMetadata metadata = metadata(call);
        Application application = template(organization);
        String token = Randoms.base64Url(32);
        application.registrationAccessToken = Digests.sha256Hex(token);
        apply(metadata, application);
        store.insert(application);
        Map<String, Object> answer = describe(call, application, metadata);
        answer.put("registration_access_token", token);
        return Reply.json(201, answer).noStore();
    }

    private static ClientMetadata metadata(Call call) {
        try {
            return call.request().body().json(ClientMetadata.class);
        } catch (ApiException e) {
            throw OAuthError.of("invalid_client_metadata", e);
        }
    }

    /** A client of its own, with the sign-in settings of the organization's default application. */
    private Application template(Organization organization) {
        Application application = directory.application(organization.defaultApplication)
                .or(() -> directory.first(APPLICATION, equal("organization", organization.name))).orElseGet(Application::new);
        Application client = new Application();
        APPLICATION.copy(application, client, List.of("signinMethods", "signupItems", "signinItems", "providers", "enablePassword", "enableSignUp", "cert", "logo", "themeData"));
        client.owner = Directory.ADMIN;
        client.name = "dcr_" + Randoms.text("abcdefghijklmnopqrstuvwxyz0123456789", 6);
        client.createdTime = Times.now();
        client.organization = organization.name;
        client.category = "Agent";
        client.type = "MCP";
        client.tags = List.of("dcr");
        client.clientId = Randoms.hex(10);
        client.clientSecret = Randoms.hex(20);
        client.tokenFormat = "JWT";
        client.expireInHours = HOURS;
        client.refreshExpireInHours = HOURS;
        return client;
    }

    private static void apply(ClientMetadata metadata, Application application) {
        if (metadata.redirect_uris == null || metadata.redirect_uris.isEmpty()) {
            throw OAuthError.of("invalid_redirect_uri", Message.REDIRECT_URIS_REQUIRED);
        }
        metadata.redirect_uris.forEach(RegistrationOperations::checkRedirect);
        List<String> grants = metadata.grant_types == null || metadata.grant_types.isEmpty() ? List.of("authorization_code") : metadata.grant_types;
        if (!GRANTS.containsAll(grants)) {
            throw OAuthError.of("invalid_client_metadata", "grant_types");
        }
        application.redirectUris = List.copyOf(metadata.redirect_uris);
        application.grantTypes = List.copyOf(grants);
        application.displayName = shortened(metadata.client_name.isEmpty() ? application.name : metadata.client_name);
        application.homepageUrl = shortened(metadata.client_uri);
        application.frontchannelLogoutUri = logoutUri(metadata.frontchannel_logout_uri, "frontchannel_logout_uri", metadata.redirect_uris);
        application.frontchannelLogoutSessionRequired = metadata.frontchannel_logout_session_required;
        application.backchannelLogoutUri = logoutUri(metadata.backchannel_logout_uri, "backchannel_logout_uri", null);
    }

    /** A logout address; one for browsers has scheme, host and port of a redirect address (OpenID Connect Front-Channel Logout section 2). */
    private static String logoutUri(String text, String name, List<String> redirectUris) {
        Optional<WebAddress> address = WebAddress.parse(text).filter(found -> text.length() <= MOST_URI);
        boolean good = address.filter(found -> redirectUris == null || redirectUris.stream().map(RedirectUris::origin).anyMatch(Optional.of(found.origin())::equals)).isPresent();
        if (!text.isEmpty() && !good) {
            throw OAuthError.of("invalid_client_metadata", name);
        }
        return text;
    }

    private static void checkRedirect(String uri) {
        try {
            URI parsed = URI.create(uri);
            if (parsed.isAbsolute() && parsed.getRawFragment() == null && parsed.getRawUserInfo() == null && uri.length() <= MOST_URI && !List.of("javascript", "data").contains(parsed.getScheme())) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw OAuthError.of("invalid_redirect_uri", Message.REDIRECT_URI_INVALID);
        }
        throw OAuthError.of("invalid_redirect_uri", Message.REDIRECT_URI_INVALID);
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) : text;
    }

    private Map<String, Object> describe(Call call, Application application, ClientMetadata metadata) {
        Map<String, Object> answer = new LinkedHashMap<>();
        String method = metadata.token_endpoint_auth_method;
        answer.put("client_id", application.clientId);
        if (!method.equals("none")) {
            answer.put("client_secret", application.clientSecret);
            answer.put("client_secret_expires_at", 0);
        }
        answer.put("client_id_issued_at", Times.parse(application.createdTime).map(time -> time.getEpochSecond()).orElse(0L));
        answer.put("client_name", application.displayName);
        answer.put("application_type", metadata.application_type.isEmpty() ? "web" : metadata.application_type);
        answer.put("redirect_uris", application.redirectUris);
        answer.put("grant_types", application.grantTypes);
        answer.put("response_types", metadata.response_types == null ? List.of("code") : metadata.response_types);
        answer.put("token_endpoint_auth_method", method.isEmpty() ? "client_secret_basic" : method);
        if (!application.frontchannelLogoutUri.isEmpty()) {
            answer.put("frontchannel_logout_uri", application.frontchannelLogoutUri);
            answer.put("frontchannel_logout_session_required", application.frontchannelLogoutSessionRequired);
        }
        if (!application.backchannelLogoutUri.isEmpty()) {
            answer.put("backchannel_logout_uri", application.backchannelLogoutUri);
        }
        echo(answer, metadata);
        answer.put("registration_client_uri", issuer.of(call.request().base()) + PATH + "/" + application.clientId);
        return answer;
    }

    /** What the server only hands back; empty members are left out. */
    private static void echo(Map<String, Object> answer, ClientMetadata metadata) {
        Map<String, Object> echoed = new LinkedHashMap<>();
        echoed.put("scope", metadata.scope);
        echoed.put("client_uri", metadata.client_uri);
        echoed.put("logo_uri", metadata.logo_uri);
        echoed.put("tos_uri", metadata.tos_uri);
        echoed.put("policy_uri", metadata.policy_uri);
        echoed.put("software_id", metadata.software_id);
        echoed.put("software_version", metadata.software_version);
        echoed.put("contacts", metadata.contacts == null ? "" : metadata.contacts);
        echoed.values().removeIf(""::equals);
        answer.putAll(echoed);
    }

    /** The client that the registration access token manages. */
    private Application managed(Call call) {
        String header = call.request().header("Authorization").orElse("");
        String token = header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).trim() : "";
        String clientId = call.request().path().substring(PATH.length() + 1);
        return directory.applicationByClientId(clientId)
                .filter(application -> !application.registrationAccessToken.isEmpty() && Digests.same(application.registrationAccessToken, Digests.sha256Hex(token)))
                .orElse(null);
    }

    private static Reply refused() {
        return Reply.json(401, Map.of("error", "invalid_token")).with("WWW-Authenticate", "Bearer error=\"invalid_token\"").noStore();
    }

    private Reply read(Call call) {
        Application application = managed(call);
        return application == null ? refused() : Reply.json(describe(call, application, new ClientMetadata())).noStore();
    }

    private Reply change(Call call) {
        Application application = managed(call);
        if (application == null) {
            return refused();
        }
        ClientMetadata metadata = metadata(call);
        apply(metadata, application);
        store.update(APPLICATION, APPLICATION.keyOf(application), application, List.of("redirectUris", "grantTypes", "displayName", "homepageUrl", "frontchannelLogoutUri",
                "frontchannelLogoutSessionRequired", "backchannelLogoutUri"));
        return Reply.json(describe(call, application, metadata)).noStore();
    }

    private Reply remove(Call call) {
        Application application = managed(call);
        if (application == null) {
            return refused();
        }
        store.delete(APPLICATION, Query.where(equal("owner", application.owner), equal("name", application.name)));
        return Reply.empty(204);
    }
}
