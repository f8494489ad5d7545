package iam.api.entity;

import iam.api.Computed;
import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.OmitEmpty;
import iam.api.PrimaryKey;
import java.util.List;

/** A payment for an order. */
@Index({"owner", "createdTime"})
@Index({"owner", "user", "createdTime"})
public class Payment extends Entity {
    /** An empty one. */
    public Payment() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Provider. */
    @Length(100) public String provider = "";
    /** Type. */
    @Length(100) public String type = "";
    /** Products; may be null. */
    public List<String> products;
    /** Products display name. */
    @Length(1000) public String productsDisplayName = "";
    /** Product name. */
    @Length(1000) public String productName = "";
    /** Product display name. */
    @Length(1000) public String productDisplayName = "";
    /** Detail. */
    @Length(255) public String detail = "";
    /** Currency. */
    @Length(100) public String currency = "";
    /** Price. */
    public double price;
    /** User. */
    @Length(100) public String user = "";
    /** Person name. */
    @Length(100) public String personName = "";
    /** Person ID card. */
    @Length(100) public String personIdCard = "";
    /** Person email. */
    @Length(100) public String personEmail = "";
    /** Person phone. */
    @Length(100) public String personPhone = "";
    /** Invoice type. */
    @Length(100) public String invoiceType = "";
    /** Invoice title. */
    @Length(100) public String invoiceTitle = "";
    /** Invoice tax ID. */
    @Length(100) public String invoiceTaxId = "";
    /** Invoice remark. */
    @Length(100) public String invoiceRemark = "";
    /** Invoice URL. */
    @Length(255) public String invoiceUrl = "";
    /** Order. */
    @Length(100) public String order = "";
    /** Order obj; may be null. */
    @Computed @OmitEmpty public Order orderObj;
    /** Out order ID. */
    @Length(100) public String outOrderId = "";
    /** Pay URL. */
    @Length(2000) public String payUrl = "";
    /** Success URL. */
    @Length(2000) public String successUrl = "";
    /** State. */
    @Length(100) public String state = "";
    /** Message. */
    @Length(2000) public String message = "";
}
