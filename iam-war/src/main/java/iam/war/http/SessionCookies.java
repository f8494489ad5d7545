package iam.war.http;

import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.authn.Sessions;
import iam.war.operation.Call;
import iam.war.operation.Exchange;
import jakarta.inject.Inject;

/** Which cookies an answer sets. */
@Component
final class SessionCookies {
    @Inject
    SessionCookies() {
    }

    /** A browser that has no session gets a cookie all the same, as clients of this API expect; nothing is stored for it. */
    void set(Exchange exchange) {
        Call call = exchange.call();
        boolean secure = call.request().base().startsWith("https:");
        if (call.session() != null) {
            exchange.header("Set-Cookie", Cookies.session(call.session(), secure));
        } else if (exchange.judged() && call.caller().kind() == Caller.Kind.ANONYMOUS && call.request().header("Authorization").isEmpty()) {
            exchange.header("Set-Cookie", Cookies.session(Sessions.anonymousCookie(), secure));
        }
        call.cookies().forEach(cookie -> exchange.header("Set-Cookie", secure && !cookie.contains("; Secure") ? cookie + "; Secure" : cookie));
    }
}
