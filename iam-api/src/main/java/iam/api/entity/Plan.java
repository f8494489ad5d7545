package iam.api.entity;

import iam.api.Computed;
import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;
import java.util.List;

/** A subscription plan. */
@Index({"owner", "createdTime"})
public class Plan extends Entity {
    /** An empty one. */
    public Plan() {
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
    /** Price. */
    public double price;
    /** Currency. */
    @Length(100) public String currency = "";
    /** Period. */
    @Length(100) public String period = "";
    /** Product. */
    @Length(100) public String product = "";
    /** Payment providers; may be null. */
    public List<String> paymentProviders;
    /** Is enabled. */
    public boolean isEnabled;
    /** Is exclusive. */
    public boolean isExclusive;
    /** Role. */
    @Length(100) public String role = "";
    /** Options; may be null. */
    @Computed public List<String> options;
}
