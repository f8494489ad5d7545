package iam.war.openapi;

import static iam.war.openapi.Schemas.ordered;
import static iam.war.openapi.Schemas.reference;

import iam.api.Catalogue;
import iam.api.Entity;
import iam.api.EntityType;
import iam.war.operation.Access;
import iam.war.operation.Operation;
import iam.war.operation.Operation.Answer;
import iam.war.operation.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The OpenAPI 3.1 description of the API, made from the operations that run and the entities that are stored. */
final class OpenApiDocument {
    private static final List<String> ANY = List.of("get", "post");
    private static final String JSON = "application/json";
    private static final List<Object> REQUIRED = List.of(Map.of("bearer", List.of()), Map.of("client", List.of()), Map.of("clientId", List.of(), "clientSecret", List.of()),
            Map.of("accessKey", List.of(), "accessSecret", List.of()), Map.of("username", List.of(), "password", List.of()), Map.of("session", List.of(), "sessionKey", List.of()));
    /** What anybody may call may answer more to those who are known. */
    private static final List<Object> OPTIONAL = Stream.concat(Stream.of(Map.of()), REQUIRED.stream()).toList();

    private OpenApiDocument() {
    }

    static Map<String, Object> of(List<Operation> operations, String server, String version) {
        Set<Class<?>> types = new LinkedHashSet<>();
        Catalogue.standard().forEach(type -> types.add(type.javaType()));
        operations.stream().map(Operation::takes).filter(Objects::nonNull).forEach(types::add);
        Map<String, Object> schemas = new LinkedHashMap<>(Schemas.of(types));
        operations.forEach(operation -> Answers.addTo(schemas, operation));
        Map<String, Long> methods = operations.stream().collect(Collectors.groupingBy(Operation::path, Collectors.counting()));
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Operation operation : operations) {
            String path = operation.path().replaceAll("/:([A-Za-z]+)", "/{$1}");
            boolean any = operation.method().equals("ANY");
            for (String method : any ? ANY : List.of(operation.method().toLowerCase(java.util.Locale.ROOT))) {
                String id = id(operation, method, !any && methods.get(operation.path()) == 1);
                paths.computeIfAbsent(path, key -> new LinkedHashMap<>()).put(method, describe(operation, method, id));
            }
        }
        return ordered("openapi", "3.1.0",
                "info", ordered("title", "iam", "version", version, "description", "Identity and access management. Errors of calls come with status 200 in the envelope, "
                        + "errors of OAuth endpoints with status 400 or 401.", "license", Map.of("name", "Apache 2.0", "identifier", "Apache-2.0")),
                "servers", List.of(Map.of("url", server)),
                "paths", paths,
                "components", ordered("schemas", schemas, "securitySchemes", security()),
                "security", List.of());
    }

    private static Map<String, Object> describe(Operation operation, String method, String id) {
        Map<String, Object> description = ordered("operationId", id, "summary", operation.summary(), "description", operation.summary() + ". May call: " + who(operation.access()) + ".",
                "tags", List.of(tag(operation)));
        List<Object> parameters = new ArrayList<>();
        List<Parameter> form = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place().equals("form") && method.equals("post")) {
                form.add(parameter);
            } else {
                parameters.add(parameter(operation, parameter.name(), "query", parameter.type(), parameter.required()));
            }
        }
        for (String segment : operation.path().split("/")) {
            if (segment.startsWith(":")) {
                parameters.add(parameter(operation, segment.substring(1), "path", "string", true));
            }
        }
        if (!parameters.isEmpty()) {
            description.put("parameters", parameters);
        }
        Object body = body(operation, form);
        if (body != null && !method.equals("get")) {
            description.put("requestBody", body);
        }
        description.put("responses", Answers.of(operation));
        if (operation.access().readsCredentials()) {
            description.put("security", operation.access() == Access.ANYONE ? OPTIONAL : REQUIRED);
        }
        return description;
    }

    /** The last words of the path, as in {@code get_user}; with the method before it where a path has several. */
    private static String id(Operation operation, String method, boolean alone) {
        String name = operation.path().replaceAll("^/(api/)?|[:.]", "").replaceAll("[^A-Za-z0-9]+", "_");
        return alone ? name : method + "_" + name;
    }

    /** The area that an operation belongs to: the type that it is about, if there is one. */
    static String tag(Operation operation) {
        Optional<Class<?>> about = Stream.of(operation.gives(), operation.target().type() == null ? null : operation.target().type().javaType(), operation.takes()).filter(Objects::nonNull)
                .<Class<?>>map(type -> type).findFirst().filter(Entity.class::isAssignableFrom);
        if (about.isPresent()) {
            return EntityType.of(about.get().asSubclass(Entity.class)).name();
        }
        return operation.path().contains("oauth") || operation.path().startsWith("/.well-known/") ? "oauth" : operation.path().contains("mfa") ? "mfa" : "account and system";
    }

    private static String who(Access access) {
        return switch (access) {
            case ANYONE, PAGE -> "anyone";
            case CLIENT -> "an OAuth client, which authenticates itself";
            case SIGNED_IN -> "anyone who has authenticated";
            case USER -> "a signed-in user";
            case SELF_OR_ADMIN -> "the user himself, an administrator of his organization, one of its applications";
            case ADMIN -> "an administrator of the object's organization, one of its applications, a global administrator";
            case ADMIN_USER -> "an administrator of the object's organization who is a user";
            case APPLICATION -> "an application, a global administrator";
            case GLOBAL -> "a global administrator";
        };
    }

    private static Map<String, Object> parameter(Operation operation, String name, String place, String type, boolean required) {
        Object example = type.equals("integer") ? (Object) 1 : type.equals("boolean") ? (Object) true : Examples.of(operation, name, required);
        return ordered("name", name, "in", place, "required", required, "schema", Map.of("type", type), "example", example);
    }

    private static Object body(Operation operation, List<Parameter> form) {
        if (operation.takes() != null) {
            return ordered("required", true, "content", Map.of(JSON, Map.of("schema", reference(operation.takes().getSimpleName()))));
        }
        if (form.isEmpty()) {
            return operation.method().equals("POST") && operation.answer() != Answer.PAGE ? ordered("content", Map.of(JSON, Map.of("schema", Map.of()))) : null;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        form.forEach(parameter -> properties.put(parameter.name(), parameter.type().equals("file") ? ordered("type", "string", "format", "binary") : Map.of("type", parameter.type())));
        List<String> required = form.stream().filter(Parameter::required).map(Parameter::name).toList();
        Map<String, Object> schema = ordered("type", "object", "properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        Map<String, Object> content = ordered("application/x-www-form-urlencoded", Map.of("schema", schema), "multipart/form-data", Map.of("schema", schema));
        if (operation.access() == Access.CLIENT) {
            content.put(JSON, Map.of("schema", schema));
        }
        return ordered("content", content);
    }

    private static Map<String, Object> security() {
        return ordered("bearer", Map.of("type", "http", "scheme", "bearer"), "client", Map.of("type", "http", "scheme", "basic", "description", "Client id and secret"),
                "clientId", key("clientId", "query"), "clientSecret", key("clientSecret", "query"), "accessKey", key("accessKey", "query"), "accessSecret", key("accessSecret", "query"),
                "username", key("username", "query"), "password", key("password", "query"), "session", key("iam_session_id", "cookie"), "sessionKey", key("iam_key", "cookie"));
    }

    private static Map<String, Object> key(String name, String place) {
        return ordered("type", "apiKey", "in", place, "name", name);
    }
}
