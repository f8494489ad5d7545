package iam.war.resource;

import iam.api.Catalogue;
import iam.api.Entity;
import iam.api.EntityType;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** The five verbs of the types that have no rules of their own. */
@Component
final class PlainResources implements Operations {
    private static final Set<String> PLAIN = Set.of("adapter", "agent", "coupon", "enforcer", "entry", "form", "invitation", "ldap", "model", "order",
            "payment", "plan", "pricing", "product", "resource", "rule", "server", "site", "subscription", "syncer", "ticket", "transaction", "webhook");

    private final EntityStore store;

    @Inject
    PlainResources(EntityStore store) {
        this.store = store;
    }

    @Override
    public List<Operation> operations() {
        return Catalogue.standard().stream().filter(type -> PLAIN.contains(type.name())).flatMap(type -> plain(type).operations().stream()).toList();
    }

    private <E extends Entity> Crud<E> plain(EntityType<E> type) {
        return new Crud<>(type, store) {
        };
    }
}
