package iam.war.audit;

import iam.api.entity.AuditRecord;
import java.util.List;

/** Somebody who reacts to audit records, such as webhooks. All beans of this type are called. */
public interface RecordListener {
    /**
     * Records are being stored. Called on the thread that writes them, inside of their transaction: what the listener stores commits with them, and what it
     * throws undoes them, after which they are stored without it.
     *
     * @param records new records, their ids set
     */
    void recorded(List<AuditRecord> records);
}
