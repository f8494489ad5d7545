package iam.war.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.api.json.EntityJsonb;
import iam.war.operation.Operation;
import iam.war.operation.OperationTable;
import iam.war.operation.Parameter;
import iam.war.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The description of the API, and how our operations compare with the published ones. */
class OpenApiTest {
    private static final Path CONTRACT = Path.of("src/test/resources/contract/operations.tsv");
    private static final Path EXPLAINED = Path.of("src/test/resources/contract/differences.txt");
    private static final Path WRITTEN = Path.of("target/openapi.json");

    private final OperationTable table = TestServer.get().bean(OperationTable.class);

    @Test
    void isWrittenAsAFileByEveryBuild() throws IOException {
        String document = EntityJsonb.create().toJson(OpenApiDocument.of(table.all(), "/", "1.0.0"));
        Files.writeString(WRITTEN, document);
        assertTrue(document.startsWith("{\"openapi\":\"3.1.0\""));
    }

    @Test
    void operationIdsAreUnique() {
        Map<String, Long> ids = table.all().stream().filter(operation -> !operation.method().equals("ANY")).collect(Collectors.groupingBy(Operation::line, TreeMap::new, Collectors.counting()));
        assertEquals(Set.of(1L), Set.copyOf(ids.values()));
    }

    /** Prints what differs; each line of it is explained in the committed list. */
    @Test
    void publishedOperationsAreThereWithTheirParameters() throws IOException {
        Set<String> differences = new TreeSet<>();
        List<String> rows = Files.readAllLines(CONTRACT);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            compare(cells[0], cells[1], cells[3], differences);
        }
        Set<String> explained = Files.readAllLines(EXPLAINED).stream().filter(line -> !line.startsWith("#") && !line.isBlank()).map(line -> line.split(" -- ")[0].trim())
                .collect(Collectors.toCollection(TreeSet::new));
        differences.forEach(System.out::println);
        assertEquals(String.join("\n", explained), String.join("\n", differences));
    }

    private void compare(String method, String path, String parameters, Set<String> differences) {
        Optional<Operation> found = table.find(method.equals("ANY") ? "GET" : method, path);
        if (found.isEmpty()) {
            differences.add(method + " " + path);
            return;
        }
        Set<String> declared = found.get().parameters().stream().map(OpenApiTest::place).collect(Collectors.toSet());
        for (String parameter : parameters.isBlank() ? new String[0] : parameters.split("; ?")) {
            String[] parts = parameter.split(":");
            if (parts.length == 4 && !parts[1].equals("path") && !declared.contains(parts[0] + ":" + parts[1])) {
                differences.add(method + " " + path + " " + parts[0] + ":" + parts[1] + ":" + parts[3]);
            }
        }
    }

    private static String place(Parameter parameter) {
        return parameter.name() + ":" + (parameter.type().equals("file") ? "file" : parameter.place());
    }
}
