package sample.redis;

import iam.spi.config.Config;
import iam.spi.config.ConfigProperty;
import iam.spi.config.ConfigProperty.Type;
import iam.spi.store.EntityStore;
import iam.spi.store.EntityStoreFactory;
import iam.spi.store.StoreContext;
import java.util.List;
import redis.clients.jedis.RedisClient;

/** Registers Redis as a store. The setting {@code iam.store.redis.types=browser-session,session} sends the sessions to it. */
public final class RedisStoreFactory implements EntityStoreFactory {
    @Override
    public String id() {
        return "redis";
    }

    @Override
    public List<ConfigProperty> config() {
        return List.of(ConfigProperty.required("url", Type.TEXT, "The server, as redis://USER:PASSWORD@HOST:PORT/DATABASE.").asSecret(),
                ConfigProperty.optional("prefix", Type.TEXT, "What the names of all its keys begin with.", "iam:"));
    }

    @Override
    public EntityStore create(Config config, StoreContext context) {
        return new RedisStore(RedisClient.create(config.text("url")), config.text("prefix"));
    }
}
