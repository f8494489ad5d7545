package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;

/** A stored file. */
@Index({"owner", "createdTime"})
@Index({"owner", "user", "createdTime"})
public class Resource extends Entity {
    /** An empty one. */
    public Resource() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(180) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** User. */
    @Length(100) public String user = "";
    /** Provider. */
    @Length(100) public String provider = "";
    /** Application. */
    @Length(100) public String application = "";
    /** Tag. */
    @Length(100) public String tag = "";
    /** Parent. */
    @Length(100) public String parent = "";
    /** File name. */
    @Length(255) public String fileName = "";
    /** File type. */
    @Length(100) public String fileType = "";
    /** File format. */
    @Length(100) public String fileFormat = "";
    /** File size. */
    public int fileSize;
    /** URL. */
    @Length(500) public String url = "";
    /** Description. */
    @Text public String description = "";
}
