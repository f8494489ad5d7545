package iam.api.entity;

import iam.api.Computed;
import iam.api.Entity;
import iam.api.Index;
import iam.api.Length;
import iam.api.PrimaryKey;
import iam.api.Text;
import java.util.List;
import java.util.Map;

/** Something that can be ordered. */
@Index({"owner", "createdTime"})
public class Product extends Entity {
    /** An empty one. */
    public Product() {
    }

    /** Organization that the row belongs to, or {@code admin}. */
    @PrimaryKey @Length(100) public String owner = "";
    /** Name. */
    @PrimaryKey @Length(100) public String name = "";
    /** Time of creation, RFC 3339. */
    @Length(100) public String createdTime = "";
    /** Display name. */
    @Length(100) public String displayName = "";
    /** Image. */
    @Length(100) public String image = "";
    /** Detail. */
    @Length(1000) public String detail = "";
    /** Description. */
    @Text public String description = "";
    /** Tag. */
    @Length(100) public String tag = "";
    /** Currency. */
    @Length(100) public String currency = "";
    /** Price. */
    public double price;
    /** Quantity. */
    public int quantity;
    /** Sold. */
    public int sold;
    /** Is recharge. */
    public boolean isRecharge;
    /** Recharge options; may be null. */
    public List<Double> rechargeOptions;
    /** Disable custom recharge. */
    public boolean disableCustomRecharge;
    /** Providers; may be null. */
    public List<String> providers;
    /** Success URL. */
    @Length(1000) public String successUrl = "";
    /** State. */
    @Length(100) public String state = "";
    /** Properties; may be null. */
    public Map<String, String> properties;
    /** Provider objs; may be null. */
    @Computed public List<Provider> providerObjs;
}
