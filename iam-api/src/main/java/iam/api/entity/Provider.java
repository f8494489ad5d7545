package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Secret;
import iam.api.Text;
import java.util.Map;

/** Settings of an outside service: identity provider, mail, SMS, storage, captcha, notification. */
@Index({"name"})
@Index({"owner", "createdTime"})
public class Provider extends Entity {
    /** An empty one. */
    public Provider() {
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
    @Length(100) public String category = "";
    /** Type. */
    @Length(100) public String type = "";
    /** Sub type. */
    @Length(100) public String subType = "";
    /** Method. */
    @Length(100) public String method = "";
    /** Client ID. */
    @Length(200) public String clientId = "";
    /** Client secret. */
    @Length(3000) @Secret public String clientSecret = "";
    /** Client id2. */
    @Length(100) public String clientId2 = "";
    /** Client secret2. */
    @Length(500) @Secret public String clientSecret2 = "";
    /** Cert. */
    @Length(100) public String cert = "";
    /** Custom auth URL. */
    @Length(200) public String customAuthUrl = "";
    /** Custom token URL. */
    @Length(200) public String customTokenUrl = "";
    /** Custom user info URL. */
    @Length(200) public String customUserInfoUrl = "";
    /** Custom logout URL. */
    @Length(200) public String customLogoutUrl = "";
    /** Custom logo. */
    @Length(200) public String customLogo = "";
    /** Scopes. */
    @Length(200) public String scopes = "";
    /** User mapping; may be null. */
    public Map<String, String> userMapping;
    /** Http headers; may be null. */
    public Map<String, String> httpHeaders;
    /** Host. */
    @Length(100) public String host = "";
    /** Port. */
    public int port;
    /** Disable SSL. */
    public boolean disableSsl;
    /** SSL mode. */
    @Length(100) public String sslMode = "";
    /** Title. */
    @Length(100) public String title = "";
    /** Content. */
    @Text public String content = "";
    /** Receiver. */
    @Length(100) public String receiver = "";
    /** Region ID. */
    @Length(100) public String regionId = "";
    /** Sign name. */
    @Length(100) public String signName = "";
    /** Template code. */
    @Length(100) public String templateCode = "";
    /** App ID. */
    @Length(100) public String appId = "";
    /** Endpoint. */
    @Length(1000) public String endpoint = "";
    /** Intranet endpoint. */
    @Length(100) public String intranetEndpoint = "";
    /** Domain. */
    @Length(100) public String domain = "";
    /** Bucket. */
    @Length(100) public String bucket = "";
    /** Path prefix. */
    @Length(100) public String pathPrefix = "";
    /** Metadata. */
    @Text public String metadata = "";
    /** ID P. */
    @Text public String idP = "";
    /** Issuer URL. */
    @Length(100) public String issuerUrl = "";
    /** Enable sign authn request. */
    public boolean enableSignAuthnRequest;
    /** Email regex. */
    @Length(200) public String emailRegex = "";
    /** Provider URL. */
    @Length(200) public String providerUrl = "";
    /** Enable proxy. */
    public boolean enableProxy;
    /** Enable pkce. */
    public boolean enablePkce;
    /** State. */
    @Length(100) public String state = "";
}
