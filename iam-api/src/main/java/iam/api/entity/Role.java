package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.Lookup;
import iam.api.PrimaryKey;
import iam.api.Text;
import java.util.List;

/** A named set of users, groups and further roles. */
@Index({"owner", "createdTime"})
public class Role extends Entity {
    /** An empty one. */
    public Role() {
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
    /** Users; may be null. */
    @Lookup public List<String> users;
    /** Groups; may be null. */
    @Lookup public List<String> groups;
    /** Roles; may be null. */
    @Lookup public List<String> roles;
    /** Domains; may be null. */
    public List<String> domains;
    /** Is enabled. */
    public boolean isEnabled;
}
