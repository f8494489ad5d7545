package iam.api.entity;

import iam.api.OmitEmpty;

/** A nested product info of the wire format. */
public class ProductInfo {
    /** An empty one. */
    public ProductInfo() {
    }

    /** Owner. */
    public String owner = "";
    /** Name. */
    public String name = "";
    /** Time of creation, RFC 3339. */
    @OmitEmpty public String createdTime = "";
    /** Display name. */
    public String displayName = "";
    /** Image. */
    @OmitEmpty public String image = "";
    /** Detail. */
    @OmitEmpty public String detail = "";
    /** Price. */
    public double price;
    /** Currency. */
    @OmitEmpty public String currency = "";
    /** Is recharge. */
    @OmitEmpty public boolean isRecharge;
    /** Quantity. */
    @OmitEmpty public int quantity;
    /** Pricing name. */
    @OmitEmpty public String pricingName = "";
    /** Plan name. */
    @OmitEmpty public String planName = "";
}
