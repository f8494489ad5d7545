package client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import client.api.UserApi;
import client.invoker.ApiClient;
import client.invoker.ApiException;
import client.model.User;
import client.model.UserListAnswer;
import client.model.WriteAnswer;
import org.junit.jupiter.api.Test;

/** The generated client reads users and adds one. */
class UsersTest {
    private static final String ORGANIZATION = System.getProperty("iam.organization", "built-in");

    private final UserApi users;

    UsersTest() {
        ApiClient client = new ApiClient();
        client.setBasePath(System.getProperty("iam.base"));
        client.setUsername(System.getProperty("iam.client"));
        client.setPassword(System.getProperty("iam.secret"));
        users = new UserApi(client);
    }

    private UserListAnswer page() throws ApiException {
        return users.getUsers(ORGANIZATION, null, "1", "100", null, null, "name", "ascend", null);
    }

    @Test
    void readsUsersAndAddsOne() throws ApiException {
        int before = page().getData2();
        String name = "generated-" + Long.toString(System.nanoTime(), 36);
        WriteAnswer added = users.addUser(new User().owner(ORGANIZATION).name(name).displayName("Generated").email(name + "@example.com").password("generated-1"));
        assertEquals(WriteAnswer.StatusEnum.OK, added.getStatus(), added.getMsg());
        assertEquals("Affected", added.getData());

        User read = users.getUser(ORGANIZATION + "/" + name, null, null, null, null).getData();
        assertEquals("Generated", read.getDisplayName());
        UserListAnswer after = page();
        assertEquals(before + 1, after.getData2());
        assertTrue(after.getData().stream().anyMatch(user -> name.equals(user.getName())));
    }
}
