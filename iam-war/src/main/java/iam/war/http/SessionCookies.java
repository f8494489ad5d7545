package iam.war.http;

import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.authn.Sessions;
import iam.war.data.WebConfig;
import iam.war.operation.Call;
import iam.war.operation.Exchange;
import jakarta.inject.Inject;

/** Which cookies an answer sets. */
@Component
final class SessionCookies {
    private static final String ACCOUNT = "/api/get-account";

    private final Sessions sessions;
    private final WebConfig webConfig;

    @Inject
    SessionCookies(Sessions sessions, WebConfig webConfig) {
        this.sessions = sessions;
        this.webConfig = webConfig;
    }

    /** A browser that has no session gets a cookie all the same, as clients of this API expect; nothing is stored for it. */
    void set(Exchange exchange) {
        Call call = exchange.call();
        boolean secure = call.request().base().startsWith("https:");
        if (call.session() != null) {
            set(exchange, call.session().split("\\.", 2), secure);
        } else if (exchange.judged() && nobody(call)) {
            exchange.header("Set-Cookie", Cookies.of(sessions.cookie(), Sessions.anonymousCookie(), secure));
        }
        if (call.request().path().equals(ACCOUNT) || exchange.reply().contentType().startsWith("text/html")) {
            exchange.header("Set-Cookie", webConfig.cookie());
        }
        call.cookies().forEach(cookie -> exchange.header("Set-Cookie", secure && !cookie.contains("; Secure") ? cookie + "; Secure" : cookie));
    }

    private void set(Exchange exchange, String[] idAndKey, boolean secure) {
        exchange.header("Set-Cookie", Cookies.of(sessions.cookie(), idAndKey[0], secure));
        if (idAndKey.length == 2) {
            exchange.header("Set-Cookie", Cookies.of(Sessions.KEY_COOKIE, idAndKey[1], secure));
        }
    }

    /** Whether the browser has neither credentials nor a session, one in the middle of a sign-in included. */
    private boolean nobody(Call call) {
        return call.caller().kind() == Caller.Kind.ANONYMOUS && call.request().header("Authorization").isEmpty() && sessions.of(call.request()).isEmpty();
    }
}
