package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;

/** A value that somebody is about to store and that nobody else may have: added and removed in one transaction, so that another one waits for its end. */
public class Claim extends Entity {
    /** The type. */
    public static final EntityType<Claim> TYPE = EntityType.define("claim", Claim.class);

    /** An empty one. */
    public Claim() {
    }

    /** SHA-256 of the value and of what it is for, in hexadecimal. */
    @Internal @PrimaryKey @Length(64) public String hash = "";
}
