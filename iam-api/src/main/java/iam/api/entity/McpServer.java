package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Secret;
import iam.api.Text;
import java.util.List;

/** A Model Context Protocol server. */
@Index({"owner", "createdTime"})
public class McpServer extends Entity {
    /** An empty one. */
    public McpServer() {
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
    /** URL. */
    @Length(500) public String url = "";
    /** Token. */
    @Text @Secret public String token = "";
    /** Application. */
    @Length(100) public String application = "";
    /** Tools; may be null. */
    public List<McpTool> tools;
}
