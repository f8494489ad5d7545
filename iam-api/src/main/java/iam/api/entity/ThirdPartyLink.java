package iam.api.entity;

/** A nested third party link of the wire format. */
public class ThirdPartyLink {
    /** An empty one. */
    public ThirdPartyLink() {
    }

    /** Owner. */
    public String owner = "";
    /** User name. */
    public String userName = "";
    /** Provider name. */
    public String providerName = "";
    /** Provider ID. */
    public String providerId = "";
    /** Time of creation, RFC 3339. */
    public String createdTime = "";
}
