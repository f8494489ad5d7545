package iam.spi.authn;

/**
 * The server's judgement of credentials, the same for every authentication method (contract: auth.md section 2). Every method answers success or failure,
 * never an abstention, and may block for a look-up. Forbidden and deleted users fail everywhere.
 */
public interface AuthenticatorContext {
    /**
     * Judges an access token.
     *
     * @param token the text of the token
     * @param request the call, for the proof of a token that is bound to a key (RFC 9449)
     * @return whose token it is
     */
    Authentication accessToken(String token, AuthenticationRequest request);

    /**
     * Judges client id and secret.
     *
     * @param clientId the id
     * @param clientSecret the secret
     * @param request the call
     * @return the application
     */
    Authentication client(String clientId, String clientSecret, AuthenticationRequest request);

    /**
     * Judges access key and secret, of a key object or of a user.
     *
     * @param accessKey the key
     * @param accessSecret the secret
     * @param request the call; a key of type Prometheus is good for the metrics only
     * @return the user, application or organization that the key acts for
     */
    Authentication accessKey(String accessKey, String accessSecret, AuthenticationRequest request);

    /**
     * Judges user name and password.
     *
     * @param username {@code ORG/USER}, where USER may be the e-mail address, phone number or id too
     * @param password the password
     * @param request the call
     * @return the user
     */
    Authentication password(String username, String password, AuthenticationRequest request);

    /**
     * Judges the value of a session cookie.
     *
     * @param cookie the value
     * @param request the call; a session that waits for a new password is good for a few operations only
     * @return the user; an abstention when there is no such session
     */
    Authentication session(String cookie, AuthenticationRequest request);

    /**
     * A user whom the method itself has authenticated, for example by a header that a reverse proxy has signed.
     *
     * @param organization his organization
     * @param name his name
     * @param request the call
     * @return the user; a failure when he does not exist, is forbidden or deleted
     */
    Authentication user(String organization, String name, AuthenticationRequest request);
}
