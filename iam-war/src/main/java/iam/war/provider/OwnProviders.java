package iam.war.provider;

import iam.spi.ProviderFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers that lie beside the server's own classes. */
final class OwnProviders {
    private static final Logger LOG = LoggerFactory.getLogger(OwnProviders.class);

    private OwnProviders() {
    }

    /** Those of a kind; one that can't be loaded is logged and left out. */
    static List<Candidate> of(Class<?> kind) {
        List<Candidate> found = new ArrayList<>();
        Iterator<?> iterator = ServiceLoader.load(kind, OwnProviders.class.getClassLoader()).iterator();
        while (true) {
            try {
                if (!iterator.hasNext()) {
                    return found;
                }
                found.add(Candidate.of((ProviderFactory<?, ?>) iterator.next(), kind, Optional.empty()));
            } catch (ServiceConfigurationError e) {
                LOG.error("a provider of kind {} can't be loaded: {}", kind.getSimpleName(), e.getMessage(), e);
            }
        }
    }
}
