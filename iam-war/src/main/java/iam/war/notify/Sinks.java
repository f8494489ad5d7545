package iam.war.notify;

import iam.spi.notification.NotificationSink;
import iam.spi.notification.NotificationSinkFactory;
import iam.war.Component;
import iam.war.provider.Providers;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The notification sinks that are installed and turned on. */
@Component
final class Sinks {
    private final Map<String, NotificationSink> sinks;

    @Inject
    Sinks(Providers providers) {
        sinks = providers.all(NotificationSinkFactory.class, () -> null);
    }

    List<String> ids() {
        return List.copyOf(sinks.keySet());
    }

    Optional<NotificationSink> find(String id) {
        return Optional.ofNullable(sinks.get(id));
    }
}
