package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;

/** One delivery of an audit event to a webhook. */
@Index({"owner", "createdTime"})
@Index({"organization", "createdTime"})
@Index({"organization", "name"})
@Index({"createdTime"})
public class WebhookEvent extends Entity {
    /** An empty one. */
    public WebhookEvent() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Updated time, RFC 3339 or empty. */
    @Length(100) public String updatedTime = "";
    /** Webhook. */
    @Length(200) public String webhook = "";
    /** Organization. */
    @Length(100) public String organization = "";
    /** Event type. */
    @Length(100) public String eventType = "";
    /** State. */
    @Length(50) public String state = "";
    /** Payload. */
    @Text public String payload = "";
    /** Extended user. */
    @Text public String extendedUser = "";
    /** Attempt count. */
    public int attemptCount;
    /** Max retries. */
    public int maxRetries;
    /** Next retry time, RFC 3339 or empty. */
    @Length(100) public String nextRetryTime = "";
    /** Last status code. */
    public int lastStatusCode;
    /** Last response. */
    @Text public String lastResponse = "";
    /** Last error. */
    @Text public String lastError = "";
}
