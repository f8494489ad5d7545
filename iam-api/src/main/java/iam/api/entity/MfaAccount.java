package iam.api.entity;

import iam.api.Secret;

/** A nested mfa account of the wire format. */
public class MfaAccount {
    /** An empty one. */
    public MfaAccount() {
    }

    /** Account name. */
    public String accountName = "";
    /** Issuer. */
    public String issuer = "";
    /** Secret key. */
    @Secret public String secretKey = "";
    /** Origin. */
    public String origin = "";
}
