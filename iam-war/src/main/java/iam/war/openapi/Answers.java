package iam.war.openapi;

import static iam.war.openapi.Schemas.ordered;
import static iam.war.openapi.Schemas.reference;

import iam.war.operation.Access;
import iam.war.operation.Operation;
import iam.war.operation.Operation.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The answers of operations: each kind of envelope is a schema with a name, so that generated clients have a class for it. */
final class Answers {
    private static final String JSON = "application/json";
    private static final String HTML = "text/html";

    private Answers() {
    }

    /** Adds the schemas that the answers of an operation need. */
    static void addTo(Map<String, Object> schemas, Operation operation) {
        Map<String, Object> text = Map.of("type", "string");
        schemas.putIfAbsent("Envelope", envelope(Map.of(), Map.of()));
        schemas.putIfAbsent("Error", ordered("type", "object", "required", List.of("status", "msg"),
                "properties", ordered("status", ordered("type", "string", "enum", List.of("error")), "msg", text, "data", Map.of(), "data2", Map.of())));
        schemas.putIfAbsent("OAuthError", ordered("type", "object", "properties", ordered("error", text, "error_description", text, "status", text, "msg", text)));
        schemas.putIfAbsent("WriteAnswer", envelope(Map.of("type", List.of("string", "null")), Map.of()));
        if (operation.gives() != null) {
            Map<String, Object> entity = reference(operation.gives().getSimpleName());
            boolean list = operation.answer() == Answer.LIST;
            schemas.putIfAbsent(name(operation), list ? envelope(ordered("type", List.of("array", "null"), "items", entity), Map.of("type", List.of("integer", "null")))
                    : envelope(Map.of("anyOf", List.of(entity, Map.of("type", "null"))), Map.of()));
        }
    }

    private static String name(Operation operation) {
        return operation.gives().getSimpleName() + (operation.answer() == Answer.LIST ? "ListAnswer" : "Answer");
    }

    private static Map<String, Object> envelope(Map<String, Object> data, Map<String, Object> data2) {
        Map<String, Object> text = Map.of("type", "string");
        return ordered("type", "object", "required", List.of("status", "msg"), "properties",
                ordered("status", ordered("type", "string", "enum", List.of("ok", "error")), "msg", text, "sub", text, "name", text, "data", data, "data2", data2, "data3", Map.of()));
    }

    /** The answers of an operation by status. */
    static Map<String, Object> of(Operation operation) {
        Map<String, Object> responses = new LinkedHashMap<>();
        boolean page = operation.answer() == Answer.PAGE;
        responses.put("200", success(operation));
        if (operation.answer() == Answer.DOCUMENT) {
            responses.put("201", described("Created", Map.of()));
            responses.put("204", Map.of("description", "Removed"));
        }
        if (page || operation.path().equals("/api/logout")) {
            responses.put("302", Map.of("description", "Back to the client"));
        }
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
        return ordered("description", description, "content", ordered(JSON, Map.of("schema", schema)));
    }

    private static Object success(Operation operation) {
        Map<String, Object> success = byKind(operation);
        if (operation.path().endsWith("logout")) {
            success.put("content", ordered(JSON, Map.of("schema", reference("Envelope")), HTML, Map.of("schema", Map.of("type", "string"))));
        }
        return success;
    }

    private static Map<String, Object> byKind(Operation operation) {
        return switch (operation.answer()) {
            case PAGE -> ordered("description", "A page or file");
            case DOCUMENT -> described("The document", Map.of());
            case OBJECT -> described("The object, or null", entities(operation));
            case LIST -> described("The objects; data2 is their total when a page was asked for", entities(operation));
            case AFFECTED -> described("Whether something was changed", reference("WriteAnswer"));
            case DATA -> described("The result", reference("Envelope"));
        };
    }

    private static Object entities(Operation operation) {
        return operation.asksToSignIn() ? Map.of("anyOf", List.of(reference(name(operation)), reference("Error"))) : reference(name(operation));
    }
}
