package iam.war.jose;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/** A DPoP proof (RFC 9449 section 4.2), checked for form, signature, method, address and time (section 4.3). */
public final class DpopProof {
    /** How far the clock of a client may be off, in both directions. */
    public static final Duration WINDOW = Duration.ofSeconds(300);

    private static final Set<String> DEFAULT_PORTS = Set.of("http:80", "https:443");

    private final PublicJsonWebKey key;
    private final JwtClaims claims;

    private DpopProof(PublicJsonWebKey key, JwtClaims claims) {
        this.key = key;
        this.claims = claims;
    }

    /** The proof is no good. */
    public static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1;

        Invalid(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Reads and checks a proof.
     *
     * @param header the value of the DPoP header
     * @param method the HTTP method of the request
     * @param url the address of the request without query
     * @return the proof
     * @throws Invalid when something is wrong with it
     */
    public static DpopProof parse(String header, String method, String url) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, Jwts.ALGORITHMS.toArray(String[]::new)));
            signature.setCompactSerialization(header);
            require("dpop+jwt".equals(signature.getHeader("typ")), "typ is not dpop+jwt");
            PublicJsonWebKey key = signature.getJwkHeader();
            require(key != null && key.getPrivateKey() == null, "jwk is missing or private");
            signature.setKey(key.getPublicKey());
            require(signature.verifySignature(), "signature does not verify");
            DpopProof proof = new DpopProof(key, JwtClaims.parse(signature.getPayload()));
            proof.check(method, url);
            return proof;
        } catch (JoseException | InvalidJwtException | MalformedClaimException e) {
            throw new Invalid("the proof can't be parsed");
        }
    }

    private void check(String method, String url) throws MalformedClaimException {
        require(method.equals(claims.getStringClaimValue("htm")), "htm does not match the method");
        require(plain(url).equals(plain(claims.getStringClaimValue("htu"))), "htu does not match the address");
        require(claims.getIssuedAt() != null && Math.abs(claims.getIssuedAt().getValue() - System.currentTimeMillis() / 1000) <= WINDOW.toSeconds(), "iat is not now");
        require(!id().isEmpty() && id().length() <= 512, "jti is missing");
    }

    /** An address without query, fragment and default port. */
    private static String plain(String url) {
        try {
            URI uri = URI.create(url == null ? "" : url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(java.util.Locale.ROOT);
            String port = uri.getPort() < 0 || DEFAULT_PORTS.contains(scheme + ":" + uri.getPort()) ? "" : ":" + uri.getPort();
            return scheme + "://" + String.valueOf(uri.getHost()).toLowerCase(java.util.Locale.ROOT) + port + uri.getRawPath();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void require(boolean good, String message) {
        if (!good) {
            throw new Invalid(message);
        }
    }

    /** The id that is good once. */
    public String id() {
        Object id = claims.getClaimValue("jti");
        return id instanceof String text ? text : "";
    }

    /** RFC 7638 thumbprint of the key. */
    public String thumbprint() {
        try {
            return key.calculateBase64urlEncodedThumbprint("SHA-256");
        } catch (RuntimeException e) {
            throw new Invalid("jwk has no thumbprint");
        }
    }

    /** Requires that the proof is made for a token. */
    public void requireToken(String tokenHash) {
        require(tokenHash.equals(claims.getClaimValue("ath")), "ath does not match the token");
    }
}
