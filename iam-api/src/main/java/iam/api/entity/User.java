package iam.api.entity;

import iam.api.Computed;
import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.Mask;
import iam.api.Lookup;
import iam.api.OmitEmpty;
import iam.api.Packed;
import iam.api.PrimaryKey;
import iam.api.Secret;
import iam.api.Text;
import java.util.List;
import java.util.Map;

/** A person who signs in: profile, credentials, groups and the state of his second factors. */
@Index({"owner", "createdTime"})
@Index({"owner", "email"})
@Index({"owner", "phone"})
@Index({"id"})
@Index({"email"})
@Index({"owner", "invitationCode"})
@Index({"accessKey"})
@Index({"createdTime"})
public class User extends Entity {
    /** An empty one. */
    public User() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(255) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Updated time, RFC 3339 or empty. */
    @Length(100) public String updatedTime = "";
    /** Deleted time, RFC 3339 or empty. */
    @Length(100) public String deletedTime = "";
    /** ID. */
    @Length(100) public String id = "";
    /** External ID. */
    @Length(100) public String externalId = "";
    /** Type. */
    @Length(100) public String type = "";
    /** Password. */
    @Length(150) @Secret public String password = "";
    /** Password salt. */
    @Length(100) @Secret(Mask.BLANK) public String passwordSalt = "";
    /** Password type. */
    @Length(100) public String passwordType = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** First name. */
    @Length(100) public String firstName = "";
    /** Last name. */
    @Length(100) public String lastName = "";
    /** Avatar. */
    @Text public String avatar = "";
    /** Avatar type. */
    @Length(100) public String avatarType = "";
    /** Permanent avatar. */
    @Length(500) public String permanentAvatar = "";
    /** Email. */
    @Length(100) public String email = "";
    /** Email verified. */
    public boolean emailVerified;
    /** Phone. */
    @Length(100) public String phone = "";
    /** Country code. */
    @Length(6) public String countryCode = "";
    /** Region. */
    @Length(100) public String region = "";
    /** Location. */
    @Length(100) public String location = "";
    /** Address; may be null. */
    public List<String> address;
    /** Addresses; may be null. */
    public List<Address> addresses;
    /** Affiliation. */
    @Length(100) public String affiliation = "";
    /** Title. */
    @Length(100) public String title = "";
    /** ID card type. */
    @Length(100) public String idCardType = "";
    /** ID card. */
    @Length(100) public String idCard = "";
    /** Real name. */
    @Length(100) public String realName = "";
    /** Is verified. */
    public boolean isVerified;
    /** Homepage. */
    @Length(100) public String homepage = "";
    /** Bio. */
    @Length(100) public String bio = "";
    /** Tag. */
    @Length(100) public String tag = "";
    /** Language. */
    @Length(100) public String language = "";
    /** Gender. */
    @Length(100) public String gender = "";
    /** Birthday. */
    @Length(100) public String birthday = "";
    /** Education. */
    @Length(100) public String education = "";
    /** Score. */
    public int score;
    /** Karma. */
    public int karma;
    /** Ranking. */
    public int ranking;
    /** Balance. */
    public double balance;
    /** Balance credit. */
    public double balanceCredit;
    /** Currency. */
    @Length(100) public String currency = "";
    /** Balance currency. */
    @Length(100) public String balanceCurrency = "";
    /** Is default avatar. */
    public boolean isDefaultAvatar;
    /** Is online. */
    public boolean isOnline;
    /** Is admin. */
    public boolean isAdmin;
    /** Is forbidden. */
    public boolean isForbidden;
    /** Is deleted. */
    public boolean isDeleted;
    /** Signup application. */
    @Length(100) public String signupApplication = "";
    /** Hash. */
    @Length(100) public String hash = "";
    /** Pre hash. */
    @Length(100) public String preHash = "";
    /** Register type. */
    @Length(100) public String registerType = "";
    /** Register source. */
    @Length(100) public String registerSource = "";
    /** Access token. */
    @Text @Secret public String accessToken = "";
    /** Original token. */
    @Text @Secret public String originalToken = "";
    /** Original refresh token. */
    @Text @Secret public String originalRefreshToken = "";
    /** Created IP. */
    @Length(100) public String createdIp = "";
    /** Last signin time, RFC 3339 or empty. */
    @Length(100) public String lastSigninTime = "";
    /** Last signin IP. */
    @Length(100) public String lastSigninIp = "";
    /** Github. */
    @Length(100) @Packed public String github = "";
    /** Google. */
    @Length(100) @Packed public String google = "";
    /** Qq. */
    @Length(100) @Packed public String qq = "";
    /** Wechat. */
    @Length(100) @Packed public String wechat = "";
    /** Facebook. */
    @Length(100) @Packed public String facebook = "";
    /** Dingtalk. */
    @Length(100) @Packed public String dingtalk = "";
    /** Weibo. */
    @Length(100) @Packed public String weibo = "";
    /** Gitee. */
    @Length(100) @Packed public String gitee = "";
    /** Linkedin. */
    @Length(100) @Packed public String linkedin = "";
    /** Wecom. */
    @Length(100) @Packed public String wecom = "";
    /** Lark. */
    @Length(100) @Packed public String lark = "";
    /** Gitlab. */
    @Length(100) @Packed public String gitlab = "";
    /** Adfs. */
    @Length(100) @Packed public String adfs = "";
    /** Baidu. */
    @Length(100) @Packed public String baidu = "";
    /** Alipay. */
    @Length(100) @Packed public String alipay = "";
    /** Casdoor. */
    @Length(100) @Packed public String casdoor = "";
    /** Infoflow. */
    @Length(100) @Packed public String infoflow = "";
    /** Apple. */
    @Length(100) @Packed public String apple = "";
    /** Azuread. */
    @Length(100) @Packed public String azuread = "";
    /** Azureadb2c. */
    @Length(100) @Packed public String azureadb2c = "";
    /** Slack. */
    @Length(100) @Packed public String slack = "";
    /** Steam. */
    @Length(100) @Packed public String steam = "";
    /** Bilibili. */
    @Length(100) @Packed public String bilibili = "";
    /** Okta. */
    @Length(100) @Packed public String okta = "";
    /** Douyin. */
    @Length(100) @Packed public String douyin = "";
    /** Kwai. */
    @Length(100) @Packed public String kwai = "";
    /** Line. */
    @Length(100) @Packed public String line = "";
    /** Amazon. */
    @Length(100) @Packed public String amazon = "";
    /** Auth0. */
    @Length(100) @Packed public String auth0 = "";
    /** Battlenet. */
    @Length(100) @Packed public String battlenet = "";
    /** Bitbucket. */
    @Length(100) @Packed public String bitbucket = "";
    /** Box. */
    @Length(100) @Packed public String box = "";
    /** Cloudfoundry. */
    @Length(100) @Packed public String cloudfoundry = "";
    /** Dailymotion. */
    @Length(100) @Packed public String dailymotion = "";
    /** Deezer. */
    @Length(100) @Packed public String deezer = "";
    /** Digitalocean. */
    @Length(100) @Packed public String digitalocean = "";
    /** Discord. */
    @Length(100) @Packed public String discord = "";
    /** Dropbox. */
    @Length(100) @Packed public String dropbox = "";
    /** Eveonline. */
    @Length(100) @Packed public String eveonline = "";
    /** Fitbit. */
    @Length(100) @Packed public String fitbit = "";
    /** Gitea. */
    @Length(100) @Packed public String gitea = "";
    /** Heroku. */
    @Length(100) @Packed public String heroku = "";
    /** Influxcloud. */
    @Length(100) @Packed public String influxcloud = "";
    /** Instagram. */
    @Length(100) @Packed public String instagram = "";
    /** Intercom. */
    @Length(100) @Packed public String intercom = "";
    /** Kakao. */
    @Length(100) @Packed public String kakao = "";
    /** Lastfm. */
    @Length(100) @Packed public String lastfm = "";
    /** Mailru. */
    @Length(100) @Packed public String mailru = "";
    /** Meetup. */
    @Length(100) @Packed public String meetup = "";
    /** Microsoftonline. */
    @Length(100) @Packed public String microsoftonline = "";
    /** Naver. */
    @Length(100) @Packed public String naver = "";
    /** Nextcloud. */
    @Length(100) @Packed public String nextcloud = "";
    /** Onedrive. */
    @Length(100) @Packed public String onedrive = "";
    /** Oura. */
    @Length(100) @Packed public String oura = "";
    /** Patreon. */
    @Length(100) @Packed public String patreon = "";
    /** Paypal. */
    @Length(100) @Packed public String paypal = "";
    /** Salesforce. */
    @Length(100) @Packed public String salesforce = "";
    /** Shopify. */
    @Length(100) @Packed public String shopify = "";
    /** Soundcloud. */
    @Length(100) @Packed public String soundcloud = "";
    /** Spotify. */
    @Length(100) @Packed public String spotify = "";
    /** Strava. */
    @Length(100) @Packed public String strava = "";
    /** Stripe. */
    @Length(100) @Packed public String stripe = "";
    /** Telegram. */
    @Length(100) @Packed public String telegram = "";
    /** Tiktok. */
    @Length(100) @Packed public String tiktok = "";
    /** Tumblr. */
    @Length(100) @Packed public String tumblr = "";
    /** Twitch. */
    @Length(100) @Packed public String twitch = "";
    /** Twitter. */
    @Length(100) @Packed public String twitter = "";
    /** Typetalk. */
    @Length(100) @Packed public String typetalk = "";
    /** Uber. */
    @Length(100) @Packed public String uber = "";
    /** Vk. */
    @Length(100) @Packed public String vk = "";
    /** Wepay. */
    @Length(100) @Packed public String wepay = "";
    /** Xero. */
    @Length(100) @Packed public String xero = "";
    /** Yahoo. */
    @Length(100) @Packed public String yahoo = "";
    /** Yammer. */
    @Length(100) @Packed public String yammer = "";
    /** Yandex. */
    @Length(100) @Packed public String yandex = "";
    /** Zoom. */
    @Length(100) @Packed public String zoom = "";
    /** Metamask. */
    @Length(100) @Packed public String metamask = "";
    /** Web3onboard. */
    @Length(100) @Packed public String web3onboard = "";
    /** Custom. */
    @Length(100) @Packed public String custom = "";
    /** Custom2. */
    @Text @Packed public String custom2 = "";
    /** Custom3. */
    @Text @Packed public String custom3 = "";
    /** Custom4. */
    @Text @Packed public String custom4 = "";
    /** Custom5. */
    @Text @Packed public String custom5 = "";
    /** Custom6. */
    @Text @Packed public String custom6 = "";
    /** Custom7. */
    @Text @Packed public String custom7 = "";
    /** Custom8. */
    @Text @Packed public String custom8 = "";
    /** Custom9. */
    @Text @Packed public String custom9 = "";
    /** Custom10. */
    @Text @Packed public String custom10 = "";
    /** Webauthn credentials; may be null. */
    public List<WebAuthnCredential> webauthnCredentials;
    /** Preferred MFA type. */
    @Length(100) public String preferredMfaType = "";
    /** Recovery codes; may be null. */
    @Secret(Mask.BLANK) public List<String> recoveryCodes;
    /** Totp secret. */
    @Length(100) @Secret(Mask.BLANK) public String totpSecret = "";
    /** MFA phone enabled. */
    public boolean mfaPhoneEnabled;
    /** MFA email enabled. */
    public boolean mfaEmailEnabled;
    /** MFA radius enabled. */
    public boolean mfaRadiusEnabled;
    /** MFA radius username. */
    @Length(100) public String mfaRadiusUsername = "";
    /** MFA radius provider. */
    @Length(100) public String mfaRadiusProvider = "";
    /** MFA push enabled. */
    public boolean mfaPushEnabled;
    /** MFA push receiver. */
    @Length(100) public String mfaPushReceiver = "";
    /** MFA push provider. */
    @Length(100) public String mfaPushProvider = "";
    /** Multi factor auths; may be null. */
    @Computed @OmitEmpty public List<MfaProps> multiFactorAuths;
    /** Invitation. */
    @Length(100) public String invitation = "";
    /** Invitation code. */
    @Length(100) public String invitationCode = "";
    /** Face ids; may be null. */
    public List<FaceId> faceIds;
    /** Cart; may be null. */
    public List<ProductInfo> cart;
    /** LDAP. */
    @Length(100) public String ldap = "";
    /** Uid number. */
    public int uidNumber;
    /** Properties; may be null. */
    public Map<String, String> properties;
    /** Third party links; may be null. */
    @Computed @OmitEmpty public List<ThirdPartyLink> thirdPartyLinks;
    /** Roles; may be null. */
    @Computed public List<Role> roles;
    /** Permissions; may be null. */
    @Computed public List<Permission> permissions;
    /** Groups; may be null. */
    @Lookup public List<String> groups;
    /** Last change password time, RFC 3339 or empty. */
    @Length(100) public String lastChangePasswordTime = "";
    /** Last signin wrong time, RFC 3339 or empty. */
    @Length(100) public String lastSigninWrongTime = "";
    /** Signin wrong times. */
    public int signinWrongTimes;
    /** Managed accounts; may be null. */
    public List<ManagedAccount> managedAccounts;
    /** MFA accounts; may be null. */
    public List<MfaAccount> mfaAccounts;
    /** MFA items; may be null. */
    public List<MfaItem> mfaItems;
    /** MFA remember deadline. */
    @Length(100) public String mfaRememberDeadline = "";
    /** Need update password. */
    public boolean needUpdatePassword;
    /** IP whitelist. */
    @Length(200) public String ipWhitelist = "";
    /** Application scopes; may be null. */
    public List<ConsentRecord> applicationScopes;
    /** Access key. */
    @Length(100) @OmitEmpty public String accessKey = "";
    /** Access secret. */
    @Length(100) @Secret @OmitEmpty public String accessSecret = "";
}
