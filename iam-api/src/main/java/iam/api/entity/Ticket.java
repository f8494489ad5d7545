package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;
import java.util.List;

/** A support ticket. */
@Index({"owner", "createdTime"})
public class Ticket extends Entity {
    /** An empty one. */
    public Ticket() {
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
    /** User. */
    @Length(100) public String user = "";
    /** Title. */
    @Length(200) public String title = "";
    /** Content. */
    @Text public String content = "";
    /** State. */
    @Length(50) public String state = "";
    /** Messages; may be null. */
    public List<TicketMessage> messages;
}
