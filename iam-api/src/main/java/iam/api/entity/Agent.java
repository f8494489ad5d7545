package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;

/** An agent that acts for users. */
@Index({"owner", "createdTime"})
public class Agent extends Entity {
    /** An empty one. */
    public Agent() {
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
    /** URL. */
    @Length(500) public String url = "";
    /** Token. */
    @Length(500) public String token = "";
    /** Application. */
    @Length(100) public String application = "";
}
