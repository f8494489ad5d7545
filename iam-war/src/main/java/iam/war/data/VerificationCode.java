package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;

/** A code that was sent to an e-mail address or phone number, to show that it belongs to the user. Only its hash is kept. */
@Index({"receiver", "createdAt"})
@Index({"expiresAt"})
public class VerificationCode extends Entity {
    /** The type. */
    public static final EntityType<VerificationCode> TYPE = EntityType.define("verification-code", VerificationCode.class);

    /** An empty one. */
    public VerificationCode() {
    }

    /** Organization of the application that it was sent for. */
    @Internal @PrimaryKey @Length(100) public String owner = "";
    /** A name of its own. */
    @Internal @PrimaryKey @Length(100) public String name = "";
    /** The address or number. */
    @Internal @Length(255) public String receiver = "";
    /** SHA-256 of receiver and code, in hexadecimal. */
    @Internal @Length(64) public String codeHash = "";
    /** How often a code was typed for it that was wrong, or is still being judged. */
    @Internal public int wrongTimes;
    /** Whether it was used. */
    @Internal public boolean isUsed;
    /** When it was sent, in milliseconds since 1970. */
    @Internal public long createdAt;
    /** When it ends, in milliseconds since 1970. */
    @Internal public long expiresAt;
}
