package iam.war.jose;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A certificate of the store, parsed.
 *
 * @param name its name, which is the key id in tokens
 * @param certificate the certificate
 * @param privateKey the key that signs; empty when the certificate has none
 * @param provider the name of the JCA provider that signs; null for the Java platform's choice
 */
public record SigningKey(String name, X509Certificate certificate, Optional<PrivateKey> privateKey, String provider) {
    /** The key that verifies. */
    public PublicKey publicKey() {
        return certificate.getPublicKey();
    }
}
