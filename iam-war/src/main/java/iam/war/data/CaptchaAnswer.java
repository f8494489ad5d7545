package iam.war.data;

import iam.api.Entity;
import iam.api.EntityType;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.PrimaryKey;

/** The right answer of a captcha that was shown. */
@Index({"expiresAt"})
public class CaptchaAnswer extends Entity {
    /** The type. */
    public static final EntityType<CaptchaAnswer> TYPE = EntityType.define("captcha-answer", CaptchaAnswer.class);

    /** An empty one. */
    public CaptchaAnswer() {
    }

    /** SHA-256 of the id of the test, in hexadecimal. */
    @Internal @PrimaryKey @Length(64) public String hash = "";
    /** SHA-256 of id and answer, in hexadecimal. */
    @Internal @Length(64) public String answerHash = "";
    /** When it is forgotten, in milliseconds since 1970. */
    @Internal public long expiresAt;
}
