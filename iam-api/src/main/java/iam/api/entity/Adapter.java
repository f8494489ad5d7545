package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Secret;

/** Where the policies of an enforcer are stored. */
@Index({"owner", "createdTime"})
public class Adapter extends Entity {
    /** An empty one. */
    public Adapter() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Table. */
    @Length(100) public String table = "";
    /** Use same db. */
    public boolean useSameDb;
    /** Type. */
    @Length(100) public String type = "";
    /** Database type. */
    @Length(100) public String databaseType = "";
    /** Host. */
    @Length(100) public String host = "";
    /** Port. */
    public int port;
    /** User. */
    @Length(100) public String user = "";
    /** Password. */
    @Length(150) @Secret public String password = "";
    /** Database. */
    @Length(100) public String database = "";
}
