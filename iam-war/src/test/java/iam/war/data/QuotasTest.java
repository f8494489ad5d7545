package iam.war.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.war.http.Client;
import iam.war.testing.Server;
import org.junit.jupiter.api.Test;

/** A quota holds whichever way a row comes. */
class QuotasTest {
    private static final String ROOT = "?username=built-in/admin&password=123";

    @Test
    void countsUsersHoweverTheyAreAdded() {
        System.setProperty("iam.quota.user", "1");
        try (Server server = Server.start()) {
            Client client = new Client(server);
            client.post("/api/add-organization" + ROOT, "{\"owner\":\"admin\",\"name\":\"org\"}");
            client.post("/api/add-application" + ROOT, "{\"owner\":\"admin\",\"name\":\"app\",\"organization\":\"org\",\"enablePassword\":true,\"enableSignUp\":true,"
                    + "\"signupItems\":[{\"name\":\"Username\",\"required\":true},{\"name\":\"Password\",\"required\":true}]}");
            String refused = "\"msg\":\"user quota is exceeded\"";
            String added = client.post("/api/add-user" + ROOT, "{\"owner\":\"org\",\"name\":\"bob\"}").text();
            assertTrue(added.contains(refused), added);
            String signup = client.post("/api/signup", "{\"application\":\"app\",\"organization\":\"org\",\"username\":\"bob\",\"name\":\"bob\",\"password\":\"Pass-w0rd\"}").text();
            assertTrue(signup.contains(refused), signup);
        } finally {
            System.clearProperty("iam.quota.user");
        }
    }
}
