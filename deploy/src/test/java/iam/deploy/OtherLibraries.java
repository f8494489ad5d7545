package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Plugins with libraries of their own: one with another Jackson, jose4j and Yasson than the WAR, and two with different major versions of one library, which the
 * WAR has too. Each authenticates the administrator by a header, if its libraries work and are those it has brought.
 */
final class OtherLibraries {
    private static final Path LIBRARIES = Path.of("target", "libraries");
    private static final String OLD_CACHE = """
            String[] written = new String[1];
            var cache = com.github.benmanes.caffeine.cache.Caffeine.newBuilder().writer(new com.github.benmanes.caffeine.cache.CacheWriter<String, String>() {
                @Override public void write(String key, String value) { written[0] = value; }
                @Override public void delete(String key, String value, com.github.benmanes.caffeine.cache.RemovalCause cause) { written[0] = ""; }
            }).build();
            cache.put("key", "2");
            own(cache, "2.9.3");
            return written[0];
            """;
    private static final String NEW_CACHE = """
            var cache = com.github.benmanes.caffeine.cache.Caffeine.newBuilder().evictionListener((key, value, cause) -> { }).build();
            cache.put("key", "3");
            own(cache, "3.2.0");
            return cache.getIfPresent("key").toString();
            """;
    private static final String JSON = """
            var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
            own(mapper, "2.15.4");
            String name = mapper.readTree("{\\"name\\":\\"json\\"}").get("name").asText();
            var jsonb = jakarta.json.bind.JsonbBuilder.create();
            own(jsonb, "2.0.4");
            name = jsonb.fromJson(jsonb.toJson(java.util.Map.of("name", name)), java.util.Map.class).get("name").toString();
            jsonb.close();
            var signature = new org.jose4j.jws.JsonWebSignature();
            own(signature, "0.9.3");
            signature.setPayload(name);
            signature.setAlgorithmHeaderValue("HS256");
            signature.setKey(new org.jose4j.keys.HmacKey(new byte[32]));
            var verified = new org.jose4j.jws.JsonWebSignature();
            verified.setCompactSerialization(signature.getCompactSerialization());
            verified.setKey(new org.jose4j.keys.HmacKey(new byte[32]));
            return verified.getPayload();
            """;

    private OtherLibraries() {}

    /** Builds the plugins. */
    static void build(Path work, Path plugins) throws IOException {
        plugin(work, plugins, "json", JSON, "jackson-databind-2.15.4", "jackson-core-2.15.4", "jackson-annotations-2.15.4", "jose4j-0.9.3", "yasson-2.0.4", "jakarta.json.bind-api-2.0.0", "jakarta.json-2.0.0-module");
        plugin(work, plugins, "cache2", OLD_CACHE, "caffeine-2.9.3");
        plugin(work, plugins, "cache3", NEW_CACHE, "caffeine-3.2.0");
    }

    private static void plugin(Path work, Path plugins, String id, String statements, String... libraries) throws IOException {
        Path folder = work.resolve(id);
        Path resources = Files.createDirectories(folder.resolve("src/main/resources/META-INF/services"));
        Files.writeString(resources.resolve("iam.spi.authn.AuthenticatorFactory"), "other.Method\n");
        Files.writeString(resources.resolveSibling("MANIFEST.MF"), "Iam-Plugin-Id: " + id + "\nIam-Plugin-Version: 1\nIam-Spi: [1.0,2.0)\n");
        Files.writeString(Files.createDirectories(folder.resolve("src/main/java/other")).resolve("Method.java"), """
                package other;
                import iam.spi.authn.*;
                public class Method implements AuthenticatorFactory {
                    public String id() { return "%1$s"; }
                    public int order() { return 1; }
                    public Authenticator create(iam.spi.config.Config config, AuthenticatorContext context) {
                        return request -> {
                            if (request.header("X-Library").filter("%1$s"::equals).isEmpty()) {
                                return Authentication.abstain();
                            }
                            try {
                                use();
                                return context.user(request.parameter("org"), "admin", request);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        };
                    }
                    @SuppressWarnings("deprecation")
                    static String use() throws Exception {
                        %2$s
                    }
                    static void own(Object object, String version) {
                        String place = object.getClass().getProtectionDomain().getCodeSource().getLocation().toString();
                        if (object.getClass().getClassLoader() != Method.class.getClassLoader() || !place.endsWith("-" + version + ".jar")) {
                            throw new IllegalStateException(place);
                        }
                    }
                }
                """.formatted(id, statements));
        Sample.build(folder, plugins.resolve(id), Stream.of(libraries).map(name -> LIBRARIES.resolve(name + ".jar")).toArray(Path[]::new));
    }

    /** Calls each of them. */
    static void check(Http http) {
        for (String id : new String[] {"json", "cache2", "cache3", "json"}) {
            String account = http.get("/api/get-account?org=built-in", "X-Library", id).text();
            assertTrue(account.contains("\"name\":\"admin\""), () -> id + ": " + account);
        }
    }
}
