package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;
import java.util.Map;

/** A signed-in browser. Rows, notifications and tokens name its id; the cookies hold a secret besides, the row only a hash of both. */
@Index({"organization", "user"})
@Index({"expiresAt"})
public class BrowserSession extends Entity {
    /** The type. */
    public static final EntityType<BrowserSession> TYPE = EntityType.define("browser-session", BrowserSession.class);

    /** An empty one. */
    public BrowserSession() {
    }

    /** The id under which the session is known outside. Newer ones are greater, so that sessions of one time stand together. */
    @Internal @PrimaryKey @Length(64) public String sid = "";
    /** SHA-256 of the cookie value, in hexadecimal. */
    @Internal @Length(64) public String cookieHash = "";
    /** The user's organization; empty while he has not passed all steps of the sign-in. */
    @Internal @Length(100) public String organization = "";
    /** The user's name. */
    @Internal @Length(255) public String user = "";
    /** The application he signed in to. */
    @Internal @Length(100) public String application = "";
    /** The token that get-account has made for this session. */
    @Internal @Text public String accessToken = "";
    /** When he signed in, in milliseconds since 1970. */
    @Internal public long createdAt;
    /** When the session was last used, in milliseconds since 1970; written only when idle time-outs are on, and not for every use. */
    @Internal public long usedAt;
    /** When it ends, in milliseconds since 1970. */
    @Internal public long expiresAt;
    /** What steps of a sign-in remember. */
    @Internal public Map<String, String> data;

    /** A value that a step has remembered, or empty text. */
    public String remembered(String name) {
        return data == null ? "" : data.getOrDefault(name, "");
    }
}
