package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import java.util.List;

/** A custom list of fields for a page of the UI. */
@Index({"owner", "createdTime"})
public class Form extends Entity {
    /** An empty one. */
    public Form() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Type. */
    @Length(100) public String type = "";
    /** Tag. */
    @Length(100) public String tag = "";
    /** Form items; may be null. */
    public List<FormItem> formItems;
}
