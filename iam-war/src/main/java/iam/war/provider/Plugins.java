package iam.war.provider;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins of the providers directory. One that can't be used is refused with one line in the log; a required one ends the start. */
final class Plugins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final Map<String, Plugin> byId = new LinkedHashMap<>();
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /**
     * A plugin that was not taken.
     *
     * @param jars its files
     * @param reason why
     */
    record Refusal(List<Path> jars, String reason) {
    }

    /**
     * Opens all plugins.
     *
     * @param directory where they lie; need not be there
     * @param host the classes of the server
     * @param ours the providers of the server, of a kind
     * @throws IllegalStateException when a required one can't be used
     */
    Plugins(Path directory, ClassLoader host, Function<Class<?>, List<Candidate>> ours) {
        PluginReader reader = new PluginReader(host);
        try {
            for (List<Path> jars : PluginFiles.plugins(directory)) {
                take(reader, jars, ours);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the providers directory can't be read: " + directory, e);
        }
    }

    /** Plugins are foreign code: whatever goes wrong with one, errors included, is its own affair. */
    private void take(PluginReader reader, List<Path> jars, Function<Class<?>, List<Candidate>> ours) {
        try {
            List<Candidate> found = reader.read(jars);
            if (found.isEmpty()) {
                throw new IllegalArgumentException("its META-INF/services name no class");
            }
            Plugin plugin = found.get(0).plugin().orElseThrow();
            try {
                check(plugin, found, ours);
            } catch (RuntimeException e) {
                plugin.loader().close();
                throw e;
            }
            byId.put(plugin.manifest().id(), plugin);
            found.forEach(candidate -> candidates.put(candidate.name(), candidate));
            LOG.info("plugin {} {} brings {} ({})", plugin.manifest().id(), plugin.manifest().version(), found.stream().map(Candidate::name).toList(), plugin.jarNames());
        } catch (Throwable e) {
            refuse(jars, e);
        }
    }

    private void check(Plugin plugin, List<Candidate> found, Function<Class<?>, List<Candidate>> ours) {
        Plugin other = byId.get(plugin.manifest().id());
        if (other != null) {
            throw new IllegalArgumentException("the plugin id " + plugin.manifest().id() + " is taken by " + other.jarNames());
        }
        for (Candidate candidate : found) {
            Candidate earlier = candidates.get(candidate.name());
            if (earlier != null) {
                throw new IllegalArgumentException("the provider " + candidate.name() + " comes with " + earlier.origin() + " too");
            }
            Optional<Candidate> own = ours.apply(candidate.type()).stream().filter(one -> one.id().equals(candidate.id())).findFirst();
            if (own.isPresent() && !plugin.manifest().replaces().contains(candidate.name())) {
                throw new IllegalArgumentException("the provider " + candidate.name() + " is one of the server itself; to take its place the manifest says Iam-Replaces: " + candidate.name());
            }
        }
    }

    private void refuse(List<Path> jars, Throwable e) {
        String reason = reason(e);
        refusals.add(new Refusal(jars, reason));
        LOG.error("plugin refused: {}: {}", Plugin.names(jars), reason);
        if (required(jars)) {
            close();
            throw new IllegalStateException("a required plugin can't be used: " + Plugin.names(jars) + ": " + reason, e);
        }
    }

    /** The innermost cause says what happened; the outer ones say where we were, which helps with services only. */
    static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        if (e instanceof ServiceConfigurationError) {
            return e.getMessage() + ": " + cause;
        }
        return cause instanceof IllegalArgumentException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }

    private static boolean required(List<Path> jars) {
        try {
            return PluginManifest.required(PluginFiles.attributes(jars));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The factories of all plugins. */
    List<Candidate> candidates() {
        return List.copyOf(candidates.values());
    }

    /** The plugins at work. */
    List<Plugin> all() {
        return List.copyOf(byId.values());
    }

    /** Those that were not taken. */
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public void close() {
        for (Plugin plugin : byId.values()) {
            try {
                plugin.loader().close();
            } catch (IOException e) {
                LOG.warn("plugin {} did not close: {}", plugin.manifest().id(), e.getMessage());
            }
        }
    }
}
