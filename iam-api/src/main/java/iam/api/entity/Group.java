package iam.api.entity;

import iam.api.Computed;
import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.OmitEmpty;
import iam.api.PrimaryKey;
import java.util.List;
import java.util.Map;

/** A node of the organization tree that users belong to. */
@Index({"owner", "parentId"})
@Index({"owner", "createdTime"})
public class Group extends Entity {
    /** An empty one. */
    public Group() {
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
    /** Manager. */
    @Length(100) public String manager = "";
    /** Contact email. */
    @Length(100) public String contactEmail = "";
    /** Type. */
    @Length(100) public String type = "";
    /** Parent ID. */
    @Length(100) public String parentId = "";
    /** Parent name. */
    @Computed public String parentName = "";
    /** Is top group. */
    public boolean isTopGroup;
    /** Users; may be null. */
    @Computed public List<String> users;
    /** Title. */
    @Length(255) @OmitEmpty public String title = "";
    /** Key. */
    @Length(255) @OmitEmpty public String key = "";
    /** Have children. */
    @Computed public boolean haveChildren;
    /** Children; may be null. */
    @Computed @OmitEmpty public List<Group> children;
    /** Is enabled. */
    public boolean isEnabled;
    /** Gid number. */
    public int gidNumber;
    /** Properties; may be null. */
    public Map<String, String> properties;
}
