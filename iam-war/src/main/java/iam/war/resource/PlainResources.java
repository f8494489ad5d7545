package iam.war.resource;

import iam.api.Catalogue;
import iam.api.Entity;
import iam.api.EntityType;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.operation.Access;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The five verbs of the types that have no rules of their own. */
@Component
final class PlainResources implements Operations {
    private static final Set<String> PLAIN = Set.of("agent", "coupon", "entry", "plan", "pricing", "product", "server", "site", "syncer", "webhook");
    /** What a shop shows to everybody. */
    private static final Set<String> PUBLIC = Set.of("plan", "pricing", "product");
    /** What a user reads as far as it is his. */
    private static final Set<String> PERSONAL = Set.of("order", "payment", "subscription", "transaction");
    /** Those of which a user may have his own listed, too. */
    private static final Set<String> LISTED_FOR_USERS = Set.of("order", "transaction");

    /** What the server writes itself. */
    private static final Set<String> LISTED = Set.of("verification");

    private final EntityStore store;

    @Inject
    PlainResources(EntityStore store) {
        this.store = store;
    }

    @Override
    public List<Operation> operations() {
        return Catalogue.standard().stream().flatMap(this::operations).toList();
    }

    private Stream<Operation> operations(EntityType<?> type) {
        if (PLAIN.contains(type.name()) || LISTED.contains(type.name())) {
            return new Plain<>(type, store).operations().stream();
        }
        return PERSONAL.contains(type.name()) ? new PersonalResource<>(type, store, LISTED_FOR_USERS.contains(type.name())).operations().stream() : Stream.empty();
    }

    /** One plain type. */
    private static final class Plain<E extends Entity> extends Crud<E> {
        Plain(EntityType<E> type, EntityStore store) {
            super(type, store);
        }

        @Override
        public List<Operation> operations() {
            if (LISTED.contains(type.name())) {
                return List.of(list(Access.ADMIN));
            }
            boolean open = PUBLIC.contains(type.name());
            Stream<Operation> verbs = Stream.of(list(type.name().equals("product") ? Access.ANYONE : Access.ADMIN), get(open ? Access.ANYONE : Access.ADMIN), add(Access.ADMIN),
                    update(Target.update(type)), delete(Access.ADMIN));
            return (type.name().equals("site") ? Stream.concat(verbs, Stream.of(listAll())) : verbs).toList();
        }
    }
}
