package iam.war.resource;

import static iam.spi.store.Condition.equal;
import static iam.spi.store.Condition.has;
import static iam.spi.store.Condition.in;

import iam.api.ApiException;
import iam.api.EntityKey;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Group;
import iam.api.entity.Organization;
import iam.api.entity.Permission;
import iam.api.entity.Role;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.Component;
import iam.war.operation.Call;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups, a tree in each organization: the parent of a top group is the organization's name, that of others the parent's name. */
@Component
final class GroupResource extends Crud<Group> {
    private static final EntityType<User> USER = EntityType.of(User.class);
    private static final EntityType<Organization> ORGANIZATION = EntityType.of(Organization.class);

    private final References references;

    @Inject
    GroupResource(EntityStore store, References references) {
        super(EntityType.of(Group.class), store);
        this.references = references;
    }

    @Override
    protected String[] reads(String verb) {
        return verb.equals("list") ? new String[] {"withTree"} : new String[0];
    }

    @Override
    protected Envelope list(Call call) {
        if (!call.request().query("withTree").equals("true")) {
            return super.list(call);
        }
        String owner = call.request().query("owner");
        List<Group> groups = store.list(type, Query.where(listed(call, owner)).descending("createdTime"));
        return Envelope.ok(children(groups.stream().collect(Collectors.groupingBy(group -> group.parentId)), owner, new HashSet<>()));
    }

    private static List<Group> children(Map<String, List<Group>> byParent, String parent, Set<String> seen) {
        List<Group> children = new ArrayList<>();
        for (Group group : byParent.getOrDefault(parent, List.of())) {
            if (seen.add(group.name)) {
                group.key = group.name;
                group.title = group.displayName;
                group.children = children(byParent, group.name, seen);
                children.add(group);
            }
        }
        return children;
    }

    @Override
    protected void complete(Call call, List<Group> rows, boolean listed) {
        if (rows.isEmpty()) {
            return;
        }
        Map<String, List<EntityKey>> users = store.keysByElement(USER, "groups", rows.stream().map(Group::id).toList());
        rows.forEach(group -> group.users = users.containsKey(group.id()) ? users.get(group.id()).stream().map(EntityKey::id).toList() : null);
        if (listed && Listing.paged(call.request())) {
            relate(rows);
        }
    }

    private void relate(List<Group> rows) {
        String owner = rows.get(0).owner;
        Set<String> names = new HashSet<>();
        rows.forEach(group -> names.add(group.name));
        Set<String> above = new HashSet<>();
        rows.forEach(group -> above.add(group.parentId));
        Map<String, String> titles = new HashMap<>();
        store.list(type, Query.where(equal("owner", owner), in("name", above)), List.of("name", "displayName")).forEach(group -> titles.put(group.name, group.displayName));
        store.list(ORGANIZATION, Query.where(equal("name", owner))).forEach(organization -> titles.putIfAbsent(organization.name, organization.displayName));
        Set<String> parents = new HashSet<>();
        store.list(type, Query.where(equal("owner", owner), in("parentId", names)), List.of("parentId")).forEach(child -> parents.add(child.parentId));
        rows.forEach(group -> {
            group.parentName = titles.getOrDefault(group.parentId, "");
            group.haveChildren = parents.contains(group.name);
        });
    }

    @Override
    protected void adding(Call call, Group group) {
        checkName(group);
    }

    @Override
    protected Set<String> updating(Call call, Group stored, Group sent) {
        if (!stored.name.equals(sent.name)) {
            checkName(sent);
        }
        return Set.of();
    }

    private void checkName(Group group) {
        if (group.name.isEmpty()) {
            throw new ApiException(Message.GROUP_NAME_EMPTY);
        }
        if (!store.list(ORGANIZATION, Query.where(equal("name", group.name)).window(0, 1)).isEmpty()) {
            throw new ApiException(Message.GROUP_NAME_IS_ORGANIZATION);
        }
    }

    @Override
    protected boolean deletable(Call call, Group stored) {
        if (store.count(type, Query.where(equal("owner", stored.owner), equal("parentId", stored.name))) > 0) {
            throw new ApiException(Message.GROUP_HAS_CHILDREN);
        }
        if (store.count(USER, Query.where(has("groups", stored.id()))) > 0) {
            throw new ApiException(Message.GROUP_HAS_USERS);
        }
        return true;
    }

    @Override
    protected void changed(Call call, Group before, Group after) {
        if (before == null || after != null && after.id().equals(before.id())) {
            return;
        }
        String renamed = after == null ? "" : after.id();
        references.replaceInList(USER, "groups", before.id(), renamed);
        references.replaceInList(EntityType.of(Role.class), "groups", before.id(), renamed);
        references.replaceInList(EntityType.of(Permission.class), "groups", before.id(), renamed);
        if (after != null) {
            references.replace(type, before.owner, "parentId", before.name, after.name);
        }
    }
}
