package iam.war.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.authn.Authentication;
import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorFactory;
import iam.spi.password.PasswordHasherFactory;
import iam.war.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins in a directory, good and bad: the good ones work whatever the bad ones do, and each bad one is refused in words. */
class PluginsTest {
    private static final String MAKE = "return method();";
    private static final String ABSTAIN = "return Authentication.abstain();";
    private static final String VERSION = "return Authentication.failure(iam.api.Message.ACCESS_TOKEN_UNKNOWN, lib.Version.TEXT);";

    @TempDir
    private Path directory;
    private final Properties settings = new Properties();
    private final List<Providers> opened = new ArrayList<>();

    private Providers open() {
        settings.setProperty("iam.providers.dir", directory.toString());
        opened.add(new Providers(new Settings(settings)));
        return opened.get(opened.size() - 1);
    }

    @AfterEach
    void close() {
        opened.forEach(Providers::close);
    }

    private Map<String, Authenticator> methods(Providers providers) {
        return providers.all(AuthenticatorFactory.class, () -> null);
    }

    private void refused(String reason) {
        List<Plugins.Refusal> refusals = open().plugins().refusals();
        assertEquals(1, refusals.size());
        assertTrue(refusals.get(0).reason().contains(reason), refusals.get(0).reason());
        assertEquals(1, refusals.get(0).jars().size());
    }

    private static PluginJar good(String plugin, String id) {
        return PluginJar.authenticator(plugin, id, MAKE, ABSTAIN);
    }

    @Test
    void takesPluginsWithTwoVersionsOfALibrary() throws Exception {
        for (String version : List.of("one", "two")) {
            Path folder = Files.createDirectory(directory.resolve(version));
            PluginJar.authenticator(version, version, MAKE, VERSION).source("lib.Version", "package lib; public class Version { public static final String TEXT = String.valueOf(\"" + version + "\"); }")
                    .write(folder.resolve("plugin.jar"));
        }
        Map<String, Authenticator> methods = methods(open());
        for (String version : List.of("one", "two")) {
            Authentication answer = methods.get(version).authenticate(null);
            assertEquals(List.of(version), assertInstanceOf(Authentication.Failure.class, answer).arguments());
        }
    }

    @Test
    void showsPluginsNothingOfTheServer() throws Exception {
        PluginJar.authenticator("peeping", "peeping", MAKE, "return Authentication.failure(iam.api.Message.ACCESS_TOKEN_UNKNOWN, see(\"iam.war.Component\"), see(\"org.jose4j.jwt.JwtClaims\"), see(\"org.slf4j.Logger\")); }"
                + " static boolean see(String name) { try { Class.forName(name); return true; } catch (ClassNotFoundException e) { return false; }").write(directory.resolve("p.jar"));
        assertEquals(List.of(false, false, true), assertInstanceOf(Authentication.Failure.class, methods(open()).get("peeping").authenticate(null)).arguments());
    }

    @Test
    void refusesAManifestWithoutId() throws Exception {
        good("a", "a").without("Iam-Plugin-Id").write(directory.resolve("a.jar"));
        refused("no Iam-Plugin-Id");
    }

    @Test
    void refusesAnotherVersionOfTheSpi() throws Exception {
        good("a", "a").attribute("Iam-Spi", "[2.0,3.0)").write(directory.resolve("a.jar"));
        refused("it works with iam-spi [2.0,3.0), this server has 1.0");
    }

    @Test
    void refusesARangeThatIsNone() throws Exception {
        good("a", "a").attribute("Iam-Spi", "1.x").write(directory.resolve("a.jar"));
        refused("not a range of versions");
    }

    @Test
    void refusesAFileThatIsNoJar() throws Exception {
        Files.writeString(directory.resolve("a.jar"), "no jar");
        refused("zip");
    }

    @Test
    void refusesAKindOfProviderItDoesNotKnow() throws Exception {
        good("a", "a").service("iam.spi.oracle.OracleFactory", "plugin.Method").write(directory.resolve("a.jar"));
        refused("knows no kind of provider iam.spi.oracle.OracleFactory");
    }

    @Test
    void refusesAnIdThatIsTaken() throws Exception {
        good("a", "a").write(directory.resolve("a.jar"));
        good("a", "b").write(directory.resolve("b.jar"));
        refused("the plugin id a is taken by " + directory.resolve("a.jar"));
    }

    @Test
    void refusesAProviderThatIsTaken() throws Exception {
        good("a", "a").write(directory.resolve("a.jar"));
        good("b", "a").write(directory.resolve("b.jar"));
        refused("the provider authn/a comes with " + directory.resolve("a.jar") + " too");
    }

    @Test
    void refusesAConstructorThatThrows() throws Exception {
        good("a", "a").source("plugin.Method", "package plugin; public abstract class Method implements iam.spi.authn.AuthenticatorFactory { }").write(directory.resolve("a.jar"));
        refused("Method");
    }

    @Test
    void takesThePlaceOfOursOnlyWhenItSaysSo() throws Exception {
        good("a", "password").write(directory.resolve("a.jar"));
        refused("Iam-Replaces: authn/password");
        good("a", "password").attribute("Iam-Replaces", "authn/password").write(directory.resolve("a.jar"));
        assertInstanceOf(Authentication.Abstain.class, methods(open()).get("password").authenticate(null));
    }

    @Test
    void leavesOutWhatFailsToStart() throws Exception {
        PluginJar.authenticator("thrower", "thrower", "if (true) throw new IllegalStateException(\"no licence\");" + MAKE, ABSTAIN).write(directory.resolve("1.jar"));
        PluginJar.authenticator("deep", "deep", "return create(config, context);", ABSTAIN).write(directory.resolve("2.jar"));
        PluginJar.authenticator("nothing", "nothing", "return null;", ABSTAIN).write(directory.resolve("3.jar"));
        good("good", "good").write(directory.resolve("4.jar"));
        Providers providers = open();
        Map<String, Authenticator> methods = methods(providers);
        assertTrue(methods.containsKey("good") && methods.containsKey("password"));
        for (String bad : List.of("thrower", "deep", "nothing")) {
            assertTrue(!methods.containsKey(bad), bad);
            assertTrue(!providers.health().get("authn/" + bad).up(), bad);
            assertTrue(providers.optional("authn/" + bad), bad);
        }
        assertTrue(providers.health().get("authn/thrower").detail().contains("no licence"));
    }

    @Test
    void endsTheStartWhenARequiredPluginFails() throws Exception {
        PluginJar.authenticator("a", "a", "throw new IllegalStateException(\"no licence\");", ABSTAIN).attribute("Iam-Plugin-Required", "true").write(directory.resolve("a.jar"));
        Providers providers = open();
        assertTrue(assertThrows(IllegalStateException.class, () -> methods(providers)).getMessage().contains("no licence"));
        good("a", "a").attribute("Iam-Plugin-Required", "true").attribute("Iam-Spi", "[9,)").write(directory.resolve("a.jar"));
        assertTrue(assertThrows(IllegalStateException.class, this::open).getMessage().contains("a.jar"));
    }

    @Test
    void namesTheNearestOfAnUnknownSetting() throws Exception {
        good("a", "a").write(directory.resolve("a.jar"));
        settings.setProperty("iam.authn.a.kez", "1");
        Providers providers = open();
        assertTrue(!methods(providers).containsKey("a"));
        assertEquals("unknown setting iam.authn.a.kez, did you mean iam.authn.a.key?", providers.health().get("authn/a").detail());
    }

    @Test
    void showsNoSecrets() throws Exception {
        good("a", "a").write(directory.resolve("a.jar"));
        Providers providers = open();
        methods(providers);
        assertEquals(Map.of("key", "***"), providers.installed().stream().filter(one -> one.candidate().id().equals("a")).findFirst().orElseThrow().settings());
    }

    @Test
    void ordersBySettings() throws Exception {
        good("a", "a").write(directory.resolve("a.jar"));
        settings.setProperty("iam.authn.a.order", "1");
        assertEquals("a", methods(open()).keySet().iterator().next());
        settings.setProperty("iam.authn.a.enabled", "false");
        assertTrue(!methods(open()).containsKey("a"));
    }

    @Test
    void leavesOursAsTheyAreWithoutPlugins() {
        assertTrue(open().all(PasswordHasherFactory.class, () -> null).containsKey("bcrypt"));
    }
}
