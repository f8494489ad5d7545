package iam.war.outbox;

import iam.war.Component;
import iam.war.data.OutboxMessage;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** All channels by their id. */
@Component
final class Channels {
    private final Map<String, Channel> channels = new HashMap<>();

    @Inject
    Channels(Instance<Channel> all) {
        all.forEach(channel -> channels.put(channel.id(), channel));
    }

    /** The channel of a receiver. */
    Channel of(String receiver) {
        String id = receiver.substring(0, receiver.indexOf('/'));
        return channels.getOrDefault(id, new Missing(id));
    }

    /** Whether a text names a receiver. */
    boolean know(String receiver) {
        return receiver.indexOf('/') > 0 && channels.containsKey(receiver.substring(0, receiver.indexOf('/')));
    }

    /** Stands for a channel that an older or newer version of the server has. */
    private record Missing(String id) implements Channel {
        @Override
        public void deliver(OutboxMessage message, String document) throws IOException {
            throw new IOException("there is no channel " + id);
        }
    }
}
