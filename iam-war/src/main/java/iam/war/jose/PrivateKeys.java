package iam.war.jose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** Private keys in PEM: PKCS#1 for RSA, SEC1 for elliptic curves, PKCS#8 (RFC 5208) for the rest; read in any of these forms. */
final class PrivateKeys {
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String EC = "1.2.840.10045.2.1";

    private PrivateKeys() {
    }

    /** The PEM of a new key in the traditional form of its kind. */
    static String pem(KeyPair pair, boolean pss) {
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        if (pss) {
            return new Pem("RSA PSS PRIVATE KEY", pkcs8).text();
        }
        return switch (pair.getPrivate().getAlgorithm()) {
            case "RSA" -> new Pem("RSA PRIVATE KEY", inner(pkcs8)).text();
            case "EC" -> new Pem("EC PRIVATE KEY", sec1(pkcs8, pair.getPublic().getEncoded())).text();
            default -> new Pem("PRIVATE KEY", pkcs8).text();
        };
    }

    /** What a PKCS#8 structure wraps. */
    private static byte[] inner(byte[] pkcs8) {
        return Der.readAll(pkcs8).get(0).inside().get(2).content();
    }

    /** RFC 5915: the number, the curve and the public point. */
    private static byte[] sec1(byte[] pkcs8, byte[] publicKey) {
        byte[] number = Der.readAll(inner(pkcs8)).get(0).inside().get(1).whole();
        List<Der.Read> info = Der.readAll(publicKey).get(0).inside();
        byte[] curve = info.get(0).inside().get(1).whole();
        return Der.sequence(Der.integer(BigInteger.ONE), number, Der.tagged(0, curve), Der.tagged(1, info.get(1).whole()));
    }

    /**
     * Reads a key.
     *
     * @param text PEM
     * @param algorithm the algorithm of the public key that belongs to it
     */
    static PrivateKey parse(String text, String algorithm) throws GeneralSecurityException {
        Pem pem = Pem.parse(text);
        byte[] pkcs8 = switch (pem.label()) {
            case "RSA PRIVATE KEY" -> wrap(Der.sequence(Der.oid(RSA), Der.nothing()), pem.content());
            case "EC PRIVATE KEY" -> wrap(Der.sequence(Der.oid(EC), curve(pem.content())), pem.content());
            default -> pem.content();
        };
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return Der.sequence(Der.integer(BigInteger.ZERO), algorithm, Der.octets(key));
    }

    private static byte[] curve(byte[] sec1) {
        return Der.readAll(sec1).get(0).inside().stream().filter(value -> value.tag() == 0xa0).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an EC key without its curve")).content();
    }
}
