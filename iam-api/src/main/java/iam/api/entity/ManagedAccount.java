package iam.api.entity;

import iam.api.Secret;

/** A nested managed account of the wire format. */
public class ManagedAccount {
    /** An empty one. */
    public ManagedAccount() {
    }

    /** Application. */
    public String application = "";
    /** Username. */
    public String username = "";
    /** Password. */
    @Secret public String password = "";
    /** Signin URL. */
    public String signinUrl = "";
}
