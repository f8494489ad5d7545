package iam.war.provider;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exchanges a plugin for what lies in its files now, while the server runs: the new providers are made first, and callers notice nothing. */
final class PluginReload {
    private static final Logger LOG = LoggerFactory.getLogger(PluginReload.class);

    private final ProviderMaker maker;
    private final Plugins plugins;
    private final List<Slot> slots;

    PluginReload(ProviderMaker maker, Plugins plugins, List<Slot> slots) {
        this.maker = maker;
        this.plugins = plugins;
        this.slots = slots;
    }

    /**
     * Reloads a plugin, one at a time.
     *
     * @throws RuntimeException why it can't be done; then the former one works on
     */
    synchronized void reload(String id) {
        Plugin former = plugins.find(id).orElseThrow(() -> new IllegalArgumentException("no plugin with this id is at work"));
        List<Slot> own = slots.stream().filter(slot -> slot.installed().candidate().plugin().filter(former::equals).isPresent()).toList();
        own.forEach(slot -> check(slot.installed()));
        Map<String, Candidate> found = plugins.reopen(former);
        Plugin next = found.values().iterator().next().plugin().orElseThrow();
        Map<Slot, Installed> made = new LinkedHashMap<>();
        try {
            own.forEach(slot -> made.put(slot, make(slot, found.get(slot.installed().candidate().name()))));
        } catch (Throwable e) {
            made.values().forEach(Installed::close);
            plugins.leave(next);
            throw e;
        }
        plugins.exchange(former, next, found);
        List<Installed> ended = made.entrySet().stream().map(entry -> entry.getKey().exchange(entry.getValue())).toList();
        ended.forEach(Installed::retire);
        plugins.leave(former);
        LOG.info("plugin {} {} has taken the place of {} ({})", id, next.manifest().version(), former.manifest().version(), next.jarNames());
    }

    private static void check(Installed installed) {
        if (installed.candidate().kind().equals("store")) {
            throw new IllegalArgumentException("it brings " + installed.candidate().name() + ", and stores are not exchanged at work");
        }
        if (installed.provider().isEmpty()) {
            throw new IllegalArgumentException(installed.candidate().name() + " was left out at the start, and comes back with a restart only");
        }
    }

    @SuppressWarnings("unchecked")
    private Installed make(Slot slot, Candidate candidate) {
        Installed next = maker.make(candidate, (Supplier<Object>) slot.context());
        if (next.provider().isEmpty()) {
            throw new IllegalArgumentException(candidate.name() + " can't be made: " + next.reason());
        }
        if (!Guarded.faces(next.provider().get()).equals(Guarded.faces(slot.installed().provider().orElseThrow()))) {
            next.close();
            throw new IllegalArgumentException(candidate.name() + " has other interfaces than before");
        }
        return next;
    }
}
