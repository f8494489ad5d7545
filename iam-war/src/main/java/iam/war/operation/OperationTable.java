package iam.war.operation;

import iam.war.Component;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every operation by method and path, validated at start: what is declared wrongly is reported all at once, and nothing starts. */
@Component
public final class OperationTable {
    private final Map<String, Map<String, Operation>> byPath = new HashMap<>();
    private final List<Operation> patterns = new ArrayList<>();
    private final List<Operation> all;

    @Inject
    OperationTable(@Any Instance<Operations> sources) {
        this(sources.stream().flatMap(source -> source.operations().stream()).toList());
    }

    /** Makes a table. */
    public OperationTable(List<Operation> operations) {
        all = operations.stream().sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method)).toList();
        List<String> errors = new ArrayList<>();
        all.forEach(operation -> add(operation, errors));
        if (!errors.isEmpty()) {
            throw new IllegalStateException("operations are declared wrongly:\n" + String.join("\n", errors));
        }
    }

    private void add(Operation operation, List<String> errors) {
        if (operation.access() == null || operation.handler() == null || operation.summary().isBlank() || !operation.path().startsWith("/")) {
            errors.add(operation.method() + " " + operation.path() + " lacks access, handler or summary");
        }
        if (operation.path().contains("/:")) {
            patterns.add(operation);
        } else if (byPath.computeIfAbsent(operation.path(), path -> new HashMap<>()).put(operation.method(), operation) != null) {
            errors.add(operation.method() + " " + operation.path() + " is declared twice");
        }
    }

    /** All operations in the order of their paths. */
    public List<Operation> all() {
        return all;
    }

    /**
     * Finds an operation.
     *
     * @param method the HTTP method; HEAD finds what GET finds
     * @param path the path, aliases resolved
     * @return empty when path or method is unknown
     */
    public Optional<Operation> find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        Map<String, Operation> methods = byPath.get(path);
        if (methods != null) {
            return Optional.ofNullable(methods.getOrDefault(wanted, methods.get("ANY")));
        }
        return patterns.stream().filter(pattern -> fits(pattern, wanted, path)).findFirst();
    }

    private static boolean fits(Operation pattern, String method, String path) {
        String[] wanted = pattern.path().split("/", -1);
        String[] given = path.split("/", -1);
        boolean fits = wanted.length == given.length && (pattern.method().equals(method) || pattern.method().equals("ANY"));
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = wanted[i].startsWith(":") ? !given[i].isEmpty() : wanted[i].equals(given[i]);
        }
        return fits;
    }
}
