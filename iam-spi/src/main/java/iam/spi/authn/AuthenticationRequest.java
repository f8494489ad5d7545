package iam.spi.authn;

import java.util.Optional;

/** What an authentication method may look at. Valid during the call only. Reading it does not consume the body. */
public interface AuthenticationRequest {
    /**
     * The HTTP method.
     *
     * @return upper case
     */
    String method();

    /**
     * The path of the operation, aliases resolved.
     *
     * @return such as {@code /api/get-account}
     */
    String path();

    /**
     * The address of the call as the client used it, without query (RFC 9449: htu).
     *
     * @return an absolute URL
     */
    String url();

    /**
     * A parameter of the query or of an urlencoded POST body.
     *
     * @param name case-sensitive
     * @return the first value; empty text when it is absent
     */
    String parameter(String name);

    /**
     * A header.
     *
     * @param name in any case
     * @return the first value, or empty
     */
    Optional<String> header(String name);

    /**
     * A cookie.
     *
     * @param name case-sensitive
     * @return the first value, or empty
     */
    Optional<String> cookie(String name);

    /**
     * The address of the client, taken from a forwarding header only when the peer is a trusted proxy.
     *
     * @return an IP address
     */
    String remoteAddress();
}
