package iam.war.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.ApiException;
import iam.api.entity.Cert;
import iam.war.config.Settings;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and certificates that the server makes are what the JDK and jose4j take them for. */
class CertificatesTest {
    private static final Keys KEYS = new Keys(new SignatureProvider(new Settings(new Properties())));

    static Cert cert(String algorithm) {
        Cert cert = new Cert();
        cert.owner = "admin";
        cert.name = "cert-ü";
        cert.cryptoAlgorithm = algorithm;
        cert.bitSize = 2048;
        cert.expireInYears = 30;
        Certificates.generate(cert);
        return cert;
    }

    @ParameterizedTest
    @CsvSource({"RS256,RSA PRIVATE KEY,RS256", "RS384,RSA PRIVATE KEY,RS512", "RS512,RSA PRIVATE KEY,RS512", "ES256,EC PRIVATE KEY,ES256", "ES384,EC PRIVATE KEY,ES384",
        "ES512,EC PRIVATE KEY,ES512", "PS256,RSA PSS PRIVATE KEY,RS256", "PS512,RSA PSS PRIVATE KEY,RS512", "EdDSA,PRIVATE KEY,EdDSA"})
    void signsWhatItsCertificateVerifies(String algorithm, String label, String method) throws Exception {
        Cert cert = cert(algorithm);
        assertTrue(cert.privateKey.startsWith("-----BEGIN " + label + "-----\n"), cert.privateKey);
        SigningKey key = KEYS.of(cert).orElseThrow();
        X509Certificate certificate = key.certificate();
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity();
        assertEquals("CN=cert-ü,O=admin", certificate.getSubjectX500Principal().getName());
        assertEquals(-1, certificate.getBasicConstraints());
        assertTrue(certificate.getSerialNumber().signum() > 0);
        String token = new Jwts().sign(Map.of("sub", "x"), key, Jwts.algorithm(method, key));
        assertEquals("x", Jwts.verify(token, key).orElseThrow().getSubject());
        assertTrue(Jwts.verify(token, KEYS.of(cert(algorithm)).orElseThrow()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"R", "XX256", "RS17", "ES1", "nonsense"})
    void refusesUnknownAlgorithms(String algorithm) {
        assertThrows(ApiException.class, () -> cert(algorithm));
    }

    @Test
    void aKeySignsOnlyWithWhatFitsIt() {
        SigningKey rsa = KEYS.of(cert("RS256")).orElseThrow();
        assertThrows(ApiException.class, () -> Jwts.algorithm("ES256", rsa));
        assertEquals("RS256", Jwts.algorithm("", rsa));
        assertEquals("RS256", Jwts.algorithm("nonsense", rsa));
        assertEquals("RS256", Jwts.algorithm("RS384", rsa));
        SigningKey curve = KEYS.of(cert("ES384")).orElseThrow();
        assertEquals("ES384", Jwts.algorithm("ES384", curve));
        assertThrows(ApiException.class, () -> Jwts.algorithm("", curve));
        assertEquals("RS256", Jwts.algorithm("EdDSA", rsa));
        SigningKey edwards = KEYS.of(cert("EdDSA")).orElseThrow();
        assertEquals("EdDSA", Jwts.algorithm("", edwards));
        assertThrows(ApiException.class, () -> Jwts.algorithm("RS256", edwards));
    }

    @Test
    void whatIsNoCertificateIsLeftOut() {
        Cert cert = new Cert();
        cert.certificate = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        assertTrue(KEYS.of(cert).isEmpty());
    }
}
