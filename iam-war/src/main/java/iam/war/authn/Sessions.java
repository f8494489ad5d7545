package iam.war.authn;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.in;
import static iam.spi.store.Condition.less;
import static iam.spi.store.Condition.notEqual;

import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.entity.Session;
import iam.api.entity.User;
import iam.spi.authn.AuthenticationRequest;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.crypto.Digests;
import iam.war.crypto.GrowingIds;
import iam.war.crypto.Randoms;
import iam.war.data.BrowserSession;
import iam.war.data.Defaults;
import iam.war.data.Times;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Browser sessions, in the store, and the rows that list them for administrators (contract: auth.md section 6). */
@Component
public final class Sessions {
    /**
     * The cookie that holds the other half of what a browser has to show. The id is told to administrators and applications, so it alone opens nothing; clients
     * of this API expect to find exactly it in the {@link #cookie()}.
     */
    public static final String KEY_COOKIE = "iam_key";

    /** What a session remembers of the user in whose place its own user acts. */
    public static final String IMPERSONATED = "impersonated";
    /** The cookie that has to name him too. */
    public static final String IMPERSONATION_COOKIE = "impersonateUser";

    /** The method that reads the cookie has the same setting. */
    private static final String COOKIE_SETTING = "iam.authn.session.cookie";
    private static final String COOKIE = "iam_session_id";
    private static final int ID_LENGTH = 32;
    private static final int KEY_LENGTH = 40;
    private static final String OTHER_COOKIE = "casdoor_session_id";
    private static final EntityType<Session> SESSION = EntityType.of(Session.class);
    private static final int MOST_IDS = 100;

    /** A use is written down when so much of the idle time has passed since the last one, so that most calls write nothing. */
    private static final int PARTS = 20;

    private final EntityStore store;
    private final int idleMinutes;
    private final String cookie;

    @Inject
    Sessions(EntityStore store, Settings settings) {
        this.store = store;
        this.idleMinutes = settings.integer("iam.inactive-timeout-minutes", 0);
        this.cookie = settings.text(COOKIE_SETTING, COOKIE);
    }

    /** The name of the cookie that holds the id of a session. */
    public String cookie() {
        return cookie;
    }

    /**
     * A session that was opened.
     *
     * @param session the row
     * @param cookie id and key for the cookies, with a dot between them
     */
    public record Opened(BrowserSession session, String cookie) {
    }

    /** The session that the cookie of a request names, while it lasts. */
    public Optional<BrowserSession> of(AuthenticationRequest request) {
        return request.cookie(cookie).or(() -> request.cookie(OTHER_COOKIE)).flatMap(id -> find(id, request));
    }

    /** The session of an id, while it lasts, when the request has the key to it. */
    public Optional<BrowserSession> find(String id, AuthenticationRequest request) {
        String key = request.cookie(KEY_COOKIE).orElse("");
        if (id.length() != ID_LENGTH || key.length() != KEY_LENGTH) {
            return Optional.empty();
        }
        return store.find(BrowserSession.TYPE, EntityKey.of(id)).filter(session -> Digests.same(session.cookieHash, Digests.sha256Hex(id + "." + key)))
                .filter(session -> session.expiresAt > System.currentTimeMillis());
    }

    /** After how many minutes without a use a session ends; 0 for never. */
    int idleMinutes() {
        return idleMinutes;
    }

    /** Notes that a session is used; false, and the session ends, when it was not for too long. */
    boolean use(BrowserSession session) {
        long idle = System.currentTimeMillis() - session.usedAt;
        long most = Duration.ofMinutes(idleMinutes).toMillis();
        if (idleMinutes <= 0 || idle < most / PARTS) {
            return true;
        }
        if (idle > most) {
            end(session);
            return false;
        }
        store.updateAll(BrowserSession.TYPE, Query.where(equal("sid", session.sid)), Map.of("usedAt", System.currentTimeMillis()));
        return true;
    }

    /** A value for the cookie of a browser that has no session; nothing is stored for it. */
    public static String anonymousCookie() {
        return Randoms.hex(ID_LENGTH / 2);
    }

    /**
     * Opens a session in place of the one the request carries: a sign-in always gets a new id.
     *
     * @param request the sign-in
     * @param session who signed in to what, and for how long
     * @return the session and its cookie
     */
    public Opened open(AuthenticationRequest request, BrowserSession session) {
        session.sid = GrowingIds.next().replace("-", "");
        String cookie = session.sid + "." + Randoms.base64Url(KEY_LENGTH / 4 * 3);
        session.cookieHash = Digests.sha256Hex(cookie);
        session.createdAt = System.currentTimeMillis();
        session.usedAt = session.createdAt;
        return store.inTransaction(() -> {
            of(request).ifPresent(this::end);
            store.insert(session);
            if (!session.user.isEmpty()) {
                list(session);
            }
            return new Opened(session, cookie);
        });
    }

    /** A session of a user in an application that lasts for some time; not stored yet. */
    public static BrowserSession make(User user, String application, Duration time) {
        BrowserSession session = new BrowserSession();
        session.organization = user.owner;
        session.user = user.name;
        session.application = application;
        session.expiresAt = Instant.now().plus(time).toEpochMilli();
        return session;
    }

    /** Writes changed fields of a session. */
    public void save(BrowserSession session, String... fields) {
        store.update(BrowserSession.TYPE, BrowserSession.TYPE.keyOf(session), session, List.of(fields));
    }

    private void list(BrowserSession session) {
        Session row = new Session();
        row.owner = session.organization;
        row.name = session.user;
        row.application = session.application;
        row.createdTime = Times.now();
        row.sessionId = List.of(session.sid);
        if (!store.insert(row)) {
            store.find(SESSION, SESSION.keyOf(row)).ifPresent(there -> {
                List<String> ids = new ArrayList<>(Defaults.present(there.sessionId));
                ids.add(session.sid);
                relist(there, newest(ids));
            });
        }
    }

    /** So many of the ids of sessions, oldest first, as a row lists. */
    public static List<String> newest(List<String> ids) {
        return ids.subList(Math.max(0, ids.size() - MOST_IDS), ids.size());
    }

    private void relist(Session row, List<String> ids) {
        row.sessionId = ids;
        store.update(SESSION, SESSION.keyOf(row), row, List.of("sessionId"));
    }

    /** Ends a session: the browser is signed out, and the row of its application no longer lists it. */
    public void end(BrowserSession session) {
        end(List.of(session));
    }

    /** Ends sessions. It takes few statements for all of them, and one for each row that still lists others. */
    public void end(List<BrowserSession> sessions) {
        if (sessions.isEmpty()) {
            return;
        }
        store.inTransaction(() -> {
            store.delete(BrowserSession.TYPE, Query.where(in("sid", sessions.stream().map(session -> session.sid).toList())));
            sessions.stream().filter(session -> !session.user.isEmpty()).collect(Collectors.groupingBy(session -> session.organization)).forEach(this::unlist);
            return null;
        });
    }

    /** Ends all sessions of a user, except one. Without an exception it takes as many statements for one session as for many. */
    public void endAll(String organization, String user, String exceptSid) {
        Query all = Query.where(equal("organization", organization), equal("user", user));
        store.inTransaction(() -> {
            if (exceptSid.isEmpty()) {
                store.delete(BrowserSession.TYPE, all);
                unlist(organization, user);
            } else {
                end(store.list(BrowserSession.TYPE, all.and(notEqual("sid", exceptSid))));
            }
            return null;
        });
    }

    /** Removes the rows that list the sessions of a user. */
    public void unlist(String organization, String user) {
        store.delete(SESSION, Query.where(equal("owner", organization), equal("name", user)));
    }

    /** Ends sessions that ran out before a time, at most so many; answers how many. */
    public int endExpired(long now, int most) {
        List<BrowserSession> ended = store.list(BrowserSession.TYPE, Query.where(less("expiresAt", now)).ascending("expiresAt").window(0, most),
                List.of("sid", "organization", "user"));
        end(ended);
        return ended.size();
    }

    private void unlist(String organization, List<BrowserSession> ended) {
        Set<String> sids = ended.stream().map(session -> session.sid).collect(Collectors.toSet());
        Query theirs = Query.where(equal("owner", organization), in("name", ended.stream().map(session -> session.user).distinct().toList()));
        Map<String, List<String>> emptied = new TreeMap<>();
        for (Session row : store.list(SESSION, theirs)) {
            List<String> listed = Defaults.present(row.sessionId);
            List<String> left = listed.stream().filter(id -> !sids.contains(id)).toList();
            if (left.isEmpty() && !listed.isEmpty()) {
                emptied.computeIfAbsent(row.application, application -> new ArrayList<>()).add(row.name);
            } else if (left.size() < listed.size()) {
                relist(row, left);
            }
        }
        emptied.forEach((application, names) -> store.delete(SESSION, Query.where(equal("owner", organization), equal("application", application), in("name", names))));
    }
}
