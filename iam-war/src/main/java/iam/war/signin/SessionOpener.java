package iam.war.signin;

import iam.api.entity.Application;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.Sessions;
import iam.war.data.BrowserSession;
import iam.war.operation.Call;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/** Signs a browser in: a new session with the life that the application gives it, its cookie with the answer (contract: oauth.md section 1.1). */
@Component
public final class SessionOpener {
    private static final int DEFAULT_HOURS = 720;
    private static final int MOST_HOURS = 24;

    private final Sessions sessions;

    @Inject
    SessionOpener(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Opens a session in place of the one that the browser has.
     *
     * @param call the sign-in
     * @param application what the user signs in to
     * @param user who signs in
     * @param stay whether the session outlives the day
     * @param data what later steps have to know; usually nothing
     */
    public BrowserSession open(Call call, Application application, User user, boolean stay, Map<String, String> data) {
        long hours = application.cookieExpireInHours == 0 ? DEFAULT_HOURS : application.cookieExpireInHours;
        BrowserSession session = Sessions.make(user, application.name, Duration.ofHours(stay ? hours : Math.min(hours, MOST_HOURS)));
        session.data = data.isEmpty() ? null : data;
        call.session(sessions.open(call.request(), session).cookie());
        call.recordAs(Callers.user(user, "", session.sid));
        return session;
    }
}
