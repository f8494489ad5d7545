package iam.api.entity;

/** A nested web authn credential of the wire format. */
public class WebAuthnCredential {
    /** An empty one. */
    public WebAuthnCredential() {
    }

    /** Value. */
    public String value = "";
    /** Salt. */
    public String salt = "";
}
