package iam.providers.notification;

import iam.spi.notification.NotificationSinkContract;
import iam.spi.notification.NotificationSinkFactory;
import java.util.List;
import java.util.Map;

/** The log against the contract. */
class LogSinkTest extends NotificationSinkContract {
    @Override
    protected NotificationSinkFactory factory() {
        return new LogSinkFactory();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of();
    }

    @Override
    protected List<String> received() {
        return null;
    }
}
