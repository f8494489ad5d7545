package iam.war.openapi;

import static iam.war.openapi.Schemas.ordered;

import iam.api.Catalogue;
import iam.war.operation.Access;
import iam.war.operation.Operation;
import iam.war.operation.Operation.Answer;
import iam.war.operation.Parameter;
import iam.war.operation.Target.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The OpenAPI 3.1 description of the API, made from the operations that run and the entities that are stored. */
final class OpenApiDocument {
    private static final List<String> ANY = List.of("get", "post");
    private static final String JSON = "application/json";

    private OpenApiDocument() {
    }

    static Map<String, Object> of(List<Operation> operations, String server, String version) {
        Map<String, Object> schemas = new LinkedHashMap<>(Schemas.of(Catalogue.standard()));
        schemas.putAll(envelopes());
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Operation operation : operations) {
            String path = operation.path().replaceAll("/:([A-Za-z]+)", "/{$1}");
            for (String method : operation.method().equals("ANY") ? ANY : List.of(operation.method().toLowerCase(java.util.Locale.ROOT))) {
                paths.computeIfAbsent(path, key -> new LinkedHashMap<>()).put(method, describe(operation, method));
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

    private static Map<String, Object> describe(Operation operation, String method) {
        Map<String, Object> description = ordered("operationId", id(operation, method), "summary", operation.summary(), "description", operation.summary() + ". May call: " + who(operation.access()) + ".",
                "tags", List.of(tag(operation)));
        List<Object> parameters = new ArrayList<>();
        List<Parameter> form = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place().equals("form") && method.equals("post")) {
                form.add(parameter);
            } else {
                parameters.add(parameter(parameter.name(), "query", parameter.type(), parameter.required()));
            }
        }
        for (String segment : operation.path().split("/")) {
            if (segment.startsWith(":")) {
                parameters.add(parameter(segment.substring(1), "path", "string", true));
            }
        }
        if (!parameters.isEmpty()) {
            description.put("parameters", parameters);
        }
        Object body = body(operation, form);
        if (body != null && !method.equals("get")) {
            description.put("requestBody", body);
        }
        description.put("responses", responses(operation));
        if (operation.access() != Access.ANYONE && operation.access().readsCredentials()) {
            description.put("security", List.of(Map.of("bearer", List.of()), Map.of("client", List.of()), Map.of("clientId", List.of(), "clientSecret", List.of()),
                    Map.of("accessKey", List.of(), "accessSecret", List.of()), Map.of("username", List.of(), "password", List.of()), Map.of("session", List.of())));
        }
        return description;
    }

    private static String id(Operation operation, String method) {
        String name = operation.path().replaceAll("^/(api/)?|[:.]", "").replaceAll("[^A-Za-z0-9]+", "_");
        return method + "_" + name;
    }

    private static String tag(Operation operation) {
        if (operation.target().type() != null) {
            return operation.target().type().name();
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

    private static Map<String, Object> parameter(String name, String place, String type, boolean required) {
        return ordered("name", name, "in", place, "required", required, "schema", Map.of("type", type), "example", example(name, type));
    }

    private static Object example(String name, String type) {
        return switch (name) {
            case "id" -> "built-in/admin";
            case "owner", "organization" -> "built-in";
            case "p" -> 1;
            case "pageSize" -> 10;
            case "sortOrder" -> "ascend";
            case "sortField", "field" -> "createdTime";
            default -> type.equals("integer") ? (Object) 1 : type.equals("boolean") ? (Object) true : name;
        };
    }

    private static Object body(Operation operation, List<Parameter> form) {
        Source source = operation.target().source();
        if (source == Source.UPDATE || source == Source.BODY || source == Source.KEY_IN_BODY) {
            Object schema = Map.of("$ref", "#/components/schemas/" + operation.target().type().javaType().getSimpleName());
            return ordered("required", true, "content", Map.of(JSON, Map.of("schema", schema)));
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

    private static Map<String, Object> responses(Operation operation) {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", success(operation));
        if (operation.answer() == Answer.DOCUMENT) {
            responses.put("201", described("Created", Map.of()));
            responses.put("204", Map.of("description", "Removed"));
        }
        if (operation.answer() == Answer.PAGE || operation.path().equals("/api/logout")) {
            responses.put("302", Map.of("description", "Back to the client"));
        }
        boolean page = operation.answer() == Answer.PAGE;
        Object error = operation.access() == Access.CLIENT ? reference("OAuthError") : reference("Error");
        responses.put("400", failed("The request is malformed", error, page));
        responses.put("401", failed("The client or token is not good", error, page));
        responses.put("403", Map.of("description", "The origin is refused, or, in strict mode, the caller"));
        responses.put("404", failed("There is no such object", reference("Error"), page));
        responses.put("413", failed("The body is too large", reference("Error"), page));
        responses.put("429", failed("Too many requests", reference("Error"), page));
        responses.put("503", failed("The store is not available", reference("Error"), page));
        return responses;
    }

    private static Map<String, Object> failed(String description, Object schema, boolean page) {
        return page ? Map.of("description", description) : described(description, schema);
    }

    private static Map<String, Object> described(String description, Object schema) {
        return ordered("description", description, "content", Map.of(JSON, Map.of("schema", schema)));
    }

    private static Object success(Operation operation) {
        Object type = operation.target().type() == null ? Map.of() : reference(operation.target().type().javaType().getSimpleName());
        return switch (operation.answer()) {
            case PAGE -> Map.of("description", "A page or file");
            case DOCUMENT -> described("The document", Map.of());
            case OBJECT -> described("The object, or null", envelope(Map.of("anyOf", List.of(type, Map.of("type", "null")))));
            case LIST -> described("The objects; data2 is their total when a page was asked for", envelope(ordered("type", List.of("array", "null"), "items", type)));
            case AFFECTED, DATA -> described("The result", envelope(Map.of()));
        };
    }

    private static Object envelope(Object data) {
        return Map.of("anyOf", List.of(Map.of("allOf", List.of(reference("Envelope"), Map.of("type", "object", "properties", Map.of("data", data)))), reference("Error")));
    }

    private static Map<String, Object> reference(String name) {
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static Map<String, Object> envelopes() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> envelope = ordered("type", "object", "required", List.of("status", "msg"),
                "properties", ordered("status", ordered("type", "string", "enum", List.of("ok", "error")), "msg", text, "sub", text, "name", text, "data", Map.of(), "data2", Map.of(), "data3", Map.of()));
        Map<String, Object> error = ordered("type", "object", "required", List.of("status", "msg"),
                "properties", ordered("status", Map.of("const", "error"), "msg", text, "data", Map.of(), "data2", Map.of()));
        Map<String, Object> oauth = ordered("type", "object", "properties", ordered("error", text, "error_description", text, "status", text, "msg", text));
        return ordered("Envelope", envelope, "Error", error, "OAuthError", oauth);
    }

    private static Map<String, Object> security() {
        return ordered("bearer", Map.of("type", "http", "scheme", "bearer"), "client", Map.of("type", "http", "scheme", "basic", "description", "Client id and secret"),
                "clientId", key("clientId", "query"), "clientSecret", key("clientSecret", "query"), "accessKey", key("accessKey", "query"), "accessSecret", key("accessSecret", "query"),
                "username", key("username", "query"), "password", key("password", "query"), "session", key("iam_session_id", "cookie"));
    }

    private static Map<String, Object> key(String name, String place) {
        return ordered("type", "apiKey", "in", place, "name", name);
    }
}
