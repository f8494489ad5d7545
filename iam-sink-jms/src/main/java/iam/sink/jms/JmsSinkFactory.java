package iam.sink.jms;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.config.ConfigProperty.Type;
import iam.spi.notification.NotificationSink;
import iam.spi.notification.NotificationSinkFactory;
import jakarta.jms.ConnectionFactory;
import java.util.List;

/** Registers the sink that sends to a broker with a Jakarta Messaging client, whose jars lie beside this one. */
public final class JmsSinkFactory implements NotificationSinkFactory {
    @Override
    public String id() {
        return "jms";
    }

    @Override
    public boolean enabledByDefault() {
        return false;
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(ConfigProperty.required("connection-factory", Type.TEXT, "The client's class that implements jakarta.jms.ConnectionFactory and is made with a URL."),
                ConfigProperty.required("url", Type.TEXT, "The address of the broker, as its client wants it."),
                ConfigProperty.optional("user", Type.TEXT, "Whom to sign in as; nobody when it is empty.", ""),
                ConfigProperty.optional("password", Type.TEXT, "The password.", "").asSecret(),
                ConfigProperty.optional("destination", Type.TEXT, "The queue or topic.", "iam.notifications"),
                ConfigProperty.optional("topic", Type.BOOLEAN, "Whether the destination is a topic.", "false"));
    }

    @Override
    public NotificationSink create(Config config, Void context) {
        return new JmsSink(connections(config.text("connection-factory"), config.text("url")), config.text("user"), config.text("password"), config.text("destination"),
                config.flag("topic"));
    }

    private static ConnectionFactory connections(String type, String url) {
        try {
            return Class.forName(type, true, JmsSinkFactory.class.getClassLoader()).asSubclass(ConnectionFactory.class).getConstructor(String.class).newInstance(url);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalStateException(type + " can't be used: it has to be a ConnectionFactory that is made with a URL", e);
        }
    }
}
