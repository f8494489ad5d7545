package iam.war.oauth;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import iam.war.data.Memberships;
import iam.war.data.Phones;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The userinfo endpoint (OpenID Connect Core section 5.3) and its small sister (contract: oauth.md section 4). */
@Component
final class UserInfoOperations implements Operations {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);
    private static final Map<String, String> BY_FIELD = Map.of("preferred_username", "Name", "name", "DisplayName", "picture", "Avatar", "groups", "Groups", "roles", "Roles",
            "permissions", "Permissions", "email", "Email", "address", "Location", "phone", "Phone");

    private final Directory directory;
    private final Memberships memberships;
    private final Issuer issuer;

    @Inject
    UserInfoOperations(Directory directory, Memberships memberships, Issuer issuer) {
        this.directory = directory;
        this.memberships = memberships;
        this.issuer = issuer;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/api/userinfo", "Claims about the signed-in user").answers(Operation.Answer.DOCUMENT).access(Access.SIGNED_IN).run(this::userInfo),
                Operation.of("POST", "/api/userinfo", "Claims about the signed-in user").answers(Operation.Answer.DOCUMENT).access(Access.SIGNED_IN).run(this::userInfo),
                Operation.of("GET", "/api/user", "The signed-in user in a few words").answers(Operation.Answer.DOCUMENT).access(Access.SIGNED_IN).run(this::user));
    }

    private User caller(Call call) {
        return (call.caller().user() ? directory.user(call.caller().organization(), call.caller().name()) : Optional.<User>empty())
                .orElseThrow(() -> new ApiException(Message.USER_UNKNOWN, call.caller().id()));
    }

    private Reply user(Call call) {
        User user = caller(call);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", user.id);
        body.put("name", user.name);
        body.put("email", user.email);
        body.put("email_verified_at", user.createdTime);
        body.put("created_at", user.createdTime);
        body.put("updated_at", user.updatedTime);
        return Reply.json(body);
    }

    private Reply userInfo(Call call) {
        User user = caller(call);
        Optional<Token> token = call.caller().tokenId().isEmpty() ? Optional.empty() : directory.find(TOKEN, Directory.ADMIN, call.caller().tokenId());
        Optional<Application> application = token.flatMap(row -> directory.application(row.application));
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("sub", user.id);
        claims.put("iss", issuer.of(call.request().base()));
        claims.put("aud", application.map(found -> found.clientId).orElse(""));
        token.ifPresent(row -> scoped(claims, user, row, application));
        return Reply.json(claims);
    }

    private void scoped(Map<String, Object> claims, User user, Token token, Optional<Application> application) {
        List<String> scopes = Scopes.split(token.scope);
        boolean standard = application.filter(found -> found.tokenFormat.equals("JWT-Standard")).isPresent();
        Map<String, Object> wanted = new LinkedHashMap<>();
        if (scopes.contains("profile")) {
            profile(wanted, user);
        }
        if (scopes.contains("email") && !user.email.isEmpty()) {
            wanted.put("email", user.email);
            wanted.put("email_verified", user.emailVerified);
        }
        if (scopes.contains("address")) {
            wanted.put("address", standard ? StandardClaims.address(user) : user.location);
        }
        if (scopes.contains("phone") && !user.phone.isEmpty()) {
            wanted.put("phone", user.phone);
            wanted.put("phone_number", Phones.e164(user.phone, user.countryCode));
            wanted.put("phone_number_verified", true);
        }
        List<String> allowed = application.map(found -> found.tokenFields).orElse(null);
        wanted.forEach((name, value) -> {
            if (!empty(value) && (allowed == null || allowed.isEmpty() || allowed.contains(field(name)))) {
                claims.put(name, value);
            }
        });
    }

    private void profile(Map<String, Object> claims, User user) {
        memberships.fill(user);
        claims.put("preferred_username", user.name);
        claims.put("name", user.displayName);
        claims.put("picture", user.avatar);
        claims.put("groups", user.groups);
        claims.put("roles", user.roles.stream().map(role -> role.name).toList());
        claims.put("permissions", user.permissions.stream().map(permission -> permission.name).toList());
    }

    private static String field(String claim) {
        return BY_FIELD.getOrDefault(claim, claim.startsWith("email") ? "Email" : "Phone");
    }

    private static boolean empty(Object value) {
        return value == null || value.equals("") || value instanceof Collection<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
    }
}
