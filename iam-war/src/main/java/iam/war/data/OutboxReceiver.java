package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;

/** A receiver of messages: which node serves it at present, and how it has behaved. */
@Index({"backlog", "dueAt"})
@Index({"lease"})
public class OutboxReceiver extends Entity {
    /** The type. */
    public static final EntityType<OutboxReceiver> TYPE = EntityType.define("outbox-receiver", OutboxReceiver.class);

    /** An empty one. */
    public OutboxReceiver() {
    }

    /** As in {@link OutboxMessage#receiver}. */
    @Internal @PrimaryKey @Length(255) public String name = "";
    /** Whether there may be messages for it. */
    @Internal public boolean backlog;
    /** Until when it is left alone, in milliseconds since 1970. */
    @Internal public long dueAt;
    /** How many deliveries in a row have failed. */
    @Internal public int failures;
    /** The lease under which a node serves it; empty for none. */
    @Internal @Length(64) public String lease = "";
    /** Until when it does unless the lease is renewed, in milliseconds since 1970. */
    @Internal public long leasedUntil;
}
