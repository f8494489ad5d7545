package iam.war.access;

import iam.api.Entity;
import iam.api.json.EntityJsonb;
import iam.war.operation.Operation;
import jakarta.json.bind.Jsonb;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All ways to say which object a call is about, honest and contradicting ones. */
enum Naming {
    ID_IN_QUERY(true, false, Where.NONE),
    OWNER_IN_QUERY(false, true, Where.NONE),
    ALL_IN_QUERY(true, true, Where.NONE),
    IN_FORM(false, false, Where.FORM),
    IN_BODY(false, false, Where.JSON),
    ID_AND_BODY(true, false, Where.JSON),
    ID_HERE_BODY_THERE(true, false, Where.OTHER_JSON),
    OWNER_THERE_ID_HERE(true, true, Where.NONE);

    private static final Jsonb JSON = EntityJsonb.create();

    private final boolean id;
    private final boolean owner;
    private final Where where;

    private enum Where { NONE, FORM, JSON, OTHER_JSON }

    Naming(boolean id, boolean owner, Where where) {
        this.id = id;
        this.owner = owner;
        this.where = where;
    }

    /**
     * A request.
     *
     * @param target path and query
     * @param type content type
     * @param body its body
     */
    record Sent(String target, String type, String body) {
    }

    /** Names an object; {@code other} is the one of the other organization. */
    Sent name(Operation operation, Callers caller, Entity object, Entity other) {
        Map<String, String> query = new LinkedHashMap<>();
        if (id) {
            query.putAll(ids(operation, object));
        }
        if (owner) {
            query.putAll(owners(this == OWNER_THERE_ID_HERE ? other : object));
        }
        String path = operation.path().replace(":application", "app-" + organization(object)).replace(":client", "id-dcr-" + organization(object)).replace(":file", "x");
        String target = path + "?" + form(query) + (caller.credentials.isEmpty() ? "" : "&" + caller.credentials);
        return switch (where) {
            case NONE -> new Sent(target, "", "");
            case FORM -> {
                Map<String, String> form = new LinkedHashMap<>(ids(operation, object));
                form.putAll(owners(object));
                yield new Sent(target, "application/x-www-form-urlencoded", form(form));
            }
            case JSON -> new Sent(target, "application/json", JSON.toJson(object));
            case OTHER_JSON -> new Sent(target, "application/json", JSON.toJson(other));
        };
    }

    private static Map<String, String> ids(Operation operation, Entity object) {
        Map<String, String> ids = new LinkedHashMap<>();
        List<String> key = object.type().keyOf(object).parts();
        String id = key.size() == 1 ? organization(object) + "/" + key.get(0) : String.join("/", key);
        ids.put("id", id);
        if (operation.target().type() != null && !operation.target().parameter().isEmpty()) {
            ids.put(operation.target().parameter(), id);
        }
        String user = organization(object) + "/obj-" + organization(object);
        for (String name : new String[] {"userId", "permissionId", "modelId", "enforcerId", "adapterId", "resourceId", "applicationId", "username"}) {
            ids.put(name, name.equals("applicationId") ? "admin/app-" + organization(object) : user);
        }
        return ids;
    }

    private static Map<String, String> owners(Entity object) {
        String organization = organization(object);
        return Map.of("owner", organization, "organization", organization, "organizationName", organization, "name", "obj-" + organization, "user", "obj-" + organization,
                "userOwner", organization, "userName", "obj-" + organization, "withSecret", "1", "sorter", "created_time");
    }

    private static String organization(Entity object) {
        return object.type().scope().text(object);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}
