package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;

/** What several messages deliver to their receivers. */
@Index({"createdAt"})
public class OutboxDocument extends Entity {
    /** The type. */
    public static final EntityType<OutboxDocument> TYPE = EntityType.define("outbox-document", OutboxDocument.class);

    /** An empty one. */
    public OutboxDocument() {
    }

    /** Its id, under which receivers know what happened. */
    @Internal @PrimaryKey @Length(64) public String id = "";
    /** The text. */
    @Internal @Text public String text = "";
    /** When it was written, in milliseconds since 1970. */
    @Internal public long createdAt;
}
