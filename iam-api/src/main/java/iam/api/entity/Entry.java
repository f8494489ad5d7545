package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;

/** A log entry received over OTLP. */
@Index({"owner", "createdTime"})
public class Entry extends Entity {
    /** An empty one. */
    public Entry() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Updated time, RFC 3339 or empty. */
    @Length(100) public String updatedTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Provider. */
    @Length(100) public String provider = "";
    /** Application. */
    @Length(100) public String application = "";
    /** Type. */
    @Length(100) public String type = "";
    /** Client IP. */
    @Length(100) public String clientIp = "";
    /** User agent. */
    @Length(500) public String userAgent = "";
    /** Message. */
    @Text public String message = "";
}
