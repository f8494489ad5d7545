package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Secret;
import java.util.List;
import java.util.Map;

/** Connection to an LDAP directory. */
@Index({"owner", "createdTime"})
@Index({"owner"})
public class Ldap extends Entity {
    /** An empty one. */
    public Ldap() {
    }

    /** ID. */
    @PrimaryKey @Length(100) public String id = "";
    /** Owner. */
    @Length(100) public String owner = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Server name. */
    @Length(100) public String serverName = "";
    /** Host. */
    @Length(100) public String host = "";
    /** Port. */
    public int port;
    /** Enable SSL. */
    public boolean enableSsl;
    /** Allow self signed cert. */
    public boolean allowSelfSignedCert;
    /** Username. */
    @Length(100) public String username = "";
    /** Password. */
    @Length(100) @Secret public String password = "";
    /** Base dn. */
    @Length(500) public String baseDn = "";
    /** Filter. */
    @Length(200) public String filter = "";
    /** Filter fields; may be null. */
    public List<String> filterFields;
    /** Default group. */
    @Length(100) public String defaultGroup = "";
    /** Default groups; may be null. */
    public List<String> defaultGroups;
    /** Password type. */
    @Length(100) public String passwordType = "";
    /** Custom attributes; may be null. */
    public Map<String, String> customAttributes;
    /** Auto sync. */
    public int autoSync;
    /** Last sync. */
    @Length(100) public String lastSync = "";
    /** Enable groups. */
    public boolean enableGroups;
}
