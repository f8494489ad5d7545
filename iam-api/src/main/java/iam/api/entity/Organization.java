package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.OwnedByAdmin;
import iam.api.PrimaryKey;
import iam.api.Secret;
import iam.api.Text;
import java.util.List;

/** A tenant: its sign-in rules, defaults for its users, and branding. */
@Index({"owner", "createdTime"})
@OwnedByAdmin("name")
public class Organization extends Entity {
    /** An empty one. */
    public Organization() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Website URL. */
    @Length(100) public String websiteUrl = "";
    /** Logo. */
    @Length(200) public String logo = "";
    /** Logo dark. */
    @Length(200) public String logoDark = "";
    /** Favicon. */
    @Length(200) public String favicon = "";
    /** Has privilege consent. */
    public boolean hasPrivilegeConsent;
    /** Password type. */
    @Length(100) public String passwordType = "";
    /** Password salt. */
    @Length(100) @Secret public String passwordSalt = "";
    /** Password options; may be null. */
    public List<String> passwordOptions;
    /** Password obfuscator type. */
    @Length(100) public String passwordObfuscatorType = "";
    /** Password obfuscator key. */
    @Length(100) @Secret public String passwordObfuscatorKey = "";
    /** Password expire days. */
    public int passwordExpireDays;
    /** Token retention days. */
    public int tokenRetentionDays;
    /** Record retention days. */
    public int recordRetentionDays;
    /** Country codes; may be null. */
    public List<String> countryCodes;
    /** Default avatar. */
    @Length(200) public String defaultAvatar = "";
    /** Use permanent avatar. */
    public boolean usePermanentAvatar;
    /** Default application. */
    @Length(100) public String defaultApplication = "";
    /** Default token format. */
    @Length(100) public String defaultTokenFormat = "";
    /** User types; may be null. */
    public List<String> userTypes;
    /** Tags; may be null. */
    public List<String> tags;
    /** Languages; may be null. */
    public List<String> languages;
    /** Theme data; may be null. */
    public ThemeData themeData;
    /** Master password. */
    @Length(200) @Secret public String masterPassword = "";
    /** Default password. */
    @Length(200) @Secret public String defaultPassword = "";
    /** Master verification code. */
    @Length(100) @Secret public String masterVerificationCode = "";
    /** IP whitelist. */
    @Length(200) public String ipWhitelist = "";
    /** Init score. */
    public int initScore;
    /** Enable soft deletion. */
    public boolean enableSoftDeletion;
    /** Is profile public. */
    public boolean isProfilePublic;
    /** Use email as username. */
    public boolean useEmailAsUsername;
    /** Enable tour. */
    public boolean enableTour;
    /** Disable signin. */
    public boolean disableSignin;
    /** IP restriction. */
    @Length(255) public String ipRestriction = "";
    /** Nav items; may be null. */
    public List<String> navItems;
    /** User nav items; may be null. */
    public List<String> userNavItems;
    /** Widget items; may be null. */
    public List<String> widgetItems;
    /** MFA items; may be null. */
    public List<MfaItem> mfaItems;
    /** MFA remember in hours. */
    public int mfaRememberInHours;
    /** Account menu. */
    @Length(20) public String accountMenu = "";
    /** Account items; may be null. */
    public List<AccountItem> accountItems;
    /** DCR policy. */
    @Length(100) public String dcrPolicy = "";
    /** LDAP attributes; may be null. */
    public List<String> ldapAttributes;
    /** Kerberos realm. */
    @Length(200) public String kerberosRealm = "";
    /** Kerberos KDC host. */
    @Length(200) public String kerberosKdcHost = "";
    /** Kerberos keytab. */
    @Text @Secret public String kerberosKeytab = "";
    /** Kerberos service name. */
    @Length(100) public String kerberosServiceName = "";
    /** Org balance. */
    public double orgBalance;
    /** User balance. */
    public double userBalance;
    /** Balance credit. */
    public double balanceCredit;
    /** Balance currency. */
    @Length(100) public String balanceCurrency = "";
}
