package iam.war.jose;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iam.api.entity.Cert;
import iam.war.Component;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parses certificates and keys once, not per request. */
@Component
public final class Keys {
    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

    private final Cache<Pems, Optional<SigningKey>> parsed = Caffeine.newBuilder().maximumSize(1000).build();
    private final SignatureProvider provider;

    @Inject
    Keys(SignatureProvider provider) {
        this.provider = provider;
    }

    private record Pems(String name, String certificate, String privateKey) {
    }

    /** The parsed form of a certificate; empty, and logged once, when it can't be parsed. */
    public Optional<SigningKey> of(Cert cert) {
        return parsed.get(new Pems(cert.name, cert.certificate, cert.privateKey), this::parse);
    }

    private Optional<SigningKey> parse(Pems pems) {
        try {
            byte[] der = Pem.parse(pems.certificate()).content();
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            if (pems.privateKey().isEmpty()) {
                return Optional.of(new SigningKey(pems.name(), certificate, Optional.empty(), null));
            }
            PrivateKey key = PrivateKeys.parse(pems.privateKey(), certificate.getPublicKey().getAlgorithm());
            SignatureProvider.Adopted adopted = provider.adopt(key, certificate.getPublicKey());
            return Optional.of(new SigningKey(pems.name(), certificate, Optional.of(adopted.key()), adopted.provider()));
        } catch (GeneralSecurityException | RuntimeException e) {
            LOG.warn("certificate {} can't be parsed: {}", pems.name(), e.getMessage());
            return Optional.empty();
        }
    }
}
