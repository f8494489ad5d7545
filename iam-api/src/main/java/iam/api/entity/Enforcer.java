package iam.api.entity;

import iam.api.Computed;
import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;
import java.util.Map;

/** A Casbin model bound to the policies of an adapter. */
@Index({"owner", "createdTime"})
public class Enforcer extends Entity {
    /** An empty one. */
    public Enforcer() {
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
    /** Description. */
    @Text public String description = "";
    /** Model. */
    @Length(100) public String model = "";
    /** Adapter. */
    @Length(100) public String adapter = "";
    /** Model cfg; may be null. */
    @Computed public Map<String, String> modelCfg;
}
