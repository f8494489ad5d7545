package iam.war.jose;

import iam.api.ApiException;
import iam.api.Message;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.Set;

/**
 * An algorithm as certificates name it, such as {@code ES256}.
 *
 * @param family {@code RS}, {@code PS}, {@code ES} or {@code Ed}
 * @param size bits of the hash; empty for Ed25519
 */
record SignatureAlgorithm(String family, String size) {
    private static final Set<String> FAMILIES = Set.of("RS", "PS", "ES");
    private static final Map<String, String> CURVES = Map.of("256", "secp256r1", "384", "secp384r1", "512", "secp521r1");
    private static final Map<String, String> RSA_OIDS = Map.of("256", "1.2.840.113549.1.1.11", "384", "1.2.840.113549.1.1.12", "512", "1.2.840.113549.1.1.13");
    private static final Map<String, String> EC_OIDS = Map.of("256", "1.2.840.10045.4.3.2", "384", "1.2.840.10045.4.3.3", "512", "1.2.840.10045.4.3.4");

    /**
     * Reads a name.
     *
     * @throws ApiException when there is no such algorithm
     */
    static SignatureAlgorithm of(String name) {
        if (name.equals("EdDSA")) {
            return new SignatureAlgorithm("Ed", "");
        }
        if (name.length() < 3) {
            throw new ApiException(Message.CRYPTO_ALGORITHM_UNSUPPORTED, name);
        }
        String family = name.substring(0, 2);
        String size = name.substring(2);
        if (!FAMILIES.contains(family)) {
            throw new ApiException(Message.SIGNATURE_ALGORITHM_UNSUPPORTED, family);
        }
        if (!CURVES.containsKey(size)) {
            throw new ApiException(Message.RSA_SIZE_UNSUPPORTED, size);
        }
        return new SignatureAlgorithm(family, size);
    }

    boolean rsa() {
        return family.equals("RS") || pss();
    }

    boolean pss() {
        return family.equals("PS");
    }

    /** A new key; the number of bits counts for RSA only. */
    KeyPair generate(int bits) throws GeneralSecurityException {
        if (family.equals("Ed")) {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance(rsa() ? "RSA" : "EC");
        if (rsa()) {
            generator.initialize(bits);
        } else {
            generator.initialize(new ECGenParameterSpec(CURVES.get(size)));
        }
        return generator.generateKeyPair();
    }

    private PSSParameterSpec pssParameters() {
        return new PSSParameterSpec("SHA-" + size, "MGF1", new MGF1ParameterSpec("SHA-" + size), Integer.parseInt(size) / 8, PSSParameterSpec.TRAILER_FIELD_BC);
    }

    byte[] sign(PrivateKey key, byte[] data) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(switch (family) {
            case "Ed" -> "Ed25519";
            case "ES" -> "SHA" + size + "withECDSA";
            case "PS" -> "RSASSA-PSS";
            default -> "SHA" + size + "withRSA";
        });
        if (pss()) {
            signature.setParameter(pssParameters());
        }
        signature.initSign(key);
        signature.update(data);
        return signature.sign();
    }

    /** The algorithm identifier of a certificate (RFC 5280 section 4.1.1.2). */
    byte[] identifier() throws GeneralSecurityException, IOException {
        return switch (family) {
            case "Ed" -> Der.sequence(Der.oid("1.3.101.112"));
            case "ES" -> Der.sequence(Der.oid(EC_OIDS.get(size)));
            case "PS" -> {
                AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
                parameters.init(pssParameters());
                yield Der.sequence(Der.oid("1.2.840.113549.1.1.10"), parameters.getEncoded());
            }
            default -> Der.sequence(Der.oid(RSA_OIDS.get(size)), Der.nothing());
        };
    }
}
