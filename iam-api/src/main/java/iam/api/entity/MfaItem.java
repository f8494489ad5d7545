package iam.api.entity;

/** A nested mfa item of the wire format. */
public class MfaItem {
    /** An empty one. */
    public MfaItem() {
    }

    /** Name. */
    public String name = "";
    /** Rule. */
    public String rule = "";
}
