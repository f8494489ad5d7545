package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;

/** A device that waits for its user to sign in somewhere else (RFC 8628). */
@Index({"userCode"})
@Index({"expiresAt"})
public class DeviceAuthorization extends Entity {
    /** The type. */
    public static final EntityType<DeviceAuthorization> TYPE = EntityType.define("device-authorization", DeviceAuthorization.class);
    /** Nobody has signed in yet. */
    public static final String PENDING = "pending";
    /** The user has signed in. */
    public static final String APPROVED = "approved";
    /** The user has refused. */
    public static final String CANCELLED = "cancelled";
    /** The device has its token. */
    public static final String USED = "used";
    /** The browser of the device is signed in too. */
    public static final String COMPLETED = "completed";

    /** An empty one. */
    public DeviceAuthorization() {
    }

    /** SHA-256 of the device code, in hexadecimal. */
    @Internal @PrimaryKey @Length(64) public String deviceCodeHash = "";
    /** What the user types. */
    @Internal @Length(20) public String userCode = "";
    /** What the page needs to cancel. */
    @Internal @Length(64) public String cancelToken = "";
    /** The application. */
    @Internal @Length(100) public String application = "";
    /** What the device asks for. */
    @Internal @Length(300) public String scope = "";
    /** Where it stands. */
    @Internal @Length(20) public String state = PENDING;
    /** The organization of the user who has signed in. */
    @Internal @Length(100) public String organization = "";
    /** His name. */
    @Internal @Length(255) public String user = "";
    /** When the device asked last, in milliseconds since 1970. */
    @Internal public long polledAt;
    /** When the codes end, in milliseconds since 1970. */
    @Internal public long expiresAt;

    /** Whether the codes are still good. */
    public boolean lasts() {
        return expiresAt > System.currentTimeMillis();
    }
}
