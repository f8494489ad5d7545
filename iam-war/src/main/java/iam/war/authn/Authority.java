package iam.war.authn;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Message;
import iam.api.entity.AccessKey;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.authn.Authentication;
import iam.spi.authn.AuthenticationRequest;
import iam.spi.authn.AuthenticatorContext;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.crypto.Digests;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.Times;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The one judge of credentials, for every authentication method (contract: auth.md section 2). */
@Component
public final class Authority implements AuthenticatorContext {
    /** What a browser may do whose user has to set a new password, or to enrol a second factor, first. */
    private static final Map<String, Set<String>> RESTRICTED = Map.of(
            "password", Set.of("/api/get-account", "/api/get-user", "/api/set-password", "/api/logout", "/api/sso-logout", "/api/login", "/api/get-application", "/api/get-app-login"),
            "mfa", Set.of("/api/get-account", "/api/get-user", "/api/logout", "/api/sso-logout", "/api/login", "/api/get-application", "/api/get-app-login", "/api/mfa/setup/initiate",
                    "/api/mfa/setup/verify", "/api/mfa/setup/enable", "/api/send-verification-code"));
    private static final String METRICS = "/api/metrics";
    private static final EntityType<AccessKey> KEY = EntityType.of(AccessKey.class);
    private static final EntityType<User> USER = EntityType.of(User.class);

    private final Directory directory;
    private final PasswordCheck passwordCheck;
    private final Sessions sessions;
    private final LiveTokens tokens;
    private final Proofs proofs;

    @Inject
    Authority(Directory directory, PasswordCheck passwordCheck, Sessions sessions, LiveTokens tokens, Proofs proofs) {
        this.directory = directory;
        this.passwordCheck = passwordCheck;
        this.sessions = sessions;
        this.tokens = tokens;
        this.proofs = proofs;
    }

    @Override
    public Authentication accessToken(String text, AuthenticationRequest request) {
        Optional<Token> found = directory.tokenByAccessHash(Digests.sha256Hex(text));
        if (found.isEmpty()) {
            return Authentication.failure(Message.ACCESS_TOKEN_UNKNOWN);
        }
        Token token = found.get();
        if (!LiveTokens.lasts(token)) {
            return Authentication.failure(Message.ACCESS_TOKEN_EXPIRED, LiveTokens.end(token).map(Times::text).orElse(""));
        }
        if (!tokens.keyed(token)) {
            return Authentication.failure(Message.ACCESS_TOKEN_UNKNOWN);
        }
        Optional<Application> application = directory.application(token);
        if (application.isEmpty()) {
            return Authentication.failure(Message.APPLICATION_OF_USER_UNKNOWN, "app/" + token.application);
        }
        Optional<Authentication> proof = proofs.check(token, text, request);
        if (proof.isPresent()) {
            return proof.get();
        }
        if (LiveTokens.ofApplication(token)) {
            // whoever may add rows for his organization must not become the application of another one
            return token.organization.equals(application.get().organization) ? Authentication.success(Callers.application(application.get(), token.name))
                    : Authentication.failure(Message.ACCESS_TOKEN_UNKNOWN);
        }
        return tokens.user(token).map(user -> Authentication.success(Callers.user(user, token.name, "")))
                .orElseGet(() -> Authentication.failure(Message.USER_FORBIDDEN));
    }

    @Override
    public Authentication client(String clientId, String clientSecret, AuthenticationRequest request) {
        Optional<Application> found = directory.applicationByClientId(clientId);
        if (found.isEmpty()) {
            return Authentication.failure(Message.CLIENT_ID_UNKNOWN, clientId);
        }
        Application application = found.get();
        if (application.clientSecret.isEmpty() || !Digests.same(application.clientSecret, clientSecret)) {
            return Authentication.failure(Message.CLIENT_SECRET_INCORRECT, application.name);
        }
        return Authentication.success(Callers.application(application, ""));
    }

    @Override
    public Authentication accessKey(String accessKey, String accessSecret, AuthenticationRequest request) {
        Optional<AccessKey> key = directory.first(KEY, equal("accessKey", accessKey));
        if (key.isPresent()) {
            return keyRow(key.get(), accessSecret, request);
        }
        Optional<User> user = directory.first(USER, equal("accessKey", accessKey));
        if (user.isEmpty()) {
            return Authentication.failure(Message.ACCESS_KEY_NOT_FOUND, accessKey);
        }
        if (user.get().accessSecret.isEmpty() || !Digests.same(user.get().accessSecret, accessSecret)) {
            return Authentication.failure(Message.ACCESS_SECRET_INCORRECT, user.get().name);
        }
        return user(user);
    }

    private Authentication keyRow(AccessKey key, String accessSecret, AuthenticationRequest request) {
        if (key.accessSecret.isEmpty() || !Digests.same(key.accessSecret, accessSecret)) {
            return Authentication.failure(Message.ACCESS_SECRET_INCORRECT, key.name);
        }
        if (!key.state.equals("Active")) {
            return Authentication.failure(Message.ACCESS_KEY_NOT_ACTIVE, key.name);
        }
        if (!key.expireTime.isEmpty()) {
            Optional<Instant> end = Times.parse(key.expireTime);
            if (end.isEmpty()) {
                return Authentication.failure(Message.ACCESS_KEY_EXPIRE_TIME_INVALID, key.name);
            }
            if (end.get().isBefore(Instant.now())) {
                return Authentication.failure(Message.ACCESS_KEY_EXPIRED, key.expireTime);
            }
        }
        if (request.path().equals(METRICS)) {
            return key.type.equals("Prometheus") ? Authentication.success(Callers.monitor(key.owner, key.name)) : Authentication.failure(Message.PROMETHEUS_KEY_TYPE, key.name);
        }
        return switch (key.type) {
            case "User" -> user(directory.user(key.owner, key.user));
            case "Application" -> directory.application(key.application).map(application -> Authentication.success(Callers.application(application, "")))
                    .orElseGet(() -> Authentication.failure(Message.APPLICATION_OF_USER_UNKNOWN, "app/" + key.application));
            case "Organization" -> Authentication.success(Callers.organization(key.owner, key.name));
            default -> Authentication.failure(Message.ACCESS_KEY_NOT_ACTIVE, key.name);
        };
    }

    private static Authentication user(Optional<User> user) {
        return user.filter(Callers::active).map(found -> Authentication.success(Callers.user(found, "", ""))).orElseGet(() -> Authentication.failure(Message.USER_FORBIDDEN));
    }

    @Override
    public Authentication password(String username, String password, AuthenticationRequest request) {
        String[] parts = username.split("/", -1);
        if (parts.length != 2) {
            return Authentication.failure(Message.ID_MALFORMED, username);
        }
        Optional<User> user = directory.userByLogin(parts[0], parts[1]).filter(found -> !found.isDeleted);
        if (user.isEmpty()) {
            return Authentication.failure(Message.USER_UNKNOWN, username);
        }
        if (user.get().isForbidden) {
            return Authentication.failure(Message.USER_FORBIDDEN);
        }
        try {
            passwordCheck.checkAlone(user.get(), password, false);
        } catch (ApiException e) {
            return Authentication.failure(e.message(), e.arguments());
        }
        return user(user);
    }

    @Override
    public Authentication session(String cookie, AuthenticationRequest request) {
        Optional<BrowserSession> found = sessions.find(cookie, request).filter(session -> !session.user.isEmpty());
        if (found.isPresent() && !sessions.use(found.get())) {
            return Authentication.failure(Message.INACTIVITY_TIMEOUT, sessions.idleMinutes());
        }
        return found.filter(session -> session.remembered("restricted").isEmpty() || RESTRICTED.getOrDefault(session.remembered("restricted"), Set.of()).contains(request.path()))
                .flatMap(session -> directory.user(session.organization, session.user).filter(Callers::active).map(user -> Authentication.success(caller(user, session, request))))
                .orElseGet(Authentication::abstain);
    }

    /** The user of the session, or the one in whose place he acts: session and cookie both have to say so, and he must still administer him. */
    private Caller caller(User user, BrowserSession session, AuthenticationRequest request) {
        Caller own = Callers.user(user, "", session.sid);
        String place = session.remembered(Sessions.IMPERSONATED);
        if (place.isEmpty() || !request.cookie(Sessions.IMPERSONATION_COOKIE).orElse("").equals(place)) {
            return own;
        }
        String[] key = place.split("/", 2);
        return directory.user(key[0], key[1]).filter(other -> Callers.active(other) && own.administers(other.owner)).map(other -> Callers.user(other, "", "")).orElse(own);
    }

    @Override
    public Authentication user(String organization, String name, AuthenticationRequest request) {
        return user(directory.user(organization, name));
    }
}
