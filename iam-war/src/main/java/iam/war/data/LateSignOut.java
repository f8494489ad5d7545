package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;

/** A sign-out everywhere that is answered while the many rows of the user are still being ended: what he had before counts as ended, whatever its row says. */
public class LateSignOut extends Entity {
    /** The type. */
    public static final EntityType<LateSignOut> TYPE = EntityType.define("late-sign-out", LateSignOut.class);

    /** An empty one. */
    public LateSignOut() {
    }

    /** The id of the message that has the rows ended. */
    @Internal @PrimaryKey @Length(64) public String id = "";
    /** The user's organization. */
    @Internal @Length(100) public String organization = "";
    /** The user's name. */
    @Internal @Length(255) public String user = "";
    /** When he signed out, in milliseconds since 1970: what was made later stays. */
    @Internal public long signedOutAt;
    /** Whether the messages to those who have to know are written. */
    @Internal public boolean told;
}
