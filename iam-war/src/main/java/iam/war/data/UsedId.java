package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;

/** An id that was good once and is used. */
@Index({"expiresAt"})
public class UsedId extends Entity {
    /** The type. */
    public static final EntityType<UsedId> TYPE = EntityType.define("used-id", UsedId.class);

    /** An empty one. */
    public UsedId() {
    }

    /** SHA-256 of its purpose and value, in hexadecimal. */
    @Internal @PrimaryKey @Length(64) public String hash = "";
    /** Until when it is remembered, in milliseconds since 1970. */
    @Internal public long expiresAt;
}
