package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Secret;
import iam.api.Text;

/** A signing key with its X.509 certificate. */
@Index({"name"})
@Index({"owner", "createdTime"})
public class Cert extends Entity {
    /** An empty one. */
    public Cert() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Scope. */
    @Length(100) public String scope = "";
    /** Type. */
    @Length(100) public String type = "";
    /** Crypto algorithm. */
    @Length(100) public String cryptoAlgorithm = "";
    /** Bit size. */
    public int bitSize;
    /** Expire in years. */
    public int expireInYears;
    /** Expire time, RFC 3339 or empty. */
    @Length(100) public String expireTime = "";
    /** Domain expire time, RFC 3339 or empty. */
    @Length(100) public String domainExpireTime = "";
    /** Provider. */
    @Length(100) public String provider = "";
    /** Account. */
    @Length(100) public String account = "";
    /** Access key. */
    @Length(100) public String accessKey = "";
    /** Access secret. */
    @Length(100) @Secret public String accessSecret = "";
    /** Certificate. */
    @Text public String certificate = "";
    /** Private key. */
    @Text @Secret public String privateKey = "";
}
