package iam.spi.store;

import iam.api.EntityType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The kit on a store of documents over maps. */
class DocumentStoreTest extends EntityStoreContract {
    @Override
    protected EntityStore open(StoreContext lent) {
        return new Documents();
    }

    @Override
    protected boolean durable() {
        return false;
    }

    private static final class Documents extends DocumentStore {
        private final Map<String, String> documents = new ConcurrentHashMap<>();
        private final Map<String, Set<String>> groups = new ConcurrentHashMap<>();
        private final Semaphore turns = new Semaphore(1);

        @Override
        protected Optional<String> read(EntityType<?> type, String key) {
            return Optional.ofNullable(documents.get(type + " " + key));
        }

        @Override
        protected synchronized Collection<String> read(EntityType<?> type, Set<String> wanted) {
            List<String> found = new ArrayList<>();
            documents.forEach((key, document) -> {
                if (key.startsWith(type + " ") && wanted.stream().allMatch(group -> groups.getOrDefault(group, Set.of()).contains(key))) {
                    found.add(document);
                }
            });
            return found;
        }

        @Override
        protected Turn turn() {
            turns.acquireUninterruptibly();
            return new Turn() {
                @Override
                public void commit(Collection<Change> changes) {
                    store(changes);
                }

                @Override
                public void close() {
                    turns.release();
                }
            };
        }

        private synchronized void store(Collection<Change> changes) {
            for (Change change : changes) {
                String key = change.type() + " " + change.key();
                change.leaves().forEach(group -> groups.get(group).remove(key));
                change.joins().forEach(group -> groups.computeIfAbsent(group, absent -> ConcurrentHashMap.newKeySet()).add(key));
                change.document().ifPresentOrElse(text -> documents.put(key, text), () -> documents.remove(key));
            }
        }
    }
}
