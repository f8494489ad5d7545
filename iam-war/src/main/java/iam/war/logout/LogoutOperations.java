package iam.war.logout;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.authn.Sessions;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import iam.war.data.RedirectUris;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Logout of one browser (OpenID Connect RP-Initiated Logout; contract: auth.md section 6). */
@Component
final class LogoutOperations implements Operations {
    private final Directory directory;
    private final Sessions sessions;
    private final Issuer issuer;
    private final LogoutHints hints;
    private final BrowserLogout browserLogout;
    private final FrontchannelLogout frontchannel;

    @Inject
    LogoutOperations(Directory directory, Sessions sessions, Issuer issuer, LogoutHints hints, BrowserLogout browserLogout, FrontchannelLogout frontchannel) {
        this.directory = directory;
        this.sessions = sessions;
        this.issuer = issuer;
        this.hints = hints;
        this.browserLogout = browserLogout;
        this.frontchannel = frontchannel;
    }

    @Override
    public List<Operation> operations() {
        String[] parameters = {"id_token_hint", "post_logout_redirect_uri", "client_id", "state"};
        return List.of(
                Operation.of("GET", "/api/logout", "Signs out of this browser").access(Access.ANYONE).query(parameters).run(this::logout),
                Operation.of("POST", "/api/logout", "Signs out of this browser").access(Access.ANYONE).anywhere(parameters).run(this::logout));
    }

    private Object logout(Call call) {
        Optional<BrowserSession> session = sessions.of(call.request());
        Optional<LogoutHint> hint = hints.read(call.request().formParameter("id_token_hint"));
        String clientId = call.request().formParameter("client_id");
        Optional<Application> client = directory.applicationByClientId(clientId);
        Optional<Application> named = hint.map(LogoutHint::application).or(() -> client);
        String redirect = call.request().formParameter("post_logout_redirect_uri");
        boolean unnamed = hint.isEmpty() && clientId.isEmpty();
        Optional<Application> registered = unnamed ? session.flatMap(this::application) : named;
        if (!redirect.isEmpty() && registered.filter(application -> fits(application, redirect)).isEmpty()) {
            throw new ApiException(Message.REDIRECT_URI_REFUSED, redirect);
        }
        if (hint.isPresent() && !clientId.isEmpty() && client.filter(application -> application.name.equals(hint.get().application().name)).isEmpty()) {
            throw new ApiException(Message.INVALID_CLIENT_ID);
        }
        Optional<Application> known = named.or(() -> session.filter(found -> !found.accessToken.isEmpty()).flatMap(this::application));
        String address = issuer.of(call.request().base());
        String next = redirect.isEmpty() ? "" : withState(redirect, call.request().formParameter("state"));
        Optional<Reply> page = frontchannel.page(call.request(), session, address, next);
        browserLogout.end(new BrowserLogout.Ending(session, call.caller(), hint, known, address));
        session.ifPresent(ended -> call.session(Sessions.anonymousCookie()));
        if (page.isPresent()) {
            return page.get();
        }
        if (!redirect.isEmpty()) {
            return Reply.redirect(next);
        }
        return hint.isPresent() ? Envelope.ok(null) : answer(call.caller(), known);
    }

    private Optional<Application> application(BrowserSession session) {
        return directory.application(session.application);
    }

    private static Envelope answer(Caller caller, Optional<Application> application) {
        return caller.kind() == Caller.Kind.ANONYMOUS ? Envelope.ok(null) : Envelope.ok(caller.id(), homepage(application));
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
}
