package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.OwnedByAdmin;
import iam.api.PrimaryKey;
import iam.api.Secret;
import iam.api.Text;
import java.util.List;

/** Definition of a user import from another system. */
@Index({"organization", "createdTime"})
@Index({"organization", "name"})
@OwnedByAdmin
public class Syncer extends Entity {
    /** An empty one. */
    public Syncer() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Organization. */
    @Length(100) public String organization = "";
    /** Type. */
    @Length(100) public String type = "";
    /** Database type. */
    @Length(100) public String databaseType = "";
    /** SSL mode. */
    @Length(100) public String sslMode = "";
    /** Ssh type. */
    @Length(100) public String sshType = "";
    /** Host. */
    @Length(100) public String host = "";
    /** Port. */
    public int port;
    /** User. */
    @Length(100) public String user = "";
    /** Password. */
    @Length(150) @Secret public String password = "";
    /** Ssh host. */
    @Length(100) public String sshHost = "";
    /** Ssh port. */
    public int sshPort;
    /** Ssh user. */
    @Length(100) public String sshUser = "";
    /** Ssh password. */
    @Length(150) @Secret public String sshPassword = "";
    /** Cert. */
    @Length(100) public String cert = "";
    /** Database. */
    @Length(100) public String database = "";
    /** Table. */
    @Length(100) public String table = "";
    /** Table columns; may be null. */
    public List<TableColumn> tableColumns;
    /** Affiliation table. */
    @Length(100) public String affiliationTable = "";
    /** Avatar base URL. */
    @Length(100) public String avatarBaseUrl = "";
    /** Error text. */
    @Text public String errorText = "";
    /** Sync interval. */
    public int syncInterval;
    /** Is read only. */
    public boolean isReadOnly;
    /** Is enabled. */
    public boolean isEnabled;
}
