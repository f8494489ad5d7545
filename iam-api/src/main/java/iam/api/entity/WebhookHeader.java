package iam.api.entity;

/** A nested webhook header of the wire format. */
public class WebhookHeader {
    /** An empty one. */
    public WebhookHeader() {
    }

    /** Name. */
    public String name = "";
    /** Value. */
    public String value = "";
}
