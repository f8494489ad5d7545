package iam.war.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.war.http.Client;
import iam.war.testing.Server;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a fresh server answers of its own rows. */
class DefaultDataTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonObject answer(String target) {
        return Json.createReader(new StringReader(new Client(server).get("/api/" + target + (target.contains("?") ? "&" : "?") + "username=built-in/admin&password=123").text())).readObject();
    }

    @Test
    void hoursOfTheSecondFactorAreUnset() {
        assertEquals(12, answer("get-organization?id=admin/built-in").getJsonObject("data").getInt("mfaRememberInHours"));
        assertEquals(0, answer("get-organizations?owner=admin").getJsonArray("data").getJsonObject(0).getInt("mfaRememberInHours"));
        assertEquals(0, answer("get-account").getJsonObject("data2").getInt("mfaRememberInHours"));
    }

    @Test
    void timesAreThatOfTheFirstStart() {
        for (String name : new String[] {"api", "user"}) {
            JsonObject enforcer = answer("get-enforcer?id=built-in/" + name + "-enforcer-built-in").getJsonObject("data");
            assertEquals(enforcer.getString("createdTime"), enforcer.getString("updatedTime"));
        }
        JsonObject permission = answer("get-permission?id=built-in/permission-built-in").getJsonObject("data");
        assertEquals(permission.getString("createdTime"), permission.getString("approveTime"));
    }
}
