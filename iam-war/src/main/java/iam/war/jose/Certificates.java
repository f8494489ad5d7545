package iam.war.jose;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Cert;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/** Makes signing keys with their self-signed certificates (contract: oauth.md section 3, Certificates). */
public final class Certificates {
    private static final Map<String, String> CURVES = Map.of("256", "secp256r1", "384", "secp384r1", "512", "secp521r1");
    private static final Set<String> FAMILIES = Set.of("RS", "PS", "ES");
    private static final Set<String> SIZES = Set.of("256", "384", "512");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 8192;

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
        Algorithm algorithm = Algorithm.of(cert.cryptoAlgorithm);
        cert.bitSize = algorithm.family().equals("RS") || algorithm.family().equals("PS") ? bits(cert.bitSize) : cert.bitSize;
        try {
            KeyPair pair = algorithm.generate(cert.bitSize);
            cert.certificate = pem(certificate(cert, pair, algorithm.signature()));
            cert.privateKey = algorithm.family().equals("PS")
                    ? pem(new PemObject("RSA PSS PRIVATE KEY", pair.getPrivate().getEncoded())) : pem(algorithm.plain(pair));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("a key of type " + cert.cryptoAlgorithm + " can't be made", e);
        }
    }

    private static int bits(int wanted) {
        return wanted <= 0 ? LEAST_BITS : Math.min(Math.max(wanted, 1024), MOST_BITS);
    }

    private static X509Certificate certificate(Cert cert, KeyPair pair, String signature) throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, cert.owner).addRDN(BCStyle.CN, cert.name).build();
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        ZonedDateTime end = now.plusYears(cert.expireInYears <= 0 ? 20 : cert.expireInYears);
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name, new BigInteger(127, RANDOM).setBit(0), Date.from(now.toInstant()), Date.from(end.toInstant()), name, pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder(signature).build(pair.getPrivate())));
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    /**
     * A name such as {@code ES256}.
     *
     * @param family {@code RS}, {@code PS}, {@code ES} or {@code Ed}
     * @param size bits of the hash
     */
    private record Algorithm(String family, String size) {
        static Algorithm of(String name) {
            if (name.equals("EdDSA")) {
                return new Algorithm("Ed", "");
            }
            String family = name.substring(0, Math.min(2, name.length()));
            String size = name.substring(family.length());
            if (name.length() < 3) {
                throw new ApiException(Message.CRYPTO_ALGORITHM_UNSUPPORTED, name);
            }
            if (!FAMILIES.contains(family)) {
                throw new ApiException(Message.SIGNATURE_ALGORITHM_UNSUPPORTED, family);
            }
            if (!SIZES.contains(size)) {
                throw new ApiException(Message.RSA_SIZE_UNSUPPORTED, size);
            }
            return new Algorithm(family, size);
        }

        KeyPair generate(int bits) throws GeneralSecurityException {
            if (family.equals("Ed")) {
                return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family.equals("ES") ? "EC" : "RSA");
            if (family.equals("ES")) {
                generator.initialize(new ECGenParameterSpec(CURVES.get(size)));
            } else {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        }

        String signature() {
            return switch (family) {
                case "Ed" -> "Ed25519";
                case "ES" -> "SHA" + size + "withECDSA";
                case "PS" -> "SHA" + size + "withRSAandMGF1";
                default -> "SHA" + size + "withRSA";
            };
        }

        /** The private key in the traditional form of its type: PKCS#1, SEC1, or PKCS#8 where there is none. */
        PemObject plain(KeyPair pair) throws IOException {
            PrivateKeyInfo info = PrivateKeyInfo.getInstance(pair.getPrivate().getEncoded());
            String label = switch (family) {
                case "ES" -> "EC PRIVATE KEY";
                case "Ed" -> "PRIVATE KEY";
                default -> "RSA PRIVATE KEY";
            };
            return new PemObject(label, switch (family) {
                case "ES" -> sec1(info, pair);
                case "Ed" -> info.getEncoded();
                default -> info.parsePrivateKey().toASN1Primitive().getEncoded();
            });
        }

        private static byte[] sec1(PrivateKeyInfo info, KeyPair pair) throws IOException {
            org.bouncycastle.asn1.sec.ECPrivateKey key = org.bouncycastle.asn1.sec.ECPrivateKey.getInstance(info.parsePrivateKey());
            int bits = ((java.security.interfaces.ECPrivateKey) pair.getPrivate()).getParams().getOrder().bitLength();
            ASN1ObjectIdentifier curve = ASN1ObjectIdentifier.getInstance(info.getPrivateKeyAlgorithm().getParameters());
            return new org.bouncycastle.asn1.sec.ECPrivateKey(bits, key.getKey(),
                    org.bouncycastle.asn1.x509.SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()).getPublicKeyData(), curve).getEncoded();
        }
    }
}
