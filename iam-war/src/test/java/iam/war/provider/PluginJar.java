package iam.war.provider;

import iam.api.Catalogue;
import iam.spi.ProviderFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A plugin made from source, compiled against the API and the SPI only, as a third party would. */
final class PluginJar {
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> services = new LinkedHashMap<>();
    private final Manifest manifest = new Manifest();

    PluginJar(String id) {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attribute("Iam-Plugin-Id", id).attribute("Iam-Plugin-Version", "1.2.3").attribute("Iam-Spi", "[1.0,2.0)");
    }

    /** An authentication method called {@code plugin.Method}; statements of its factory and of the method itself. */
    static PluginJar authenticator(String plugin, String id, String create, String authenticate) {
        return new PluginJar(plugin).service("iam.spi.authn.AuthenticatorFactory", "plugin.Method").source("plugin.Method", """
                package plugin;
                import iam.spi.authn.*;
                import iam.spi.config.*;
                public class Method implements AuthenticatorFactory {
                    public String id() { return "%s"; }
                    public java.util.List<ConfigProperty> config() {
                        return java.util.List.of(ConfigProperty.optional("key", ConfigProperty.Type.TEXT, "A key.", "open").asSecret());
                    }
                    public Authenticator create(Config config, AuthenticatorContext context) {
                        %s
                    }
                    static Authentication ask(AuthenticationRequest request) throws Exception {
                        %s
                    }
                    static Authenticator method() {
                        return request -> {
                            try { return ask(request); } catch (Exception e) { throw new IllegalStateException(e); }
                        };
                    }
                }
                """.formatted(id, create, authenticate));
    }

    PluginJar attribute(String name, String value) {
        manifest.getMainAttributes().putValue(name, value);
        return this;
    }

    PluginJar without(String name) {
        manifest.getMainAttributes().remove(new Attributes.Name(name));
        return this;
    }

    PluginJar source(String name, String text) {
        sources.put(name, text);
        return this;
    }

    PluginJar service(String type, String name) {
        services.put(type, name);
        return this;
    }

    /** Writes the jar. */
    void write(Path jar) throws Exception {
        Path work = Files.createTempDirectory("plugin");
        compile(work);
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream entries = new JarOutputStream(out, manifest); Stream<Path> files = Files.walk(work.resolve("classes"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add(entries, work.resolve("classes").relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            for (Map.Entry<String, String> service : services.entrySet()) {
                add(entries, "META-INF/services/" + service.getKey(), service.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void compile(Path work) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-d", Files.createDirectories(work.resolve("classes")).toString(), "-proc:none", "-cp", place(Catalogue.class) + java.io.File.pathSeparator + place(ProviderFactory.class)));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the plugin does not compile");
        }
    }

    private static Path place(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void add(JarOutputStream entries, String name, byte[] content) throws IOException {
        entries.putNextEntry(new ZipEntry(name));
        entries.write(content);
        entries.closeEntry();
    }
}
