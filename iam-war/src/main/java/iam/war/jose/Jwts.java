package iam.war.jose;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.json.EntityJsonb;
import iam.war.Component;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jca.ProviderContext;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/** Signs and verifies JSON Web Tokens with jose4j. */
@Component
public final class Jwts {
    /** What applications may sign with beside EdDSA; anything else counts as the first (contract: oauth.md section 3). */
    public static final List<String> METHODS = List.of("RS256", "RS512", "ES256", "ES384", "ES512");
    /** What others may have signed with. */
    public static final List<String> ALGORITHMS = List.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");
    private static final Map<Integer, String> BY_CURVE = Map.of(256, "ES256", 384, "ES384", 521, "ES512");

    private final Jsonb jsonb = EntityJsonb.create();

    @Inject
    Jwts() {
    }

    /**
     * The algorithm to sign with.
     *
     * @param wanted the application's signing method
     * @throws ApiException when the key can't be used with it
     */
    public static String algorithm(String wanted, SigningKey key) {
        return usable(wanted, key).orElseThrow(() -> new ApiException(Message.VALUE_INVALID, "tokenSigningMethod"));
    }

    /** What an application with a signing method signs with if it has this key; empty when the key does not fit. An Ed25519 key leaves no choice. */
    public static Optional<String> usable(String wanted, SigningKey key) {
        if (key.publicKey().getAlgorithm().startsWith("Ed")) {
            return METHODS.contains(wanted) ? Optional.empty() : Optional.of("EdDSA");
        }
        return Optional.of(method(wanted)).filter(method -> fits(method, key));
    }

    /** The signing method that an application has with a setting, which may be empty. */
    public static String method(String wanted) {
        return METHODS.contains(wanted) ? wanted : METHODS.get(0);
    }

    private static boolean fits(String method, SigningKey key) {
        return key.publicKey() instanceof ECPublicKey ec ? method.equals(BY_CURVE.get(ec.getParams().getOrder().bitLength()))
                : method.startsWith("RS") && key.publicKey().getAlgorithm().startsWith("RSA");
    }

    /** Signs claims; the header names the key by its certificate. */
    public String sign(Map<String, Object> claims, SigningKey key, String algorithm) {
        return sign(claims, key, algorithm, "JWT");
    }

    /** Signs claims under a type of their own. */
    public String sign(Map<String, Object> claims, SigningKey key, String algorithm, String type) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithm));
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKeyIdHeaderValue(key.name());
        signature.setHeader("typ", type);
        signature.setPayload(jsonb.toJson(claims));
        signature.setKey(key.privateKey().orElseThrow());
        signature.setDoKeyValidation(false);
        ProviderContext context = new ProviderContext();
        context.getSuppliedKeyProviderContext().setSignatureProvider(key.provider());
        signature.setProviderContext(context);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("certificate " + key.name() + " can't sign with " + algorithm, e);
        }
    }

    /** The claims of a token that a key has signed, whatever its times say; empty when the signature is not by this key. */
    public static Optional<JwtClaims> verify(String token, SigningKey key) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS.toArray(String[]::new)));
            signature.setCompactSerialization(token);
            signature.setKey(key.publicKey());
            signature.setDoKeyValidation(false);
            return signature.verifySignature() ? Optional.of(JwtClaims.parse(signature.getPayload())) : Optional.empty();
        } catch (JoseException | InvalidJwtException e) {
            return Optional.empty();
        }
    }

    /** The name of the key in an encoded header; empty when there is none. */
    public static Optional<String> keyId(String header) {
        try {
            return Optional.ofNullable(JsonUtil.parseJson(new Base64Url().base64UrlDecodeToUtf8String(header)).get("kid")).map(Object::toString);
        } catch (JoseException e) {
            return Optional.empty();
        }
    }

    /** The claims of a token that nobody has verified yet, to find out whose it claims to be. */
    public static Optional<JwtClaims> peek(String token) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            return Optional.of(JwtClaims.parse(signature.getUnverifiedPayload()));
        } catch (JoseException | InvalidJwtException e) {
            return Optional.empty();
        }
    }
}
