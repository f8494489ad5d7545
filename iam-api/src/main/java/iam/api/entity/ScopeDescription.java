package iam.api.entity;

/** A nested scope description of the wire format. */
public class ScopeDescription {
    /** An empty one. */
    public ScopeDescription() {
    }

    /** Scope. */
    public String scope = "";
    /** Display name. */
    public String displayName = "";
    /** Description. */
    public String description = "";
}
