package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Codes and refresh tokens are good once, also when many requests bring them at the same time; EndedEverywhereTest lets them come to two servers. */
@ExtendWith(RunningServer.class)
class OneUseTest {
    private static final int REQUESTS = 20;
    private static final String CALLBACK = "http://localhost:9999/callback";

    @Test
    void onOneServer(Http http) throws Exception {
        check(List.of(http));
    }

    /** Twenty times the same code, then twenty times the same refresh token, over all the servers. */
    static void check(List<Http> servers) throws Exception {
        Fixture fixture = Fixture.make(servers.get(0), CALLBACK);
        String client = "&client_id=" + fixture.clientId() + "&client_secret=" + fixture.clientSecret();
        List<String> answers = race(servers, "grant_type=authorization_code&code=" + code(servers.get(0), fixture) + client);
        assertEquals(1, answers.stream().filter(answer -> answer.contains("access_token")).count(), answers::toString);

        Http.Answer fresh = token(servers.get(0), "grant_type=authorization_code&code=" + code(servers.get(0), fixture) + client);
        String refresh = Json.object(fresh).getString("refresh_token");
        answers = race(servers, "grant_type=refresh_token&refresh_token=" + refresh + client);
        assertEquals(1, answers.stream().filter(answer -> answer.contains("access_token")).count(), answers::toString);
    }

    private static String code(Http http, Fixture fixture) {
        Http.Answer login = http.postJson("/api/login?clientId=" + fixture.clientId() + "&responseType=code&scope=openid&state=s&redirectUri=" + CALLBACK,
                Json.of("type", "code", "application", fixture.application(), "organization", fixture.organization(), "username", fixture.username(), "password", fixture.password()));
        return Json.text(Json.object(login), "data");
    }

    private static Http.Answer token(Http http, String form) {
        return http.post("/api/login/oauth/access_token", form, "Content-Type", "application/x-www-form-urlencoded");
    }

    private static List<String> race(List<Http> servers, String form) throws Exception {
        return Race.run(REQUESTS, number -> token(servers.get(number % servers.size()), form));
    }
}
