package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;
import java.util.List;

/** A set of plans offered together. */
@Index({"owner", "createdTime"})
public class Pricing extends Entity {
    /** An empty one. */
    public Pricing() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Description. */
    @Text public String description = "";
    /** Plans; may be null. */
    public List<String> plans;
    /** Is enabled. */
    public boolean isEnabled;
    /** Trial duration. */
    public int trialDuration;
    /** Application. */
    @Length(100) public String application = "";
}
