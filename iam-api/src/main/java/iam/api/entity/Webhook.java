package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.OwnedByAdmin;
import iam.api.PrimaryKey;
import java.util.List;

/** A receiver of audit events. */
@Index({"organization", "createdTime"})
@Index({"organization", "name"})
@OwnedByAdmin
public class Webhook extends Entity {
    /** An empty one. */
    public Webhook() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Organization. */
    @Length(100) public String organization = "";
    /** URL. */
    @Length(200) public String url = "";
    /** Method. */
    @Length(100) public String method = "";
    /** Content type. */
    @Length(100) public String contentType = "";
    /** Headers; may be null. */
    public List<WebhookHeader> headers;
    /** Events; may be null. */
    public List<String> events;
    /** Token fields; may be null. */
    public List<String> tokenFields;
    /** Object fields; may be null. */
    public List<String> objectFields;
    /** Is user extended. */
    public boolean isUserExtended;
    /** Single org only. */
    public boolean singleOrgOnly;
    /** Is enabled. */
    public boolean isEnabled;
    /** Max retries. */
    public int maxRetries;
    /** Retry interval. */
    public int retryInterval;
    /** Use exponential backoff. */
    public boolean useExponentialBackoff;
}
