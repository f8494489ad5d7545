package iam.war.jose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iam.api.entity.Cert;
import iam.war.Component;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parses certificates and keys once, not per request. */
@Component
public final class Keys {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

    private final Cache<Pems, Optional<SigningKey>> parsed = Caffeine.newBuilder().maximumSize(1000).build();

    @Inject
    Keys() {
    }

    private record Pems(String name, String certificate, String privateKey) {
    }

    /** The parsed form of a certificate; empty, and logged once, when it can't be parsed. */
    public Optional<SigningKey> of(Cert cert) {
        return parsed.get(new Pems(cert.name, cert.certificate, cert.privateKey), Keys::parse);
    }

    private static Optional<SigningKey> parse(Pems pems) {
        try (PEMParser parser = new PEMParser(new StringReader(pems.certificate()))) {
            if (!(parser.readObject() instanceof X509CertificateHolder holder)) {
                LOG.warn("certificate {} is no X.509 certificate in PEM", pems.name());
                return Optional.empty();
            }
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(holder);
            return Optional.of(new SigningKey(pems.name(), certificate, privateKey(pems.privateKey(), certificate.getPublicKey().getAlgorithm())));
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            LOG.warn("certificate {} can't be parsed: {}", pems.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<PrivateKey> privateKey(String pem, String algorithm) throws IOException, GeneralSecurityException {
        if (pem.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8(pem))));
    }

    private static byte[] pkcs8(String pem) throws IOException {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            PemObject object = reader.readPemObject();
            if (object != null && object.getType().equals("RSA PSS PRIVATE KEY")) {
                return object.getContent();
            }
        }
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            Object object = parser.readObject();
            if (object instanceof PEMKeyPair pair) {
                return pair.getPrivateKeyInfo().getEncoded();
            }
            if (object instanceof PrivateKeyInfo info) {
                return info.getEncoded();
            }
            throw new IOException("no private key in PEM");
        }
    }
}
