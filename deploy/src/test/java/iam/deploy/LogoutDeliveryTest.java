package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.providers.testing.MariaDbServer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 at random moments during logouts, with a receiver that fails every third call and is down for ten seconds: every logout that was answered ok is
 * delivered, none that was refused. {@code iam.logouts} says how many.
 */
@Slow
class LogoutDeliveryTest {
    private static final int LOGOUTS = Integer.getInteger("iam.logouts", 150);
    private static final int CLIENTS = 3;
    /** There are twice as many kills, on the average. */
    private static final int KILLS = 5;
    private static final long LONGEST_SECONDS = Math.max(600, 3L * LOGOUTS);
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path directory;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private volatile long downUntil;

    @Test
    void onTheEmbeddedDatabase() throws Exception {
        try (Server server = Server.of(Container.EMBEDDED).start()) {
            deliversAll(List.of(server));
        }
    }

    @Test
    void onMariaDbWithTwoNodes() throws Exception {
        Assumptions.assumeTrue(MariaDbServer.available());
        try (MariaDbServer database = MariaDbServer.start(directory)) {
            String url = database.database("iam") + "?user=" + MariaDbServer.USER;
            try (Server one = Server.of(Container.EMBEDDED).with("--db", url).start(); Server two = Server.of(Container.EMBEDDED).with("--db", url).start()) {
                deliversAll(List.of(one, two));
            }
        }
    }

    private void deliversAll(List<Server> nodes) throws Exception {
        try (Receiver receiver = new Receiver(call -> call % 3 == 0 || System.nanoTime() < downUntil ? 500 : 200)) {
            SignedUp.prepare(nodes.get(0).http(), "kill", receiver.url());
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new Thread(() -> signOutMany(nodes)));
            }
            clients.forEach(Thread::start);
            killAtRandom(nodes, clients);
            awaitDelivery(receiver);
            Set<String> delivered = users(receiver);
            assertTrue(acknowledged.size() >= LOGOUTS, "only " + acknowledged.size() + " logouts were answered");
            assertEquals(Set.of(), minus(acknowledged, delivered), "answered ok, but not delivered");
            assertEquals(Set.of(), minus(delivered, minus(delivered, refused)), "refused, but delivered");
            System.out.println(acknowledged.size() + " logouts answered, " + receiver.accepted().size() + " deliveries to " + delivered.size() + " users");
        }
    }

    private void killAtRandom(List<Server> nodes, List<Thread> clients) throws InterruptedException {
        Random random = new Random();
        boolean down = false;
        while (clients.stream().anyMatch(Thread::isAlive)) {
            awaitLogouts(acknowledged.size() + 1 + random.nextInt(LOGOUTS / KILLS), clients);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
            if (!down && acknowledged.size() > LOGOUTS / 3) {
                down = true;
                downUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            }
            Server node = nodes.get(random.nextInt(nodes.size()));
            node.kill();
            node.start();
            awaitDatabase(node);
        }
        for (Thread client : clients) {
            client.join();
        }
    }

    private void awaitLogouts(int number, List<Thread> clients) throws InterruptedException {
        while (acknowledged.size() < number && clients.stream().anyMatch(Thread::isAlive)) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Otherwise hardly anything would happen between two kills: the embedded database takes some seconds to see that nobody else has it open. */
    private static void awaitDatabase(Server node) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && node.http().get("/health/ready").status() != 200) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void signOutMany(List<Server> nodes) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (acknowledged.size() < LOGOUTS && System.nanoTime() < end) {
            int i = next.getAndIncrement();
            String name = "u" + i;
            Http http = nodes.get(i % nodes.size()).http();
            try {
                SignedUp.user(http, "kill", name);
                String cookie = SignedUp.signin(http, "kill", name);
                String answer = http.post("/api/sso-logout", "", "Cookie", cookie).text();
                (answer.contains("\"status\":\"ok\"") ? acknowledged : refused).add(name);
            } catch (UncheckedIOException | AssertionError e) {
                pause(); // killed: nobody knows whether it happened; or its database is not open again yet, and there is no user
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitDelivery(Receiver receiver) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end && !users(receiver).containsAll(acknowledged)) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static Set<String> users(Receiver receiver) {
        Set<String> users = new TreeSet<>();
        receiver.accepted().forEach(document -> users.add(Json.object(document).getString("name")));
        return users;
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }
}
