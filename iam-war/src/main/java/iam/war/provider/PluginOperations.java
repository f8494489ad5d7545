package iam.war.provider;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.spi.Health;
import iam.war.Component;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is installed, where it comes from and how it is, for global administrators. */
@Component
final class PluginOperations implements Operations {
    private static final Logger LOG = LoggerFactory.getLogger(PluginOperations.class);
    private static final String SERVER = "server";

    private final Providers providers;

    @Inject
    PluginOperations(Providers providers) {
        this.providers = providers;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("GET", "/api/get-plugins", "Lists the plugins and their providers, with state, health and settings").access(Access.GLOBAL).run(this::list),
                Operation.of("POST", "/api/reload-plugin", "Exchanges a plugin for what lies in its files now, without a restart").access(Access.GLOBAL).required("id").run(this::reload));
    }

    private Envelope reload(Call call) {
        String id = call.request().query("id");
        try {
            providers.reload(id);
        } catch (RuntimeException e) {
            LOG.warn("plugin {} was not reloaded: {}", id, Plugins.reason(e), e);
            throw new ApiException(Message.PLUGIN_NOT_RELOADED, id, Plugins.reason(e));
        }
        return Envelope.ok("Affected");
    }

    private Envelope list(Call call) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(plugin(SERVER, "", List.of(), true));
        for (Plugin plugin : providers.plugins().all()) {
            Map<String, Object> members = plugin(plugin.manifest().id(), plugin.manifest().version(), plugin.jars(), plugin.manifest().required());
            members.put("threads", PluginThreads.of(plugin.loader()).size());
            members.put("formerLoaders", providers.plugins().held(plugin.manifest().id()));
            all.add(members);
        }
        for (Plugins.Refusal refusal : providers.plugins().refusals()) {
            all.add(Map.of("id", "", "version", "", "files", names(refusal.jars()), "state", "refused", "reason", refusal.reason(), "required", false, "providers", List.of()));
        }
        return Envelope.ok(all);
    }

    private Map<String, Object> plugin(String id, String version, List<Path> jars, boolean required) {
        List<Installed> own = providers.installed().stream().filter(one -> id.equals(one.candidate().plugin().map(plugin -> plugin.manifest().id()).orElse(SERVER))).toList();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", id);
        members.put("version", version);
        members.put("files", names(jars));
        members.put("state", own.stream().anyMatch(one -> one.provider().isEmpty()) ? "failed" : "loaded");
        members.put("reason", "");
        members.put("required", required);
        members.put("providers", own.stream().map(PluginOperations::provider).toList());
        return members;
    }

    private static Map<String, Object> provider(Installed installed) {
        Health health = installed.health();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", installed.candidate().kind());
        members.put("id", installed.candidate().id());
        members.put("state", installed.provider().isEmpty() ? "failed" : installed.guard().filter(Guard::open).isPresent() ? "paused" : "working");
        members.put("up", health.up());
        members.put("detail", health.detail());
        members.put("calls", installed.guard().map(Guard::calls).orElse(0L));
        members.put("failures", installed.guard().map(Guard::failures).orElse(0L));
        members.put("settings", installed.settings());
        return members;
    }

    private static List<String> names(List<Path> jars) {
        return jars.stream().map(Path::toString).toList();
    }
}
