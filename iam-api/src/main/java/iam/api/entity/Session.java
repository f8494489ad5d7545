package iam.api.entity;

import iam.api.Computed;
import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import java.util.List;

/** The sign-ins of one user in one application. */
@Index({"owner", "createdTime"})
public class Session extends Entity {
    /** An empty one. */
    public Session() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Application. */
    @PrimaryKey @Length(100) public String application = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Session ID; may be null. */
    public List<String> sessionId;
    /** Exclusive signin. */
    @Computed public boolean ExclusiveSignin;
}
