package iam.war.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import iam.war.config.Settings;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever provider is named: tokens are signed, and signed well. */
class SignatureProviderTest {
    private static SigningKey key(String provider, String algorithm) {
        Properties properties = new Properties();
        properties.setProperty("iam.signature.provider", provider);
        return new Keys(new SignatureProvider(new Settings(properties))).of(CertificatesTest.cert(algorithm)).orElseThrow();
    }

    private static void signs(SigningKey key, String method) {
        assertEquals("x", Jwts.verify(new Jwts().sign(Map.of("sub", "x"), key, method), key).orElseThrow().getClaimValue("sub"));
    }

    @ParameterizedTest
    @CsvSource({"SunRsaSign,RS256,RS256", "SunRsaSign,RS512,RS512", "SunEC,ES256,ES256", "SunEC,ES512,ES512"})
    void aProviderSignsWithTheKeysItKnows(String provider, String algorithm, String method) {
        SigningKey key = key(provider, algorithm);
        assertEquals(provider, key.provider());
        signs(key, method);
    }

    @ParameterizedTest
    @CsvSource({"SunRsaSign,ES256,ES256", "SunEC,RS256,RS256", "SunEC,EdDSA,EdDSA", "NotThere,RS256,RS256"})
    void thePlatformSignsWithAllOthers(String provider, String algorithm, String method) {
        SigningKey key = key(provider, algorithm);
        assertNull(key.provider());
        signs(key, method);
    }

    @ParameterizedTest
    @ValueSource(classes = {Wrong.class, Broken.class})
    void aProviderThatProvesBadIsNotUsed(Class<? extends SignatureSpi> signature) {
        Provider bad = new Bad(signature);
        Security.addProvider(bad);
        try {
            SigningKey key = key(bad.getName(), "RS256");
            assertNull(key.provider());
            signs(key, "RS256");
        } finally {
            Security.removeProvider(bad.getName());
        }
    }

    /** Reads keys, but signs badly. */
    private static final class Bad extends Provider {
        Bad(Class<? extends SignatureSpi> signature) {
            super("Bad", "1", "a provider that signs badly");
            put("Signature.SHA256withRSA", signature.getName());
        }

        @Override
        public Service getService(String type, String algorithm) {
            return type.equals("KeyFactory") ? Security.getProvider("SunRsaSign").getService(type, algorithm) : super.getService(type, algorithm);
        }
    }

    /** Gives something else than a signature. */
    public static class Wrong extends SignatureSpi {
        @Override
        protected void engineInitVerify(PublicKey key) {
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
        }

        @Override
        protected void engineUpdate(byte data) {
        }

        @Override
        protected void engineUpdate(byte[] data, int offset, int length) {
        }

        @Override
        protected byte[] engineSign() {
            return new byte[256];
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return false;
        }

        @Override
        @SuppressWarnings("deprecation")
        protected void engineSetParameter(String name, Object value) {
        }

        @Override
        @SuppressWarnings("deprecation")
        protected Object engineGetParameter(String name) {
            return null;
        }
    }

    /** Takes no key. */
    public static final class Broken extends Wrong {
        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            throw new InvalidKeyException("no key is good enough");
        }
    }
}
