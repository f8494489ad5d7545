package iam.war.resource;

import iam.api.EntityType;
import iam.api.entity.Enforcer;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.data.Times;
import iam.war.enforce.EnforcerModels;
import iam.war.operation.Call;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Enforcers: a model with an adapter. On demand the definitions of the model come along. */
@Component
final class EnforcerResource extends Crud<Enforcer> {
    private final EnforcerModels models;

    @Inject
    EnforcerResource(EntityStore store, EnforcerModels models) {
        super(EntityType.of(Enforcer.class), store);
        this.models = models;
    }

    @Override
    protected String[] reads(String verb) {
        return verb.equals("get") ? new String[] {"loadModelCfg"} : new String[0];
    }

    @Override
    protected void adding(Call call, Enforcer enforcer) {
        enforcer.updatedTime = enforcer.updatedTime.isEmpty() ? Times.now() : enforcer.updatedTime;
    }

    @Override
    protected Set<String> updating(Call call, Enforcer stored, Enforcer sent) {
        sent.updatedTime = Times.now();
        return Set.of();
    }

    @Override
    protected void complete(Call call, List<Enforcer> rows, boolean listed) {
        if (!listed && call.request().query("loadModelCfg").equals("true")) {
            rows.forEach(enforcer -> enforcer.modelCfg = models.definitions(enforcer));
        }
    }
}
