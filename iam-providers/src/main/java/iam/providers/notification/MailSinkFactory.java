package iam.providers.notification;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.config.ConfigProperty.Type;
import iam.spi.notification.NotificationSink;
import iam.spi.notification.NotificationSinkFactory;
import java.util.List;
import java.util.Properties;

/** Registers the sink that sends mail. */
public final class MailSinkFactory implements NotificationSinkFactory {
    @Override
    public String id() {
        return "mail";
    }

    @Override
    public boolean enabledByDefault() {
        return false;
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(ConfigProperty.required("host", Type.TEXT, "The mail server."),
                ConfigProperty.optional("port", Type.INTEGER, "Its port.", "587"),
                ConfigProperty.optional("tls", Type.TEXT, "How the connection is protected.", "starttls").oneOf("starttls", "tls", "none"),
                ConfigProperty.optional("user", Type.TEXT, "Whom to sign in as; nobody when it is empty.", ""),
                ConfigProperty.optional("password", Type.TEXT, "The password.", "").asSecret(),
                ConfigProperty.required("from", Type.TEXT, "The sender's address."),
                ConfigProperty.required("to", Type.TEXT, "The receivers' addresses, separated by commas."),
                ConfigProperty.optional("timeout", Type.DURATION, "How long to wait for each answer.", "5s"));
    }

    @Override
    public NotificationSink create(Config config, Void context) {
        return new MailSink(properties(config), config.text("from"), config.text("to"), config.text("user"), config.text("password"));
    }

    private static Properties properties(Config config) {
        String timeout = Long.toString(config.duration("timeout").toMillis());
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", config.text("host"));
        properties.setProperty("mail.smtp.port", config.text("port"));
        properties.setProperty("mail.smtp.connectiontimeout", timeout);
        properties.setProperty("mail.smtp.timeout", timeout);
        properties.setProperty("mail.smtp.writetimeout", timeout);
        properties.setProperty("mail.smtp.auth", Boolean.toString(!config.text("user").isEmpty()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(config.text("tls").equals("tls")));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(config.text("tls").equals("starttls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }
}
