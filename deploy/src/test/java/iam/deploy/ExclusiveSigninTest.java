package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application with exclusive sign-in lets each user have one session, also when he signs in in many places at the same time. */
@ExtendWith(RunningServer.class)
class ExclusiveSigninTest {
    private static final String ROOT = "?username=built-in/admin&password=123";
    private static final int PLACES = 8;

    @Test
    void leavesOneSession(Http http) throws Exception {
        SignedUp.prepare(http, "exclusive", "http://127.0.0.1:9/");
        SignedUp.user(http, "exclusive", "ann");
        String application = http.get("/api/get-application" + ROOT + "&id=admin/exclusive-app").text();
        String changed = Json.object(application).getJsonObject("data").toString().replace("\"enableExclusiveSignin\":false", "\"enableExclusiveSignin\":true");
        assertTrue(http.postJson("/api/update-application" + ROOT + "&id=admin/exclusive-app", changed).text().contains("\"Affected\""));
        List<String> cookies = signInEverywhere(http);
        assertEquals(PLACES, cookies.stream().distinct().count());
        assertEquals(1, cookies.stream().filter(cookie -> http.get("/api/get-account", "Cookie", cookie).text().contains("\"status\":\"ok\"")).count());
        assertEquals(1, Json.object(http.get("/api/get-session" + ROOT + "&sessionPkId=exclusive/ann/exclusive-app")).getJsonObject("data").getJsonArray("sessionId").size());
    }

    private static List<String> signInEverywhere(Http http) throws Exception {
        ExecutorService places = Executors.newFixedThreadPool(PLACES);
        try {
            Callable<String> signIn = () -> SignedUp.signin(http, "exclusive", "ann");
            List<String> cookies = new ArrayList<>();
            for (Future<String> cookie : places.invokeAll(Collections.nCopies(PLACES, signIn))) {
                cookies.add(cookie.get());
            }
            return cookies;
        } finally {
            places.shutdown();
        }
    }
}
