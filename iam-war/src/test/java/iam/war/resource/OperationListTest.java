package iam.war.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import iam.war.operation.Operation;
import iam.war.operation.OperationTable;
import iam.war.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The committed list of all operations with who may call them: whoever changes authorization shows it to the reviewer. Run with
 * {@code -Diam.operations.write=true} to write the list anew.
 */
class OperationListTest {
    private static final Path LIST = Path.of("src/test/resources/operations.txt");

    @Test
    void isTheCommittedOne() throws IOException {
        String now = TestServer.get().bean(OperationTable.class).all().stream().map(Operation::line).collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("iam.operations.write")) {
            Files.writeString(LIST, now);
        }
        assertEquals(Files.readString(LIST, StandardCharsets.UTF_8), now);
    }
}
