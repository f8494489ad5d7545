package iam.war.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.war.http.Client;
import iam.war.http.Client.Answer;
import iam.war.operation.Access;
import iam.war.operation.Operation;
import iam.war.operation.OperationTable;
import iam.war.operation.Target;
import iam.war.testing.Server;
import iam.war.testing.WatchingStore;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Every operation, called by every kind of caller, about an object of his own and of another organization, named in every way: nothing is read, counted or
 * changed of an organization that the caller does not administer, but for what the contract shows to everybody.
 */
class AuthorizationTest {
    /** What shows objects of any organization to anybody, masked: what sign-in pages and shops need; a sign-in repeats what was sent. Secrets are looked for here as well. */
    private static final Set<String> PUBLIC = Set.of("/api/get-application", "/api/get-app-login", "/api/get-default-application", "/api/get-user-application",
            "/api/get-organization-applications", "/api/get-plan", "/api/get-pricing", "/api/get-product", "/api/get-products", "/api/get-provider", "/api/get-email-and-phone",
            "/api/get-invitation-info", "/api/get-organization-names", "/api/get-captcha", "/api/login");
    /** What a caller does about himself, or with credentials of its own. */
    private static final Set<String> OWN = Set.of("/api/login", "/api/signup", "/api/logout", "/api/sso-logout");

    /** Needs a code that the walk does not know, so that even the administrator gets an error, if another one. */
    private static final String VERIFICATION = "/api/verify-invitation";
    /** The row of the member who calls. */
    private static final String SELF = "home/member";

    private final Set<String> faults = new TreeSet<>();
    private final Set<String> open = new TreeSet<>();
    private int cases;

    @Test
    void showsAndChangesNothingForeign() {
        try (Server server = Server.start(Map.of("iam.store", "watching"))) {
            World world = new World(server.get(EntityStore.class));
            List<Operation> operations = server.get(OperationTable.class).all();
            Client client = new Client(server).at("127.0.0.1");
            for (Operation operation : operations) {
                for (Callers caller : Callers.values()) {
                    walk(client, world, operation, caller);
                }
            }
            System.out.println(cases + " cases: " + operations.size() + " operations, " + Callers.values().length + " callers, 2 objects, " + Naming.values().length + " ways to name them");
            assertEquals("", String.join("\n", faults));
            assertEquals("", String.join("\n", neverOpen(operations)));
            assertTrue(cases > 10_000, () -> cases + " cases");
        }
    }

    private void walk(Client client, World world, Operation operation, Callers caller) {
        EntityType<?> type = operation.target().type() == null ? EntityType.of(User.class) : operation.target().type();
        for (String organization : World.ORGANIZATIONS) {
            Entity object = world.object(type, organization);
            Entity other = world.object(type, organization.equals("home") ? "away" : "home");
            for (Naming naming : Naming.values()) {
                Naming.Sent sent = naming.name(operation, caller, object, other);
                String method = operation.method().equals("ANY") ? "GET" : operation.method();
                if (method.equals("GET") && !sent.body().isEmpty()) {
                    continue;
                }
                WatchingStore.touched();
                Answer answer = client.send(method, sent.target(), sent.type(), sent.body());
                cases++;
                List<WatchingStore.Touch> touched = WatchingStore.touched();
                judge(operation, caller, operation.line() + " | " + caller + " " + organization + " " + naming, answer, touched);
                if (!touched.isEmpty()) {
                    world.restore();
                }
            }
        }
    }

    private void judge(Operation operation, Callers caller, String name, Answer answer, List<WatchingStore.Touch> touched) {
        if (answer.status() >= 500) {
            faults.add(name + " failed");
        }
        for (String organization : World.ORGANIZATIONS) {
            if (caller.administered.contains(organization)) {
                if (answer.ok() || operation.path().equals(VERIFICATION) && !answer.text().contains("Unauthorized operation")) {
                    open.add(operation.line());
                }
                continue;
            }
            if (answer.text().contains("hush-" + organization) || !PUBLIC.contains(operation.path()) && answer.text().contains("mark-" + organization)) {
                faults.add(name + " shows " + organization);
            }
            if (!OWN.contains(operation.path()) && touched.stream().anyMatch(touch -> touch.organization().equals(organization) && !touch.id().equals(SELF))) {
                faults.add(name + " changes " + organization);
            }
        }
        boolean nobody = caller == Callers.FORBIDDEN || caller == Callers.DELETED;
        if (nobody && answer.ok() && operation.access() != Access.CLIENT) {
            faults.add(name + " is answered");
        }
    }

    /** What not even the administrator could call: then the walk would prove nothing. */
    private Set<String> neverOpen(List<Operation> operations) {
        Set<String> closed = new TreeSet<>();
        for (Operation operation : operations) {
            boolean about = operation.access() == Access.ADMIN && operation.target().source() != Target.Source.CALLER && operation.target().source() != Target.Source.LOOKED_UP;
            if (about && operation.method().equals("GET") && !open.contains(operation.line())) {
                closed.add(operation.line());
            }
        }
        return closed;
    }
}
