package iam.api.entity;

/** A nested signin method of the wire format. */
public class SigninMethod {
    /** An empty one. */
    public SigninMethod() {
    }

    /** Name. */
    public String name = "";
    /** Display name. */
    public String displayName = "";
    /** Rule. */
    public String rule = "";
}
