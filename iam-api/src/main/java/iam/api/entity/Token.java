package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Internal;
import iam.api.Length;
import iam.api.OwnedByAdmin;
import iam.api.PrimaryKey;
import iam.api.Secret;
import iam.api.Text;

/** An issued pair of access and refresh token, or an authorization code waiting for its exchange. */
@Index({"accessTokenHash"})
@Index({"refreshTokenHash"})
@Index({"code"})
@Index({"organization", "user", "expiresIn"})
@Index({"organization", "createdTime"})
@Index({"organization", "name"})
@Index({"application"})
@Index({"family"})
@Index({"createdTime"})
@Index({"endsAt"})
@OwnedByAdmin
public class Token extends Entity {
    /** The grant type of a token that an application has for itself; its user is the name of the application. */
    public static final String CLIENT_CREDENTIALS = "client_credentials";

    /** An empty one. */
    public Token() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Application. */
    @Length(100) public String application = "";
    /** Organization. */
    @Length(100) public String organization = "";
    /** User. */
    @Length(100) public String user = "";
    /** Code. */
    @Length(100) @Secret public String code = "";
    /** Access token. */
    @Text @Secret public String accessToken = "";
    /** Refresh token. */
    @Text @Secret public String refreshToken = "";
    /** Access token hash. */
    @Length(100) @Secret public String accessTokenHash = "";
    /** Refresh token hash. */
    @Length(100) @Secret public String refreshTokenHash = "";
    /** Lifetime in seconds from the time of creation; 0 when revoked. */
    public int expiresIn;
    /** Scope. */
    @Length(300) public String scope = "";
    /** Token type. */
    @Length(100) public String tokenType = "";
    /** Grant type. */
    @Length(100) public String grantType = "";
    /** Code challenge. */
    @Length(100) public String codeChallenge = "";
    /** Code is used. */
    public boolean codeIsUsed;
    /** When the authorization code ends, in seconds since 1970. */
    public long codeExpireIn;
    /** Resource. */
    @Length(255) public String resource = "";
    /** RFC 7638 thumbprint of the key that the token is bound to (RFC 9449), or empty. */
    @Length(255) public String dPoPJkt = "";

    /** The redirect URI of the authorization request that a code was made for. */
    @Internal @Length(1000) public String redirectUri = "";
    /** What refreshed tokens have in common with the first one; a reuse ends all of them. */
    @Internal @Length(36) public String family = "";
    /** The id of the browser session that the user signed in with, or empty. */
    @Internal @Length(64) public String sid = "";
    /** When the user authenticated, in seconds since 1970; 0 for an application. */
    @Internal public long authTime;
    /** When it was issued, in milliseconds since 1970; 0 when that is not known so exactly. */
    @Internal public long issuedAt;
    /** When the refresh token ends, in seconds since 1970. */
    @Internal public long refreshExpireIn;
    /** Whether the client had no secret to authenticate with, so that refreshing needs none either. */
    @Internal public boolean publicClient;
    /** The ID token where it is not the access token; else empty. */
    @Internal @Text @Secret public String idToken = "";
    /** When nothing in the row is good any more, in milliseconds since 1970; 0 when nobody knows. */
    @Internal public long endsAt;
}
