package iam.war.openapi;

import iam.war.operation.Operation;
import java.util.Map;

/** Examples of parameters that a page can call the operation with as they stand: they name rows that every installation begins with. */
final class Examples {
    private static final String ORGANIZATION = "built-in";
    private static final Map<String, String> IDS = Map.ofEntries(Map.entry("organization", "admin/built-in"), Map.entry("application", "admin/app-built-in"),
            Map.entry("cert", "admin/cert-built-in"), Map.entry("provider", "admin/provider_captcha_default"), Map.entry("permission", "built-in/permission-built-in"),
            Map.entry("model", "built-in/user-model-built-in"), Map.entry("enforcer", "built-in/user-enforcer-built-in"), Map.entry("adapter", "built-in/user-adapter-built-in"),
            Map.entry("ldap", "built-in/ldap-built-in"), Map.entry("token", "admin/token"), Map.entry("webhook", "admin/webhook"), Map.entry("syncer", "admin/syncer"));
    private static final Map<String, String> BY_NAME = Map.ofEntries(Map.entry("organization", ORGANIZATION), Map.entry("organizationName", ORGANIZATION), Map.entry("p", "1"),
            Map.entry("pageSize", "10"), Map.entry("sortField", "createdTime"), Map.entry("sortOrder", "ascend"), Map.entry("sorter", "created_time"), Map.entry("limit", "10"),
            Map.entry("application", "app-built-in"), Map.entry("client", "client-id"), Map.entry("file", "swagger-ui.css"));

    private Examples() {
    }

    /** The example of a text; empty where an optional parameter would hide what there is. */
    static String of(Operation operation, String name, boolean required) {
        String type = OpenApiDocument.tag(operation);
        return switch (name) {
            case "id" -> required ? IDS.getOrDefault(type, "built-in/admin") : "built-in/admin";
            case "owner" -> IDS.getOrDefault(type, ORGANIZATION).split("/")[0];
            default -> BY_NAME.getOrDefault(name, required ? name : "");
        };
    }
}
