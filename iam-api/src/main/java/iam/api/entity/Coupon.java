package iam.api.entity;

import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;
import java.util.List;

/** A discount code. */
@Index({"owner", "createdTime"})
public class Coupon extends Entity {
    /** An empty one. */
    public Coupon() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Description. */
    @Text public String description = "";
    /** Code. */
    @Length(100) public String code = "";
    /** Discount type. */
    @Length(20) public String discountType = "";
    /** Discount. */
    public double discount;
    /** Max discount. */
    public double maxDiscount;
    /** Scope. */
    @Length(20) public String scope = "";
    /** Products; may be null. */
    public List<String> products;
    /** Users; may be null. */
    public List<String> users;
    /** Quantity. */
    public int quantity;
    /** Used count. */
    public int usedCount;
    /** Max usage per user. */
    public int maxUsagePerUser;
    /** Start time, RFC 3339 or empty. */
    @Length(100) public String startTime = "";
    /** Expire time, RFC 3339 or empty. */
    @Length(100) public String expireTime = "";
    /** Min order amount. */
    public double minOrderAmount;
    /** Currency. */
    @Length(100) public String currency = "";
    /** State. */
    @Length(20) public String state = "";
}
