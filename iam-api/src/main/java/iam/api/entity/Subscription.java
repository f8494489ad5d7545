package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;

/** A plan that a user subscribed to. */
@Index({"owner", "createdTime"})
@Index({"owner", "user", "createdTime"})
public class Subscription extends Entity {
    /** An empty one. */
    public Subscription() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Description. */
    @Text public String description = "";
    /** User. */
    @Length(100) public String user = "";
    /** Pricing. */
    @Length(100) public String pricing = "";
    /** Plan. */
    @Length(100) public String plan = "";
    /** Payment. */
    @Length(100) public String payment = "";
    /** Start time, RFC 3339 or empty. */
    @Length(100) public String startTime = "";
    /** End time, RFC 3339 or empty. */
    @Length(100) public String endTime = "";
    /** Period. */
    @Length(100) public String period = "";
    /** State. */
    @Length(100) public String state = "";
}
