package iam.war.signin;

import static iam.spi.store.Condition.equal;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Token;
import iam.spi.authn.Caller;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.authn.Sessions;
import iam.war.crypto.Digests;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.RedirectUris;
import iam.war.jose.Jwts;
import iam.war.jose.Keys;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;

/** Logout of one browser (OpenID Connect RP-Initiated Logout) and of a user everywhere (contract: auth.md section 6). */
@Component
final class Logout implements Operations {
    private static final EntityType<Token> TOKEN = EntityType.of(Token.class);

    private final EntityStore store;
    private final Directory directory;
    private final Sessions sessions;
    private final Keys keys;

    @Inject
    Logout(EntityStore store, Directory directory, Sessions sessions, Keys keys) {
        this.store = store;
        this.directory = directory;
        this.sessions = sessions;
        this.keys = keys;
    }

    @Override
    public List<Operation> operations() {
        String[] parameters = {"id_token_hint", "post_logout_redirect_uri", "client_id", "state"};
        return List.of(
                Operation.of("GET", "/api/logout", "Signs out of this browser").access(Access.ANYONE).query(parameters).run(this::logout),
                Operation.of("POST", "/api/logout", "Signs out of this browser").access(Access.ANYONE).form(parameters).run(this::logout),
                Operation.of("GET", "/api/sso-logout", "Signs out everywhere, or of this session").access(Access.ANYONE).query("logoutAll").run(this::ssoLogout),
                Operation.of("POST", "/api/sso-logout", "Signs out everywhere, or of this session").access(Access.ANYONE).form("logoutAll").run(this::ssoLogout));
    }

    private Object logout(Call call) {
        Optional<BrowserSession> session = sessions.of(call.request());
        String hint = call.request().formParameter("id_token_hint");
        Optional<Hint> hinted = hint.isEmpty() ? Optional.empty() : Optional.of(hint(hint));
        Optional<Application> application = hinted.map(Hint::application).or(() -> byClientId(call)).or(() -> session.flatMap(found -> directory.application(found.application)));
        String redirect = call.request().formParameter("post_logout_redirect_uri");
        if (!redirect.isEmpty() && application.filter(found -> fits(found, redirect)).isEmpty()) {
            throw new ApiException(Message.REDIRECT_URI_REFUSED, redirect);
        }
        hinted.flatMap(Hint::token).ifPresent(this::expire);
        session.ifPresent(found -> end(call, found));
        if (!redirect.isEmpty()) {
            return Reply.redirect(withState(redirect, call.request().formParameter("state")));
        }
        if (hinted.isPresent()) {
            return Envelope.ok(null);
        }
        String user = call.caller().kind() != Caller.Kind.ANONYMOUS ? call.caller().id() : null;
        return Envelope.ok(user, user == null ? null : homepage(application));
    }

    private void end(Call call, BrowserSession session) {
        sessions.end(session);
        call.session(Sessions.anonymousCookie());
    }

    private void expire(Token token) {
        store.updateAll(TOKEN, Query.where(equal("owner", token.owner), equal("name", token.name)), Map.of("expiresIn", 0));
    }

    private Optional<Application> byClientId(Call call) {
        return directory.applicationByClientId(call.request().formParameter("client_id"));
    }

    private static Object homepage(Optional<Application> application) {
        return application.filter(found -> !found.name.equals("app-built-in") && !found.homepageUrl.isEmpty()).map(found -> found.homepageUrl).orElse(null);
    }

    /** Compared as at sign-in, but for the query, which is kept. */
    private static boolean fits(Application application, String redirect) {
        int query = redirect.indexOf('?');
        return RedirectUris.fits(application.redirectUris, redirect) || query > 0 && RedirectUris.fits(application.redirectUris, redirect.substring(0, query));
    }

    private static String withState(String redirect, String state) {
        return state.isEmpty() ? redirect : redirect + (redirect.indexOf('?') < 0 ? "?" : "&") + "state=" + URLEncoder.encode(state, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * What an ID token hint tells.
     *
     * @param application whose token it is
     * @param token its row, unless it is gone
     */
    private record Hint(Application application, Optional<Token> token) {
    }

    /** By its row, or, when that is gone, by its signature; whether it has expired does not matter. */
    private Hint hint(String text) {
        Optional<Token> row = directory.tokenByAccessHash(Digests.sha256Hex(text)).or(() -> byId(text));
        Optional<Application> application = row.flatMap(token -> directory.application(token.application)).or(() -> signer(text));
        return new Hint(application.orElseThrow(() -> new ApiException(Message.TOKEN_HINT_UNKNOWN)), row);
    }

    /** The row of an ID token that is not the access token itself. */
    private Optional<Token> byId(String text) {
        return signer(text).flatMap(application -> Jwts.peek(text)).map(claims -> claims.getClaimValue("jti")).map(Object::toString).filter(id -> id.startsWith("admin/"))
                .flatMap(id -> directory.find(TOKEN, Directory.ADMIN, id.substring(6)));
    }

    private Optional<Application> signer(String text) {
        return Jwts.peek(text).map(claims -> claims.getClaimValue("azp")).map(Object::toString).flatMap(directory::applicationByClientId)
                .filter(application -> verified(text, application).isPresent());
    }

    private Optional<JwtClaims> verified(String text, Application application) {
        return directory.cert(application.cert.isEmpty() ? "cert-built-in" : application.cert).flatMap(keys::of).flatMap(key -> Jwts.verify(text, key));
    }

    private Envelope ssoLogout(Call call) {
        String all = call.request().formParameter("logoutAll");
        Caller caller = call.caller();
        Optional<BrowserSession> session = sessions.of(call.request());
        if (caller.user()) {
            if (all.isEmpty() || all.equals("true") || all.equals("1")) {
                store.inTransaction(() -> {
                    store.updateAll(TOKEN, Query.where(equal("organization", caller.organization()), equal("user", caller.name())), Map.of("expiresIn", 0));
                    return sessions.endAll(caller.organization(), caller.name(), "");
                });
            }
            session.filter(found -> found.organization.equals(caller.organization()) && found.user.equals(caller.name())).ifPresent(found -> end(call, found));
        }
        return Envelope.ok("");
    }
}
