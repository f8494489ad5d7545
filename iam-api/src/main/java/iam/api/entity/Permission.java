package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.Lookup;
import iam.api.PrimaryKey;
import iam.api.Text;
import java.util.List;

/** A rule that allows or denies actions on resources. */
@Index({"owner", "createdTime"})
@Index({"owner", "submitter"})
public class Permission extends Entity {
    /** An empty one. */
    public Permission() {
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
    /** Model. */
    @Length(100) public String model = "";
    /** Adapter. */
    @Length(100) public String adapter = "";
    /** Resource type. */
    @Length(100) public String resourceType = "";
    /** Resources; may be null. */
    public List<String> resources;
    /** Actions; may be null. */
    public List<String> actions;
    /** Effect. */
    @Length(100) public String effect = "";
    /** Is enabled. */
    public boolean isEnabled;
    /** Expire time, RFC 3339 or empty. */
    @Length(100) public String expireTime = "";
    /** Submitter. */
    @Length(100) public String submitter = "";
    /** Approver. */
    @Length(100) public String approver = "";
    /** Approve time, RFC 3339 or empty. */
    @Length(100) public String approveTime = "";
    /** State. */
    @Length(100) public String state = "";
}
