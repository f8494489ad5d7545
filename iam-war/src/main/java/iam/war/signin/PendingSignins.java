package iam.war.signin;

import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.Sessions;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.operation.Call;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sign-ins that have shown a password and are not through. Their browser's session belongs to nobody, so no operation takes it for a signed-in one, and each
 * step finds only what was begun for it.
 */
@Component
public final class PendingSignins {
    private static final Duration TIME = Duration.ofMinutes(10);
    private static final String STEP = "pendingStep";
    private static final String USER = "pendingUser";
    private static final String APPLICATION = "pendingApplication";
    private static final String PASSWORD_SET = "pendingPasswordSet";

    private final Directory directory;
    private final Sessions sessions;

    @Inject
    PendingSignins(Directory directory, Sessions sessions) {
        this.directory = directory;
        this.sessions = sessions;
    }

    /** What a sign-in waits for. */
    public enum Step {
        /** A second factor of the user. */
        SECOND_FACTOR,
        /** The enrolment of one. */
        ENROLMENT,
        /** A new password. */
        NEW_PASSWORD
    }

    /**
     * A sign-in that waits.
     *
     * @param user who has shown his password, as he is stored now
     * @param application what he signs in to
     * @param step what for
     * @param session its row, which remembers more
     */
    public record Pending(User user, String application, Step step, BrowserSession session) {
    }

    /** Remembers in the browser's session what is awaited of whom. */
    public Pending begin(Call call, Step step, String application, User user, Map<String, String> more) {
        BrowserSession session = new BrowserSession();
        session.expiresAt = System.currentTimeMillis() + TIME.toMillis();
        session.data = new HashMap<>(more);
        session.data.putAll(Map.of(STEP, step.name(), USER, user.id(), APPLICATION, application, PASSWORD_SET, user.lastChangePasswordTime));
        call.session(sessions.open(call.request(), session).cookie());
        return new Pending(user, application, step, session);
    }

    /** The sign-in that waits in this browser; none when its user is no more, or has another password by now. */
    public Optional<Pending> find(Request request) {
        return sessions.of(request).filter(session -> session.user.isEmpty() && !session.remembered(USER).isEmpty()).flatMap(session -> {
            String[] key = session.remembered(USER).split("/", 2);
            return directory.user(key[0], key[1]).filter(user -> Callers.active(user) && user.lastChangePasswordTime.equals(session.remembered(PASSWORD_SET)))
                    .map(user -> new Pending(user, session.remembered(APPLICATION), Step.valueOf(session.remembered(STEP)), session));
        });
    }

    /** Ends the wait: what has been shown for it is not good again. */
    public void end(Pending pending) {
        sessions.end(pending.session());
    }
}
