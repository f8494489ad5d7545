package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;

/** A refresh token that was exchanged for another one; whoever presents it again has stolen it or lost it. */
@Index({"expiresAt"})
public class RotatedToken extends Entity {
    /** The type. */
    public static final EntityType<RotatedToken> TYPE = EntityType.define("rotated-token", RotatedToken.class);

    /** An empty one. */
    public RotatedToken() {
    }

    /** SHA-256 of the refresh token, in hexadecimal. */
    @Internal @PrimaryKey @Length(64) public String refreshTokenHash = "";
    /** The family it belonged to. */
    @Internal @Length(36) public String family = "";
    /** When it was exchanged, in milliseconds since 1970. */
    @Internal public long rotatedAt;
    /** Until when it is remembered, in milliseconds since 1970. */
    @Internal public long expiresAt;
}
