package iam.war.oauth;

import iam.api.entity.Application;
import iam.api.entity.User;

/** What a token is ordered for: a builder whose fields are set by the grants. */
public final class Order {
    final Application application;
    final User user;
    final String issuer;
    String scope = "";
    String nonce = "";
    String resource = "";
    String audience = "";
    String signinMethod = "";
    String provider = "";
    String family = "";
    String sid = "";
    String thumbprint = "";
    long authTime;
    boolean publicClient;

    /** Orders a token for a user, or for the application itself when there is none. */
    public Order(Application application, User user, String issuer) {
        this.application = application;
        this.user = user;
        this.issuer = issuer;
        this.authTime = user == null ? 0 : System.currentTimeMillis() / 1000;
    }

    /** The granted scope. */
    public Order scope(String value) {
        scope = value;
        return this;
    }

    /** The nonce of the authorization request. */
    public Order nonce(String value) {
        nonce = value;
        return this;
    }

    /** The resource of the authorization request (RFC 8707). */
    public Order resource(String value) {
        resource = value;
        return this;
    }

    /** How the user signed in. */
    public Order signin(String method, String via) {
        signinMethod = method;
        provider = via;
        return this;
    }

    /** The browser session, and when the user authenticated in it. */
    public Order session(String id, long time) {
        sid = id;
        authTime = time;
        return this;
    }
}
