package sample.file;

import iam.spi.Health;
import iam.spi.notification.Notification;
import iam.spi.notification.NotificationSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Adds a line to a file for each notification: its id, a tab, and its document. A reader tells repeats by the id. */
final class FileSink implements NotificationSink {
    private final Path file;

    FileSink(Path file) {
        this.file = file;
    }

    /** Returns when the line is on the disk. */
    @Override
    public void deliver(Notification notification) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((notification.id() + "\t" + notification.document() + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        }
    }

    @Override
    public Health health() {
        Path folder = file.toAbsolutePath().getParent();
        return Files.isWritable(folder) ? Health.UP : Health.down("the folder of " + file + " can't be written");
    }
}
