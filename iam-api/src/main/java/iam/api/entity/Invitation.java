package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;

/** A code that lets somebody sign up. */
@Index({"owner", "createdTime"})
public class Invitation extends Entity {
    /** An empty one. */
    public Invitation() {
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
    /** Code. */
    @Length(100) public String code = "";
    /** Is regexp. */
    public boolean isRegexp;
    /** Quota. */
    public int quota;
    /** Used count. */
    public int usedCount;
    /** Application. */
    @Length(100) public String application = "";
    /** Username. */
    @Length(100) public String username = "";
    /** Email. */
    @Length(100) public String email = "";
    /** Phone. */
    @Length(100) public String phone = "";
    /** Signup group. */
    @Length(100) public String signupGroup = "";
    /** Default code. */
    @Length(100) public String defaultCode = "";
    /** State. */
    @Length(100) public String state = "";
}
