package iam.api.entity;

/** A nested jwt item of the wire format. */
public class JwtItem {
    /** An empty one. */
    public JwtItem() {
    }

    /** Name. */
    public String name = "";
    /** Category. */
    public String category = "";
    /** Value. */
    public String value = "";
    /** Type. */
    public String type = "";
}
