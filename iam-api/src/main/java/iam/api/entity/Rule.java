package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import java.util.List;

/** A firewall rule of a site. */
@Index({"owner", "createdTime"})
public class Rule extends Entity {
    /** An empty one. */
    public Rule() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Updated time, RFC 3339 or empty. */
    @Length(100) public String updatedTime = "";
    /** Type. */
    @Length(100) public String type = "";
    /** Expressions; may be null. */
    public List<RuleExpression> expressions;
    /** Action. */
    @Length(100) public String action = "";
    /** Status code. */
    public int statusCode;
    /** Reason. */
    @Length(100) public String reason = "";
    /** Is verbose. */
    public boolean isVerbose;
}
