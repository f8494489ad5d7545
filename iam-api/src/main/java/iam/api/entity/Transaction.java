package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;

/** A movement on a balance. */
@Index({"owner", "createdTime"})
@Index({"owner", "user", "createdTime"})
public class Transaction extends Entity {
    /** An empty one. */
    public Transaction() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Application. */
    @Length(100) public String application = "";
    /** Domain. */
    @Length(1000) public String domain = "";
    /** Category. */
    @Length(100) public String category = "";
    /** Type. */
    @Length(100) public String type = "";
    /** Subtype. */
    @Length(100) public String subtype = "";
    /** Provider. */
    @Length(100) public String provider = "";
    /** User. */
    @Length(100) public String user = "";
    /** Tag. */
    @Length(100) public String tag = "";
    /** Amount. */
    public double amount;
    /** Currency. */
    @Length(100) public String currency = "";
    /** Payment. */
    @Length(100) public String payment = "";
    /** State. */
    @Length(100) public String state = "";
}
