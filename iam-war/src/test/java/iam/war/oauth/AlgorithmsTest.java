package iam.war.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.war.http.Client;
import iam.war.http.Client.Answer;
import iam.war.testing.Server;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of every algorithm verify with the keys that the application publishes. */
class AlgorithmsTest {
    private static final String ROOT = "?username=built-in/admin&password=123";

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start();
        add("organization", "{'owner':'admin','name':'algs','displayName':'A','passwordType':'plain'}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void add(String entity, String json) {
        Answer answer = new Client(server).post("/api/add-" + entity + ROOT, json.replace('\'', '"'));
        assertTrue(answer.text().contains("\"Affected\""), answer.text());
    }

    @ParameterizedTest
    @CsvSource({"RS256,RS256,RS256", "RS256,RS384,RS256", "RS256,RS512,RS512", "RS256,PS256,RS256", "RS256,EdDSA,RS256", "RS256,'',RS256", "RS512,'',RS256", "PS256,'',RS256",
        "ES256,ES256,ES256", "ES384,ES384,ES384", "ES512,ES512,ES512", "EdDSA,EdDSA,EdDSA", "EdDSA,'',EdDSA"})
    void signs(String certificate, String method, String algorithm) throws Exception {
        String name = "app-" + certificate + method;
        add("cert", "{'owner':'algs','name':'cert-" + name + "','type':'x509','cryptoAlgorithm':'" + certificate + "','bitSize':" + (certificate.startsWith("ES") ? 0 : 2048) + "}");
        add("application", "{'owner':'admin','name':'" + name + "','organization':'algs','cert':'cert-" + name + "','tokenSigningMethod':'" + method + "','clientId':'" + name
                + "','clientSecret':'secret','expireInHours':1,'grantTypes':['client_credentials']}");
        Answer answer = new Client(server).send("POST", "/api/login/oauth/access_token", "application/x-www-form-urlencoded",
                "grant_type=client_credentials&client_id=" + name + "&client_secret=secret");
        JsonWebSignature token = new JsonWebSignature();
        token.setCompactSerialization(answer.text().replaceFirst("(?s).*\"access_token\": ?\"([^\"]+)\".*", "$1"));
        assertEquals(algorithm, token.getAlgorithmHeaderValue());
        JsonWebKeySet keys = new JsonWebKeySet(new Client(server).get("/.well-known/" + name + "/jwks").text());
        assertEquals(algorithm, keys.getJsonWebKeys().get(0).getAlgorithm());
        Optional<JsonWebKey> published = new JsonWebKeySet(new Client(server).get("/.well-known/jwks").text()).getJsonWebKeys().stream()
                .filter(key -> key.getKeyId().equals("cert-" + name)).findFirst();
        assertEquals(certificate.equals(algorithm) ? algorithm : null, published.orElseThrow().getAlgorithm());
        token.setAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithm));
        token.setKey(new JwksVerificationKeyResolver(keys.getJsonWebKeys()).resolveKey(token, List.of()));
        assertTrue(token.verifySignature());
    }
}
