package iam.war.boot;

import iam.spi.store.StoreUnavailableException;
import iam.war.Component;
import iam.war.Daemon;
import iam.war.authn.AuthenticatorChain;
import iam.war.operation.OperationTable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when the application starts: operations are checked, default rows made. A store that is away does not stop the start; it is tried again. */
@Component
final class Startup {
    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final DefaultData defaultData;
    private final OperationTable operations;
    private final AuthenticatorChain authenticators;
    private final ScheduledExecutorService retries = Executors.newSingleThreadScheduledExecutor(new Daemon("iam-startup"));

    @Inject
    Startup(DefaultData defaultData, OperationTable operations, AuthenticatorChain authenticators) {
        this.defaultData = defaultData;
        this.operations = operations;
        this.authenticators = authenticators;
    }

    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        LOG.info("{} operations; callers authenticate by {}", operations.all().size(), authenticators.ids());
        prepare();
        Leftovers.removeBuffers();
    }

    private void prepare() {
        try {
            defaultData.ensure();
            retries.shutdown();
        } catch (StoreUnavailableException e) {
            LOG.warn("the store is not available yet: {}", e.getMessage());
            retries.schedule(this::prepare, 1, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        retries.shutdownNow();
        Leftovers.removeBundles();
    }
}
