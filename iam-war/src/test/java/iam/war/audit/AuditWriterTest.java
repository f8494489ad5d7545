package iam.war.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.api.EntityType;
import iam.api.entity.AuditRecord;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.testing.Server;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two writers stand for two nodes with one store. */
class AuditWriterTest {
    private static AuditRecord record() {
        AuditRecord record = new AuditRecord();
        record.name = UUID.randomUUID().toString();
        record.createdTime = iam.war.data.Times.now();
        return record;
    }

    private static AuditWriter writer(Server server, EntityStore store) {
        return new AuditWriter(store, server.all(RecordListener.class));
    }

    @Test
    void nodesShareTheIds() throws InterruptedException {
        try (Server server = Server.start()) {
            EntityStore store = server.get(EntityStore.class);
            AuditWriter one = writer(server, store);
            AuditWriter other = writer(server, store);
            for (int i = 0; i < 3; i++) {
                one.write(List.of(record(), record()), () -> false);
                other.write(List.of(record()), () -> false);
            }
            List<AuditRecord> records = store.list(EntityType.<AuditRecord>of(AuditRecord.class), Query.where().ascending("id"));
            assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), records.stream().map(record -> record.id).toList());
        }
    }
}
