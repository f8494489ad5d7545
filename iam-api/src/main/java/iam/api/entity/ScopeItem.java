package iam.api.entity;

import java.util.List;

/** A nested scope item of the wire format. */
public class ScopeItem {
    /** An empty one. */
    public ScopeItem() {
    }

    /** Name. */
    public String name = "";
    /** Display name. */
    public String displayName = "";
    /** Description. */
    public String description = "";
    /** Tools; may be null. */
    public List<String> tools;
}
