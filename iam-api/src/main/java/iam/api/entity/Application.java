package iam.api.entity;

import iam.api.Computed;
import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.OmitEmpty;
import iam.api.OwnedByAdmin;
import iam.api.PrimaryKey;
import iam.api.Secret;
import iam.api.Text;
import java.util.List;

/** An OAuth 2.0 client of an organization, with its sign-in page settings. */
@Index({"clientId"})
@Index({"organization", "createdTime"})
@Index({"organization", "name"})
@OwnedByAdmin
public class Application extends Entity {
    /** An empty one. */
    public Application() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Category. */
    @Length(20) public String category = "";
    /** Type. */
    @Length(20) public String type = "";
    /** Scopes; may be null. */
    public List<ScopeItem> scopes;
    /** Logo. */
    @Length(200) public String logo = "";
    /** Title. */
    @Length(100) public String title = "";
    /** Favicon. */
    @Length(200) public String favicon = "";
    /** Order. */
    public int order;
    /** Homepage URL. */
    @Length(100) public String homepageUrl = "";
    /** Description. */
    @Text public String description = "";
    /** Organization. */
    @Length(100) public String organization = "";
    /** Cert. */
    @Length(100) public String cert = "";
    /** Default group. */
    @Length(100) public String defaultGroup = "";
    /** Default tag. */
    @Length(100) public String defaultTag = "";
    /** Header HTML. */
    @Text public String headerHtml = "";
    /** Page HTML. */
    @Text public String pageHtml = "";
    /** Enable password. */
    public boolean enablePassword;
    /** Enable sign up. */
    public boolean enableSignUp;
    /** Enable guest signin. */
    public boolean enableGuestSignin;
    /** Disable signin. */
    public boolean disableSignin;
    /** Enable signin session. */
    public boolean enableSigninSession;
    /** Enable auto signin. */
    public boolean enableAutoSignin;
    /** Enable code signin. */
    public boolean enableCodeSignin;
    /** Enable exclusive signin. */
    public boolean enableExclusiveSignin;
    /** Enable SAML compress. */
    public boolean enableSamlCompress;
    /** Enable SAML c14n10. */
    public boolean enableSamlC14n10;
    /** Enable SAML post binding. */
    public boolean enableSamlPostBinding;
    /** Disable SAML attributes. */
    public boolean disableSamlAttributes;
    /** Enable SAML assertion signature. */
    public boolean enableSamlAssertionSignature;
    /** Use email as SAML name ID. */
    public boolean useEmailAsSamlNameId;
    /** Enable web authn. */
    public boolean enableWebAuthn;
    /** Enable link with email. */
    public boolean enableLinkWithEmail;
    /** Org choice mode. */
    @Length(255) public String orgChoiceMode = "";
    /** SAML reply URL. */
    @Length(500) public String samlReplyUrl = "";
    /** Providers; may be null. */
    public List<ProviderItem> providers;
    /** Signin methods; may be null. */
    public List<SigninMethod> signinMethods;
    /** Signup items; may be null. */
    public List<SignupItem> signupItems;
    /** Signin items; may be null. */
    public List<SigninItem> signinItems;
    /** Grant types; may be null. */
    public List<String> grantTypes;
    /** Organization obj; may be null. */
    @Computed public Organization organizationObj;
    /** Cert public key. */
    @Computed public String certPublicKey = "";
    /** Tags; may be null. */
    public List<String> tags;
    /** SAML attributes; may be null. */
    public List<SamlItem> samlAttributes;
    /** SAML hash algorithm. */
    @Length(20) public String samlHashAlgorithm = "";
    /** SAML C14N prefix. */
    @Length(100) public String samlC14nPrefix = "";
    /** Is shared. */
    public boolean isShared;
    /** IP restriction. */
    @Length(255) public String ipRestriction = "";
    /** Client ID. */
    @Length(100) public String clientId = "";
    /** Client secret. */
    @Length(100) @Secret public String clientSecret = "";
    /** Client cert. */
    @Length(100) public String clientCert = "";
    /** Redirect URIs; may be null. */
    public List<String> redirectUris;
    /** Backchannel logout URI. */
    @Length(500) public String backchannelLogoutUri = "";
    /** Where a browser that signs out is sent to in a frame (OpenID Connect Front-Channel Logout); empty for nowhere. */
    @OmitEmpty @Length(500) public String frontchannelLogoutUri = "";
    /** Whether issuer and session id go along to that address. */
    @OmitEmpty public boolean frontchannelLogoutSessionRequired;
    /** Forced redirect origin. */
    @Length(100) public String forcedRedirectOrigin = "";
    /** Token format. */
    @Length(100) public String tokenFormat = "";
    /** Token signing method. */
    @Length(100) public String tokenSigningMethod = "";
    /** Token fields; may be null. */
    public List<String> tokenFields;
    /** Token attributes; may be null. */
    public List<JwtItem> tokenAttributes;
    /** Expire in hours. */
    public double expireInHours;
    /** Refresh expire in hours. */
    public double refreshExpireInHours;
    /** Cookie expire in hours. */
    public long cookieExpireInHours;
    /** Signup URL. */
    @Length(200) public String signupUrl = "";
    /** Signin URL. */
    @Length(200) public String signinUrl = "";
    /** Forget URL. */
    @Length(200) public String forgetUrl = "";
    /** Affiliation URL. */
    @Length(100) public String affiliationUrl = "";
    /** IP whitelist. */
    @Length(200) public String ipWhitelist = "";
    /** Terms of use. */
    @Length(200) public String termsOfUse = "";
    /** Signup HTML. */
    @Text public String signupHtml = "";
    /** Signin HTML. */
    @Text public String signinHtml = "";
    /** Theme data; may be null. */
    public ThemeData themeData;
    /** Footer HTML. */
    @Text public String footerHtml = "";
    /** Form CSS. */
    @Text public String formCss = "";
    /** Form CSS mobile. */
    @Text public String formCssMobile = "";
    /** Form offset. */
    public int formOffset;
    /** Form side HTML. */
    @Text public String formSideHtml = "";
    /** Form background URL. */
    @Length(200) public String formBackgroundUrl = "";
    /** Form background URL mobile. */
    @Length(200) public String formBackgroundUrlMobile = "";
    /** Failed signin limit. */
    public int failedSigninLimit;
    /** Failed signin frozen time. */
    public int failedSigninFrozenTime;
    /** Code resend timeout. */
    public int codeResendTimeout;
    /** Custom scopes; may be null. */
    public List<ScopeDescription> customScopes;
    /** Domain. */
    @Length(100) public String domain = "";
    /** Other domains; may be null. */
    public List<String> otherDomains;
    /** Upstream host. */
    @Length(100) public String upstreamHost = "";
    /** SSL mode. */
    @Length(100) public String sslMode = "";
    /** SSL cert. */
    @Length(100) public String sslCert = "";
    /** Cert obj; may be null. */
    @Computed public Cert CertObj;
    /** Registration access token. */
    @Length(100) @Secret public String registrationAccessToken = "";
}
