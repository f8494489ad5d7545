package sample.redis;

import iam.api.EntityType;
import iam.spi.Health;
import iam.spi.store.DocumentStore;
import iam.spi.store.StoreException;
import iam.spi.store.StoreUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** The documents of a type are a hash, each group is a set of keys. A commit is as durable as Redis is set up to be ({@code appendonly}, {@code appendfsync}). */
final class RedisStore extends DocumentStore {
    /** Redis forgets the lock of a server that has died. */
    private static final SetParams UNLESS_HELD = SetParams.setParams().nx().px(30_000);
    private static final long PATIENCE = 5_000_000_000L;
    private static final long PAUSE = 1_000_000;

    private final RedisClient redis;
    private final String prefix;
    private final String lock;

    RedisStore(RedisClient redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix;
        lock = prefix + "lock";
    }

    @Override
    protected Optional<String> read(EntityType<?> type, String key) {
        return ask(() -> Optional.ofNullable(redis.hget(prefix + type, key)));
    }

    @Override
    protected Collection<String> read(EntityType<?> type, Set<String> groups) {
        if (groups.isEmpty()) {
            return ask(() -> redis.hvals(prefix + type));
        }
        String[] keys = ask(() -> redis.sinter(groups.stream().map(group -> prefix + group).toArray(String[]::new))).toArray(String[]::new);
        return keys.length == 0 ? List.of() : ask(() -> redis.hmget(prefix + type, keys)).stream().filter(Objects::nonNull).toList();
    }

    @Override
    protected Turn turn() {
        String owner = UUID.randomUUID().toString();
        long end = System.nanoTime() + PATIENCE;
        while (ask(() -> redis.set(lock, owner, UNLESS_HELD)) == null) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new StoreUnavailableException("another transaction takes too long", null);
            }
            LockSupport.parkNanos(PAUSE);
        }
        return new Turn() {
            @Override
            public void commit(Collection<Change> changes) {
                if (!ask(() -> store(owner, changes))) {
                    throw new StoreException("the transaction took too long", null);
                }
            }

            @Override
            public void close() {
                ask(() -> store(owner, List.of()));
            }
        };
    }

    /** Writes and unlocks at once, unless the lock is somebody else's meanwhile. */
    private boolean store(String owner, Collection<Change> changes) {
        try (AbstractTransaction transaction = redis.transaction(false)) {
            transaction.watch(lock);
            if (!owner.equals(redis.get(lock))) {
                return false;
            }
            transaction.multi();
            for (Change change : changes) {
                change.leaves().forEach(group -> transaction.srem(prefix + group, change.key()));
                change.joins().forEach(group -> transaction.sadd(prefix + group, change.key()));
                change.document().ifPresentOrElse(text -> transaction.hset(prefix + change.type(), change.key(), text), () -> transaction.hdel(prefix + change.type(), change.key()));
            }
            transaction.del(lock);
            return transaction.exec() != null;
        }
    }

    private static <T> T ask(Supplier<T> command) {
        try {
            return command.get();
        } catch (JedisException e) {
            throw new StoreUnavailableException("Redis does not answer", e);
        }
    }

    @Override
    public Health health() {
        try {
            return redis.ping().equals("PONG") ? Health.UP : Health.down("Redis answers something else");
        } catch (JedisException e) {
            return Health.down("Redis does not answer: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
