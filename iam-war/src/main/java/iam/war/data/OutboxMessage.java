package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;
import java.util.Map;

/** Something that an outside receiver is still to be told. Its row commits with what caused it, and goes when the receiver has it. */
@Index({"sorted", "id"})
@Index({"receiver", "id"})
@Index({"document"})
public class OutboxMessage extends Entity {
    /** The type. */
    public static final EntityType<OutboxMessage> TYPE = EntityType.define("outbox-message", OutboxMessage.class);

    /** An empty one. */
    public OutboxMessage() {
    }

    /** Grows with time, so that the messages of a receiver keep their order; tells receivers a repeat. */
    @Internal @PrimaryKey @Length(64) public String id = "";
    /** The channel that delivers it, a slash, and the receiver's name there. */
    @Internal @Length(255) public String receiver = "";
    /** Whether the receiver's backlog is known to hold it. */
    @Internal public boolean sorted;
    /** The organization it speaks of. */
    @Internal @Length(100) public String organization = "";
    /** What happened, such as {@code sso-logout}. */
    @Internal @Length(100) public String event = "";
    /** The document to deliver, which several messages share; empty for none. */
    @Internal @Length(64) public String document = "";
    /** The document itself, when it is short and no other message has it. */
    @Internal @Text public String text = "";
    /** What the channel has to know beside the document; may be null. */
    @Internal public Map<String, String> details;
    /** How often it was tried in vain. */
    @Internal public int attempts;
    /** When it was written, in milliseconds since 1970. */
    @Internal public long createdAt;

    /** A detail, or empty text. */
    public String detail(String name) {
        return details == null ? "" : details.getOrDefault(name, "");
    }
}
