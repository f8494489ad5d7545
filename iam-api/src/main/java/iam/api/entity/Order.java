package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import java.util.List;

/** An order of products. */
@Index({"owner", "createdTime"})
@Index({"owner", "user", "createdTime"})
public class Order extends Entity {
    /** An empty one. */
    public Order() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Update time, RFC 3339 or empty. */
    @Length(100) public String updateTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Products; may be null. */
    public List<String> products;
    /** Product infos; may be null. */
    public List<ProductInfo> productInfos;
    /** User. */
    @Length(100) public String user = "";
    /** Payment. */
    @Length(100) public String payment = "";
    /** Price. */
    public double price;
    /** Currency. */
    @Length(100) public String currency = "";
    /** State. */
    @Length(100) public String state = "";
    /** Message. */
    @Length(2000) public String message = "";
    /** Coupon name. */
    @Length(100) public String couponName = "";
    /** Coupon discount. */
    public double couponDiscount;
}
