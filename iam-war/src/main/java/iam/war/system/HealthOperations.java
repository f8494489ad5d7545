package iam.war.system;

import iam.spi.Health;
import iam.war.Component;
import iam.war.operation.Access;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import iam.war.provider.Providers;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the server lives, and whether it can do its work, for load balancers and supervisors. Anybody may ask, so the answer names states only; the log has the reasons. */
@Component
final class HealthOperations implements Operations {
    private static final Logger LOG = LoggerFactory.getLogger(HealthOperations.class);
    /** Checks may cost a round trip to every system behind us; so often at most. */
    private static final long AGE = Duration.ofSeconds(1).toNanos();
    private static final String UP = "UP";

    private final Providers providers;
    private Map<String, String> checks = Map.of();
    private long checked = System.nanoTime() - AGE;

    @Inject
    HealthOperations(Providers providers) {
        this.providers = providers;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/health/live", "Says that the server answers").access(Access.CLIENT).run(call -> Reply.json(Map.of("status", UP)).noStore()),
                Operation.of("GET", "/health/ready", "Says whether store and providers can do their work").access(Access.CLIENT).run(call -> ready()));
    }

    private Reply ready() {
        Map<String, String> states = states();
        boolean up = states.entrySet().stream().allMatch(entry -> entry.getValue().equals(UP) || providers.optional(entry.getKey()));
        return Reply.json(up ? 200 : 503, Map.of("status", up ? UP : "DOWN", "checks", states)).noStore();
    }

    private synchronized Map<String, String> states() {
        if (System.nanoTime() - checked >= AGE) {
            Map<String, String> states = new TreeMap<>();
            providers.health().forEach((name, health) -> states.put(name, state(name, health)));
            checks = states;
            checked = System.nanoTime();
        }
        return checks;
    }

    private static String state(String name, Health health) {
        if (!health.up()) {
            LOG.warn("{} is down: {}", name, health.detail());
        }
        return health.up() ? UP : "DOWN";
    }
}
