package iam.api.entity;

import java.util.List;

/** A nested consent record of the wire format. */
public class ConsentRecord {
    /** An empty one. */
    public ConsentRecord() {
    }

    /** Application. */
    public String application = "";
    /** Granted scopes; may be null. */
    public List<String> grantedScopes;
}
