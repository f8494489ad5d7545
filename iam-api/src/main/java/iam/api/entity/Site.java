package iam.api.entity;

import iam.api.Computed;
import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import java.util.List;

/** A reverse-proxied site. */
@Index({"owner", "createdTime"})
public class Site extends Entity {
    /** An empty one. */
    public Site() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Updated time, RFC 3339 or empty. */
    @Length(100) public String updatedTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Tag. */
    @Length(100) public String tag = "";
    /** Domain. */
    @Length(100) public String domain = "";
    /** Other domains; may be null. */
    public List<String> otherDomains;
    /** Need redirect. */
    public boolean needRedirect;
    /** Disable verbose. */
    public boolean disableVerbose;
    /** Rules; may be null. */
    public List<String> rules;
    /** Enable alert. */
    public boolean enableAlert;
    /** Alert interval. */
    public int alertInterval;
    /** Alert try times. */
    public int alertTryTimes;
    /** Alert providers; may be null. */
    public List<String> alertProviders;
    /** Challenges; may be null. */
    public List<String> challenges;
    /** Host. */
    @Length(100) public String host = "";
    /** Port. */
    public int port;
    /** Hosts; may be null. */
    public List<String> hosts;
    /** SSL mode. */
    @Length(100) public String sslMode = "";
    /** SSL cert. */
    @Computed public String sslCert = "";
    /** Public IP. */
    @Length(100) public String publicIp = "";
    /** Node. */
    @Length(100) public String node = "";
    /** Is self. */
    public boolean isSelf;
    /** Status. */
    @Length(100) public String status = "";
    /** Nodes; may be null. */
    public List<NodeItem> nodes;
    /** Casdoor application. */
    @Length(100) public String casdoorApplication = "";
    /** Application obj; may be null. */
    @Computed public Application applicationObj;
}
