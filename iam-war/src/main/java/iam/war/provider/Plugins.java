package iam.war.provider;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugins of the providers directory. One that can't be used is refused with one line in the log; a required one ends the start. */
final class Plugins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Plugins.class);

    private final Map<String, Plugin> byId = new LinkedHashMap<>();
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Former> former = new ArrayList<>();
    private final Path directory;
    private final PluginReader reader;
    private final Function<Class<?>, List<Candidate>> ours;

    /**
     * A plugin that was not taken.
     *
     * @param jars its files
     * @param reason why
     */
    record Refusal(List<Path> jars, String reason) {
        /** Its file, or its folder, without where that lies. */
        String name() {
            Path first = jars.get(0);
            return "plugin/" + (jars.size() == 1 ? first : first.getParent()).getFileName();
        }
    }

    /** The class loader of a plugin that was left; it goes when nothing holds it any more. */
    private record Former(String id, WeakReference<PluginLoader> loader) {
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
        this.directory = directory;
        this.reader = new PluginReader(host);
        this.ours = ours;
        try {
            for (List<Path> jars : PluginFiles.plugins(directory)) {
                take(jars);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the providers directory can't be read: " + directory, e);
        }
    }

    /** Plugins are foreign code: whatever goes wrong with one, errors included, is its own affair. */
    private void take(List<Path> jars) {
        try {
            List<Candidate> found = reader.read(jars);
            Plugin plugin = found.get(0).plugin().orElseThrow();
            try {
                check(plugin, found);
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

    private void check(Plugin plugin, List<Candidate> found) {
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

    /** The plugin at work that has an id. */
    synchronized Optional<Plugin> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Opens the files of a plugin once more, beside those that are at work.
     *
     * @return its factories by name
     * @throws IllegalArgumentException when it is not the same plugin with the same providers
     */
    synchronized Map<String, Candidate> reopen(Plugin plugin) {
        Set<String> names = names(plugin);
        List<Candidate> found;
        try {
            found = reader.read(PluginFiles.again(plugin.jars(), directory));
        } catch (Exception | LinkageError e) {
            throw new IllegalArgumentException(reason(e), e);
        }
        Plugin next = found.get(0).plugin().orElseThrow();
        Map<String, Candidate> byName = new LinkedHashMap<>();
        found.forEach(candidate -> byName.put(candidate.name(), candidate));
        if (!next.manifest().id().equals(plugin.manifest().id()) || !byName.keySet().equals(names) || !plugin.manifest().replaces().containsAll(next.manifest().replaces())) {
            leave(next);
            throw new IllegalArgumentException("another plugin, or other providers, than " + plugin.manifest().id() + " with " + names + ", need a restart");
        }
        return byName;
    }

    private Set<String> names(Plugin plugin) {
        return candidates.values().stream().filter(candidate -> candidate.plugin().filter(plugin::equals).isPresent()).map(Candidate::name).collect(Collectors.toSet());
    }

    /** Lists a plugin in the place of its former self. */
    synchronized void exchange(Plugin plugin, Plugin next, Map<String, Candidate> found) {
        byId.put(plugin.manifest().id(), next);
        candidates.putAll(found);
    }

    /** Lets go of a plugin whose providers are closed: threads that it has left behind are interrupted, since each holds its classes. */
    synchronized void leave(Plugin plugin) {
        String id = plugin.manifest().id();
        List<Thread> left = PluginThreads.of(plugin.loader());
        if (!left.isEmpty()) {
            LOG.warn("plugin {} has left threads behind: {}", id, left.stream().map(Thread::getName).toList());
            left.forEach(Thread::interrupt);
        }
        try {
            plugin.loader().close();
        } catch (IOException e) {
            LOG.warn("plugin {} did not close: {}", id, e.getMessage());
        }
        former.add(new Former(id, new WeakReference<>(plugin.loader())));
    }

    /** How many class loaders of a plugin are still held, although it was exchanged. Some may only wait for the garbage collector. */
    synchronized long held(String id) {
        former.removeIf(one -> one.loader.get() == null);
        return former.stream().filter(one -> one.id.equals(id)).count();
    }

    /** The factories of all plugins. */
    synchronized List<Candidate> candidates() {
        return List.copyOf(candidates.values());
    }

    /** The plugins at work. */
    synchronized List<Plugin> all() {
        return List.copyOf(byId.values());
    }

    /** Those that were not taken. */
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    @Override
    public synchronized void close() {
        byId.values().forEach(this::leave);
    }
}
