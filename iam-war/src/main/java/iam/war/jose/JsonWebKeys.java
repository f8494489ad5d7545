package iam.war.jose;

import iam.api.entity.Cert;
import iam.war.Component;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Certificates as JSON Web Keys (RFC 7517). One that can't be parsed is left out. */
@Component
public final class JsonWebKeys {
    private final Keys keys;

    @Inject
    JsonWebKeys(Keys keys) {
        this.keys = keys;
    }

    /**
     * The public keys of certificates.
     *
     * @param certs the certificates
     * @param method the signing method of the one application that they are for
     */
    public List<Map<String, Object>> of(List<Cert> certs, String method) {
        return list(certs, (cert, key) -> Jwts.usable(method, key).orElse(""));
    }

    /**
     * The public keys of certificates that several applications sign with.
     *
     * @param certs the certificates
     * @param methods their signing methods, by the name of the certificate
     */
    public List<Map<String, Object>> of(List<Cert> certs, Map<String, Set<String>> methods) {
        return list(certs, (cert, key) -> methods.getOrDefault(cert.name, Set.of()).stream().allMatch(method -> Jwts.usable(method, key).orElse(cert.cryptoAlgorithm).equals(cert.cryptoAlgorithm))
                ? cert.cryptoAlgorithm : "");
    }

    private List<Map<String, Object>> list(List<Cert> certs, BiFunction<Cert, SigningKey, String> algorithm) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Cert cert : certs) {
            keys.of(cert).ifPresent(key -> list.add(key(key, algorithm.apply(cert, key))));
        }
        return list;
    }

    private static Map<String, Object> key(SigningKey key, String algorithm) {
        try {
            PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(key.publicKey());
            jwk.setCertificateChain(key.certificate());
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("use", "sig");
            members.put("kty", jwk.getKeyType());
            members.put("kid", key.name());
            if (!algorithm.isEmpty()) {
                members.put("alg", algorithm);
            }
            jwk.toParams(OutputControlLevel.PUBLIC_ONLY).forEach(members::putIfAbsent);
            return members;
        } catch (JoseException e) {
            throw new IllegalStateException("certificate " + key.name() + " is no key", e);
        }
    }
}
