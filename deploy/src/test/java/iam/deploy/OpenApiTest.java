package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The description of the API as others read it: a validator, and a generator whose client then talks to the server. */
@ExtendWith(RunningServer.class)
class OpenApiTest {
    @TempDir
    Path directory;

    @Test
    void swaggerParserFindsNothingWrong(Http http) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser().readContents(http.get("/openapi.json").text(), List.of(), options);
        assertEquals(List.of(), result.getMessages());
        assertTrue(result.getOpenAPI().getPaths().size() > 250);
        assertEquals(result.getOpenAPI().getPaths().keySet(), new OpenAPIV3Parser().readContents(http.get("/swagger/swagger.json").text()).getOpenAPI().getPaths().keySet());
    }

    /** Maven fetches the generator when it is not there yet; after that no network is needed. */
    @Slow
    @Test
    void aGeneratedJavaClientReadsUsersAndAddsOne(Http http) throws Exception {
        Fixture fixture = Fixture.make(http, "http://localhost:9999/callback");
        Path client = Directories.copy(Path.of("openapi/java-client"), directory.resolve("client"));
        Files.writeString(client.resolve("openapi.json"), http.get("/openapi.json").text());
        Path log = directory.resolve("log");
        Process maven = new ProcessBuilder("mvn", "-q", "-B", "-ntp", "-Diam.base=" + http.base(), "-Diam.organization=" + fixture.organization(), "-Diam.client=" + fixture.clientId(),
                "-Diam.secret=" + fixture.clientSecret(), "test").directory(client.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertEquals(0, maven.waitFor(), () -> Directories.read(log));
        assertTrue(Files.exists(client.resolve("target/surefire-reports/client.UsersTest.txt")));
    }
}
