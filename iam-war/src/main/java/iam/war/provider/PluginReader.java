package iam.war.provider;

import iam.spi.ProviderFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Opens a plugin: its manifest is checked before any of its classes is loaded. */
final class PluginReader {
    private final ClassLoader host;
    private final SharedClasses shared;

    PluginReader(ClassLoader host) {
        this.host = host;
        this.shared = new SharedClasses(host);
    }

    /** A plugin and the factories it brings; the loader is closed again when they can't be made. */
    List<Candidate> read(List<Path> jars) throws IOException {
        PluginManifest manifest = PluginManifest.read(PluginFiles.attributes(jars));
        Set<String> services = PluginFiles.services(jars);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("it registers no provider in META-INF/services");
        }
        Plugin plugin = new Plugin(manifest, jars, new PluginLoader(manifest.id(), jars, shared));
        try {
            List<Candidate> found = new ArrayList<>();
            for (String service : services) {
                found.addAll(candidates(plugin, kind(service)));
            }
            if (found.isEmpty()) {
                throw new IllegalArgumentException("its META-INF/services name no class");
            }
            return found;
        } catch (Throwable e) {
            plugin.loader().close();
            throw e;
        }
    }

    private Class<? extends ProviderFactory<?, ?>> kind(String service) {
        try {
            Class<?> type = Class.forName(service, false, host);
            if (type.isInterface() && ProviderFactory.class.isAssignableFrom(type)) {
                return cast(type);
            }
        } catch (ClassNotFoundException e) {
            // the same as an interface that is no factory
        }
        throw new IllegalArgumentException("this server knows no kind of provider " + service);
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends ProviderFactory<?, ?>> cast(Class<?> type) {
        return (Class<? extends ProviderFactory<?, ?>>) type;
    }

    private static List<Candidate> candidates(Plugin plugin, Class<? extends ProviderFactory<?, ?>> kind) {
        List<Candidate> found = new ArrayList<>();
        for (ProviderFactory<?, ?> factory : ServiceLoader.load(kind, plugin.loader())) {
            if (factory.getClass().getClassLoader() == plugin.loader()) {
                found.add(Candidate.of(factory, kind, Optional.of(plugin)));
            }
        }
        return found;
    }
}
