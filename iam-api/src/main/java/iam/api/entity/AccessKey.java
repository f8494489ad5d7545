package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Secret;

/** An access key and secret that authenticate a call. */
@Index({"accessKey"})
@Index({"owner", "createdTime"})
public class AccessKey extends Entity {
    /** An empty one. */
    public AccessKey() {
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
    /** Type. */
    @Length(100) public String type = "";
    /** Organization. */
    @Length(100) public String organization = "";
    /** Application. */
    @Length(100) public String application = "";
    /** User. */
    @Length(100) public String user = "";
    /** Access key. */
    @Length(100) public String accessKey = "";
    /** Access secret. */
    @Length(100) @Secret public String accessSecret = "";
    /** Expire time, RFC 3339 or empty. */
    @Length(100) public String expireTime = "";
    /** State. */
    @Length(100) public String state = "";
}
