package iam.war.jose;

import iam.api.ApiException;
import iam.api.entity.Cert;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Makes signing keys with their self-signed certificates (contract: oauth.md section 3, Certificates; RFC 5280). */
public final class Certificates {
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String ORGANIZATION = "2.5.4.10";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DEFAULT_BITS = 2048;
    private static final int LEAST_BITS = 1024;
    private static final int MOST_BITS = 8192;
    private static final int DEFAULT_YEARS = 20;

    private Certificates() {
    }

    /**
     * Fills {@code certificate} and {@code privateKey} by what the other fields ask for.
     *
     * @throws ApiException when the algorithm is unknown
     */
    public static void generate(Cert cert) {
        if (cert.cryptoAlgorithm.equals("RSA") || cert.cryptoAlgorithm.isEmpty()) {
            cert.cryptoAlgorithm = "RS256";
        }
        SignatureAlgorithm algorithm = SignatureAlgorithm.of(cert.cryptoAlgorithm);
        cert.bitSize = algorithm.rsa() ? bits(cert.bitSize) : cert.bitSize;
        try {
            KeyPair pair = algorithm.generate(cert.bitSize);
            cert.certificate = new Pem("CERTIFICATE", certificate(cert, pair, algorithm)).text();
            cert.privateKey = PrivateKeys.pem(pair, algorithm.pss());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("a key of type " + cert.cryptoAlgorithm + " can't be made", e);
        }
    }

    private static int bits(int wanted) {
        return wanted <= 0 ? DEFAULT_BITS : Math.min(Math.max(wanted, LEAST_BITS), MOST_BITS);
    }

    private static byte[] certificate(Cert cert, KeyPair pair, SignatureAlgorithm algorithm) throws GeneralSecurityException, IOException {
        byte[] name = Der.sequence(attribute(ORGANIZATION, cert.owner), attribute(COMMON_NAME, cert.name));
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        OffsetDateTime end = now.plusYears(cert.expireInYears <= 0 ? DEFAULT_YEARS : cert.expireInYears);
        byte[] version = Der.tagged(0, Der.integer(BigInteger.TWO));
        byte[] serial = Der.integer(new BigInteger(127, RANDOM).setBit(0));
        byte[] noAuthority = Der.sequence(Der.oid(BASIC_CONSTRAINTS), Der.flag(true), Der.octets(Der.sequence()));
        byte[] body = Der.sequence(version, serial, algorithm.identifier(), name, Der.sequence(Der.time(now), Der.time(end)), name, pair.getPublic().getEncoded(),
                Der.tagged(3, Der.sequence(noAuthority)));
        return Der.sequence(body, algorithm.identifier(), Der.bits(algorithm.sign(pair.getPrivate(), body)));
    }

    private static byte[] attribute(String type, String value) {
        return Der.set(Der.sequence(Der.oid(type), Der.utf8(value)));
    }
}
