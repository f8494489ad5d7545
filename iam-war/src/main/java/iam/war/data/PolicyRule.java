package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;
import java.util.List;

/** A policy of an adapter, as a Casbin policy table holds it. */
@Index({"owner", "adapter", "position"})
public class PolicyRule extends Entity {
    /** The type. */
    public static final EntityType<PolicyRule> TYPE = EntityType.define("policy-rule", PolicyRule.class);

    /** An empty one. */
    public PolicyRule() {
    }

    /** The organization of the adapter. */
    @Internal @PrimaryKey @Length(100) public String owner = "";
    /** The name of the adapter. */
    @Internal @PrimaryKey @Length(100) public String adapter = "";
    /** SHA-256 of type and values, in hexadecimal: an adapter holds a policy once. */
    @Internal @PrimaryKey @Length(64) public String hash = "";
    /** Where it stands among the others of its adapter. */
    @Internal public long position;
    /** {@code p}, {@code g}, ... */
    @Internal @Length(100) public String ptype = "";
    /** The values. */
    @Internal public List<String> values;
}
