package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;
import java.util.Map;

/** An authorization request that a client has pushed (RFC 9126). */
@Index({"expiresAt"})
public class PushedRequest extends Entity {
    /** The type. */
    public static final EntityType<PushedRequest> TYPE = EntityType.define("pushed-request", PushedRequest.class);

    /** An empty one. */
    public PushedRequest() {
    }

    /** The last part of its request_uri. */
    @Internal @PrimaryKey @Length(64) public String id = "";
    /** The client it came from. */
    @Internal @Length(200) public String clientId = "";
    /** Its parameters. */
    @Internal public Map<String, String> parameters;
    /** When it ends, in milliseconds since 1970. */
    @Internal public long expiresAt;
}
