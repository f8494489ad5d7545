package iam.war.resource;

import static iam.spi.store.Condition.equal;

import iam.api.Catalogue;
import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.FieldKind;
import iam.api.entity.Application;
import iam.api.entity.AuditRecord;
import iam.api.entity.Group;
import iam.api.entity.WebhookEvent;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.data.BrowserSession;
import iam.war.data.Defaults;
import iam.war.data.LateSignOut;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves everything that belongs to an organization to its new name, with the references inside (contract: entities.md section 6). */
@Component
final class OrganizationRename {
    /** Fields that hold {@code owner/name} of something in the same organization. */
    private static final Set<String> REFERENCES = Set.of("users", "groups", "roles", "model", "adapter", "defaultGroup", "defaultGroups", "signupGroup");

    private final EntityStore store;

    @Inject
    OrganizationRename(EntityStore store) {
        this.store = store;
    }

    void apply(String old, String name) {
        for (EntityType<?> type : Catalogue.standard()) {
            if (type.scope().name().equals("owner")) {
                moveRows(type, old, name);
            } else if (type.scope().name().equals("organization")) {
                store.updateAll(type, Query.where(equal("organization", old)), Map.of("organization", name));
            }
        }
        store.updateAll(BrowserSession.TYPE, Query.where(equal("organization", old)), Map.of("organization", name));
        store.updateAll(LateSignOut.TYPE, Query.where(equal("organization", old)), Map.of("organization", name));
        store.updateAll(EntityType.of(AuditRecord.class), Query.where(equal("owner", name)), Map.of("organization", name));
        store.updateAll(EntityType.of(WebhookEvent.class), Query.where(equal("organization", old)), Map.of("organization", name));
        store.updateAll(EntityType.of(Group.class), Query.where(equal("owner", name), equal("parentId", old)), Map.of("parentId", name));
        EntityType<Application> application = EntityType.of(Application.class);
        store.list(application, Query.where(equal("organization", name))).forEach(row -> moveProviders(application, row, old, name));
    }

    private <E extends Entity> void moveRows(EntityType<E> type, String old, String name) {
        if (!type.scope().key()) {
            store.updateAll(type, Query.where(equal("owner", old)), Map.of("owner", name));
            return;
        }
        for (E row : store.list(type, Query.where(equal("owner", old)))) {
            EntityKey key = type.keyOf(row);
            type.scope().set(row, name);
            List<String> changed = new ArrayList<>(List.of("owner"));
            for (EntityField field : type.stored()) {
                if (REFERENCES.contains(field.name()) && moveReference(field, row, old, name)) {
                    changed.add(field.name());
                }
            }
            store.update(type, key, row, changed);
        }
    }

    private static boolean moveReference(EntityField field, Entity row, String old, String name) {
        String prefix = old + "/";
        if (field.kind() == FieldKind.TEXT && field.text(row).startsWith(prefix)) {
            field.set(row, name + field.text(row).substring(old.length()));
            return true;
        }
        if (field.kind() != FieldKind.LIST || field.element() != String.class || field.empty(row)) {
            return false;
        }
        List<?> list = (List<?>) field.get(row);
        field.set(row, list.stream().map(element -> element.toString().startsWith(prefix) ? name + element.toString().substring(old.length()) : element).toList());
        return true;
    }

    private void moveProviders(EntityType<Application> type, Application row, String old, String name) {
        row.defaultGroup = row.defaultGroup.startsWith(old + "/") ? name + row.defaultGroup.substring(old.length()) : row.defaultGroup;
        Defaults.present(row.providers).stream().filter(item -> item.owner.equals(old)).forEach(item -> item.owner = name);
        store.update(type, type.keyOf(row), row, List.of("providers", "defaultGroup"));
    }
}
