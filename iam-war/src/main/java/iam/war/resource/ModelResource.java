package iam.war.resource;

import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.entity.Enforcer;
import iam.api.entity.Model;
import iam.api.entity.Permission;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.enforce.Models;
import iam.war.operation.Call;
import jakarta.inject.Inject;
import java.util.Set;

/** Casbin models. What does not parse is refused; permissions and enforcers follow a rename. */
@Component
final class ModelResource extends Crud<Model> {
    private final Models models;
    private final References references;

    @Inject
    ModelResource(EntityStore store, Models models, References references) {
        super(EntityType.of(Model.class), store);
        this.models = models;
        this.references = references;
    }

    @Override
    protected void adding(Call call, Model model) {
        check(model);
    }

    @Override
    protected Set<String> updating(Call call, Model stored, Model sent) {
        check(sent);
        return Set.of();
    }

    private void check(Model model) {
        if (!model.modelText.isEmpty()) {
            models.shape(model.modelText);
        }
    }

    @Override
    protected Envelope update(Call call) {
        super.update(call);
        return Envelope.ok(null);
    }

    @Override
    protected void changed(Call call, Model before, Model after) {
        if (before != null && after != null && !before.id().equals(after.id())) {
            references.replaceEverywhere(EntityType.of(Permission.class), "model", before.id(), after.id());
            references.replaceEverywhere(EntityType.of(Enforcer.class), "model", before.id(), after.id());
        }
    }
}
