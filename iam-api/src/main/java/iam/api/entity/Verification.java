package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Secret;

/** A code that was sent to an e-mail address or phone number, to show that it belongs to the user. Only its hash is kept. */
@Index({"owner", "createdTime"})
@Index({"receiver", "sentAt"})
@Index({"expiresAt"})
public class Verification extends Entity {
    /** An empty one. */
    public Verification() {
    }

    /** Organization of the application that it was sent for. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Address of the client that asked for it. */
    @Length(100) public String remoteAddr = "";
    /** {@code email} or {@code phone}. */
    @Length(10) public String type = "";
    /** User whose address it is, as {@code organization/name}; empty when nobody has it yet. */
    @Length(255) public String user = "";
    /** Provider that sent it. */
    @Length(100) public String provider = "";
    /** E-mail address, or phone number as E.164. */
    @Length(255) public String receiver = "";
    /** SHA-256 of receiver and code, in hexadecimal. */
    @Length(100) @Secret public String code = "";
    /** When it was sent, in seconds since 1970. */
    public long time;
    /** Is used. */
    public boolean isUsed;

    /** How often a code was typed for it that was wrong, or is still being judged. */
    @Internal public int wrongTimes;
    /** When it was sent, in milliseconds since 1970. */
    @Internal public long sentAt;
    /** When it ends, in milliseconds since 1970. */
    @Internal public long expiresAt;
}
