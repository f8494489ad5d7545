package iam.api.entity;

/** A nested saml item of the wire format. */
public class SamlItem {
    /** An empty one. */
    public SamlItem() {
    }

    /** Name. */
    public String name = "";
    /** Name format. */
    public String nameFormat = "";
    /** Value. */
    public String value = "";
}
