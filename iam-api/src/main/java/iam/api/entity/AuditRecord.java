package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;

/** An audit record. */
@Index({"owner", "createdTime"})
@Index({"owner", "name"})
@Index({"owner"})
@Index({"createdTime"})
public class AuditRecord extends Entity {
    /** An empty one. */
    public AuditRecord() {
    }

    /** ID. */
    @PrimaryKey public int id;
    /** The organization, as in {@link #organization}: the field by which records are listed and found. */
    @Length(100) public String owner = "";
    /** Name. */
    @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Organization. */
    @Length(100) public String organization = "";
    /** Client IP. */
    @Length(100) public String clientIp = "";
    /** User. */
    @Length(100) public String user = "";
    /** Method. */
    @Length(100) public String method = "";
    /** Request URI. */
    @Length(1000) public String requestUri = "";
    /** Action. */
    @Length(1000) public String action = "";
    /** Language. */
    @Length(100) public String language = "";
    /** Object. */
    @Text public String object = "";
    /** Response. */
    @Text public String response = "";
    /** Status code. */
    public int statusCode;
    /** Detail. */
    @Length(100) public String detail = "";
    /** Is triggered. */
    public boolean isTriggered;
}
