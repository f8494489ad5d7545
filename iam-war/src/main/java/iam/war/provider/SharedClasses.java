package iam.war.provider;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.List;

/** What a plugin sees beside its own jars: the JDK, the interfaces it implements, and two APIs that it would otherwise have to bring. Nothing else of the server. */
final class SharedClasses extends ClassLoader {
    private static final List<String> CONTRACT = List.of("iam.api.", "iam.spi.");
    private static final List<String> LENT = List.of("org.slf4j.", "jakarta.json.");

    private final ClassLoader host;

    SharedClasses(ClassLoader host) {
        super("iam-shared", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    /** Whether a class has to be the server's: a copy of its own would make the plugin's classes something else than providers. */
    static boolean contract(String name) {
        return CONTRACT.stream().anyMatch(name::startsWith);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (contract(name) || LENT.stream().anyMatch(name::startsWith)) {
            return host.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    @Override
    public URL getResource(String name) {
        return getParent().getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return getParent().getResources(name);
    }
}
