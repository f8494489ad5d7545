package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A receiver that hangs changes no answer, and sign-outs take as long as with one that answers. */
@Slow
class LogoutCostTest {
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 5;
    private static final int EACH = 60;
    private static final double MOST = 1.05;

    @Test
    void aReceiverThatHangsIsNotFelt() {
        try (Receiver good = new Receiver(call -> 200); Receiver hanging = new Receiver(call -> -1); Server server = Server.of(Container.EMBEDDED).start()) {
            SignedUp.prepare(server.http(), "good", good.url());
            SignedUp.prepare(server.http(), "hang", hanging.url());
            SignedUp.user(server.http(), "good", "ann");
            SignedUp.user(server.http(), "hang", "ann");
            median(server.http(), "good", WARM_UP);
            median(server.http(), "hang", WARM_UP);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                double usual = median(server.http(), "good", EACH);
                ratios.add(median(server.http(), "hang", EACH) / usual);
            }
            Collections.sort(ratios);
            System.out.println("sign-out with a receiver that hangs, in parts of the time with one that answers: " + ratios);
            assertTrue(ratios.get(ROUNDS / 2) < MOST, ratios.toString());
        }
    }

    /** The median time of a sign-out, in nanoseconds. */
    private static double median(Http http, String organization, int times) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String cookie = SignedUp.signin(http, organization, "ann");
            long begin = System.nanoTime();
            assertEquals("ok", Json.text(Json.object(http.post("/api/sso-logout", "", "Cookie", cookie)), "status"));
            nanos.add(System.nanoTime() - begin);
        }
        Collections.sort(nanos);
        return nanos.get(times / 2);
    }
}
