package iam.providers.notification;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.config.ConfigProperty.Type;
import iam.spi.notification.NotificationSink;
import iam.spi.notification.NotificationSinkFactory;
import java.net.URI;
import java.util.List;

/** Registers the sink that posts signed JSON. */
public final class HttpSinkFactory implements NotificationSinkFactory {
    @Override
    public String id() {
        return "http";
    }

    @Override
    public boolean enabledByDefault() {
        return false;
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(ConfigProperty.required("url", Type.TEXT, "Where notifications are posted to; private addresses are fine."),
                ConfigProperty.required("secret", Type.TEXT, "What the body is signed with.").asSecret(),
                ConfigProperty.optional("timeout", Type.DURATION, "How long to wait for an answer.", "10s"));
    }

    @Override
    public NotificationSink create(Config config, Void context) {
        return new HttpSink(URI.create(config.text("url")), config.text("secret"), config.duration("timeout"));
    }
}
