package sample.file;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.config.ConfigProperty.Type;
import iam.spi.notification.NotificationSink;
import iam.spi.notification.NotificationSinkFactory;
import java.nio.file.Path;
import java.util.List;

/** Registers the file as a place where sign-outs go. */
public final class FileSinkFactory implements NotificationSinkFactory {
    @Override
    public String id() {
        return "file";
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(ConfigProperty.required("path", Type.TEXT, "The file that a line is added to for each notification."));
    }

    @Override
    public NotificationSink create(Config config, Void context) {
        return new FileSink(Path.of(config.text("path")));
    }
}
