package iam.war.jose;

import iam.war.Component;
import iam.war.config.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JCA provider that makes the signatures of RSA and elliptic-curve keys in place of the Java platform's, such as one of native code: one that is installed,
 * or one that ServiceLoader finds. It is loaded for the first key, not at the start, and a key for which it does not prove good stays with the platform.
 */
@Component
public final class SignatureProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureProvider.class);
    private static final byte[] PROOF = "proof".getBytes(StandardCharsets.US_ASCII);

    private final Optional<String> name;
    private Optional<Provider> provider;
    private boolean added;

    @Inject
    SignatureProvider(Settings settings) {
        name = settings.find("iam.signature.provider");
    }

    /** A key, and the name of the provider that signs with it; null for the platform's choice. */
    record Adopted(PrivateKey key, String provider) {
    }

    /** The provider's own form of a key, or the key itself when the platform is to sign with it. */
    Adopted adopt(PrivateKey key, PublicKey publicKey) {
        boolean fits = publicKey instanceof RSAPublicKey || publicKey instanceof ECPublicKey;
        Optional<Adopted> own = fits ? provider().flatMap(found -> adopt(key, publicKey, found)) : Optional.empty();
        return own.orElseGet(() -> new Adopted(key, null));
    }

    private static Optional<Adopted> adopt(PrivateKey key, PublicKey publicKey, Provider provider) {
        try {
            PrivateKey own = KeyFactory.getInstance(key.getAlgorithm(), provider).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
            if (signs(own, publicKey, provider)) {
                return Optional.of(new Adopted(own, provider.getName()));
            }
            LOG.warn("signature provider {} makes wrong signatures with a key; the Java platform signs with it", provider.getName());
        } catch (GeneralSecurityException | RuntimeException e) {
            LOG.warn("signature provider {} can't use a key: {}; the Java platform signs with it", provider.getName(), e.toString());
        }
        return Optional.empty();
    }

    private static boolean signs(PrivateKey key, PublicKey publicKey, Provider provider) throws GeneralSecurityException {
        String algorithm = publicKey instanceof ECPublicKey ? "SHA256withECDSA" : "SHA256withRSA";
        Signature signature = Signature.getInstance(algorithm, provider);
        signature.initSign(key);
        signature.update(PROOF);
        Signature platform = Signature.getInstance(algorithm);
        platform.initVerify(publicKey);
        platform.update(PROOF);
        return platform.verify(signature.sign());
    }

    private synchronized Optional<Provider> provider() {
        if (provider == null) {
            provider = name.flatMap(this::load);
        }
        return provider;
    }

    private Optional<Provider> load(String wanted) {
        Provider installed = Security.getProvider(wanted);
        if (installed != null) {
            return Optional.of(installed);
        }
        try {
            Optional<Provider> found = ServiceLoader.load(Provider.class, SignatureProvider.class.getClassLoader()).stream()
                    .filter(candidate -> candidate.type().getSimpleName().equals(wanted)).findFirst().map(ServiceLoader.Provider::get);
            // at the end, where only those who ask for it by name get it
            found.ifPresentOrElse(this::add, () -> LOG.warn("signature provider {} is not there; the Java platform signs", wanted));
            return found;
        } catch (ServiceConfigurationError | LinkageError e) {
            LOG.warn("signature provider {} can't be loaded: {}; the Java platform signs", wanted, e.toString());
            return Optional.empty();
        }
    }

    private void add(Provider found) {
        added = Security.addProvider(found) >= 0;
        LOG.info("{} signs", found.getInfo());
    }

    /** An application that is redeployed brings its provider anew. */
    @PreDestroy
    synchronized void remove() {
        if (added) {
            provider.ifPresent(some -> Security.removeProvider(some.getName()));
            added = false;
        }
    }
}
