package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.deploy.Http.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Plants secrets wherever a client may put them, and finds them in no audit record, log line, answer or metric. */
class SecretsTest {
    private static final String ROOT = "username=built-in/admin&password=123";
    private static final List<String> PATHS = List.of("/api/login", "/api/signup", "/api/set-password", "/api/add-user", "/api/update-provider", "/api/no-such-call", "/api/login/oauth/access_token",
            "/api/verify-code");
    private static final List<String> NAMES = List.of("password", "newPassword", "clientSecret", "client_secret", "accessToken", "access_token", "refreshToken", "accessSecret", "passcode", "recoveryCode",
            "captchaToken", "privateKey", "code_verifier", "id_token_hint", "client_assertion", "subject_token", "apiKey", "Totp-Secret");

    private final List<String> planted = new ArrayList<>();

    private String plant() {
        planted.add("p1anted" + planted.size() + "secret");
        return planted.get(planted.size() - 1);
    }

    @Test
    void appearNowhere() throws InterruptedException {
        try (Server server = Server.of(Container.EMBEDDED).start()) {
            Http http = server.http();
            for (String path : PATHS) {
                for (String name : NAMES) {
                    everywhere(http, path, name);
                }
                headers(http, path);
            }
            TimeUnit.SECONDS.sleep(1);
            String records = http.get("/api/get-records?p=1&pageSize=5000&" + ROOT).text();
            assertTrue(records.contains("verify-code") && records.contains("***"), records.substring(0, Math.min(500, records.length())));
            nowhere(records, "records");
            nowhere(http.get("/api/metrics?" + ROOT).text(), "metrics");
            server.stop();
            nowhere(server.log(), "log");
        }
    }

    private void everywhere(Http http, String path, String name) {
        answered(http.postJson(path + "?" + name + "=" + plant(), "{}"));
        answered(http.postJson(path, "{ \"" + name + "\" :\n\"" + plant() + "\", \"username\":\"x\", \"application\":\"app-built-in\", \"organization\":\"built-in\" }"));
        answered(http.postJson(path, "{\"outer\":{\"" + name + "\":[\"" + plant() + "\",{\"x\":\"" + plant() + "\"}]}}"));
        answered(http.postJson(path, "{\"" + name + "\":\"" + plant()));
        answered(http.post(path, "a=b&" + name + "=" + plant(), "Content-Type", "application/x-www-form-urlencoded"));
        answered(http.post(path, "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + plant() + "\r\n--b--", "Content-Type", "multipart/form-data; boundary=b"));
        answered(http.post(path, name + ": " + plant(), "Content-Type", "text/plain"));
    }

    private void headers(Http http, String path) {
        answered(http.postJson(path, "{}", "Authorization", "Bearer " + plant()));
        answered(http.postJson(path, "{}", "Authorization", "DPoP " + plant(), "DPoP", plant()));
        answered(http.postJson(path, "{}", "Authorization", "Basic " + plant()));
        answered(http.postJson(path, "{}", "Cookie", "iam_session_id=" + plant()));
        answered(http.postJson(path, "{}", "X-Api-Key", plant(), "X-Request-Id", "own id"));
    }

    private void answered(Answer answer) {
        nowhere(answer.text() + answer.headers().map(), "answer");
    }

    private void nowhere(String text, String where) {
        if (text.contains("p1anted")) {
            planted.forEach(secret -> assertFalse(text.contains(secret), () -> where + " holds " + secret + ": ..." + around(text, secret)));
        }
    }

    private static String around(String text, String secret) {
        int at = text.indexOf(secret);
        return text.substring(Math.max(0, at - 200), Math.min(text.length(), at + 100));
    }
}
