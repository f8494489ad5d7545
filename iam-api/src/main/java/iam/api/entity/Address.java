package iam.api.entity;

/** A nested address of the wire format. */
public class Address {
    /** An empty one. */
    public Address() {
    }

    /** Tag. */
    public String tag = "";
    /** Line1. */
    public String line1 = "";
    /** Line2. */
    public String line2 = "";
    /** City. */
    public String city = "";
    /** State. */
    public String state = "";
    /** Zip code. */
    public String zipCode = "";
    /** Region. */
    public String region = "";
}
