package iam.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Wrong use of the two commands ends with a clear line and a status. */
class CommandLineTest {
    @Test
    void explainsOptions() throws Exception {
        assertEnds(Server.of(Container.EMBEDDED).with("--help"), 0, "--container NAME");
        assertEnds(Server.of(Container.PROGRAM).with("--help"), 0, "--port N");
    }

    @Test
    void refusesUnknownOptions() throws Exception {
        assertEnds(Server.of(Container.EMBEDDED).with("--prot", "1"), 2, "unknown option --prot");
        assertEnds(Server.of(Container.PROGRAM).with("--prot", "1"), 2, "unknown option --prot");
    }

    @Test
    void refusesWrongValues() throws Exception {
        assertEnds(Server.of(Container.EMBEDDED).with("--container", "tomcat9"), 2, "--container is tomcat10");
        assertEnds(Server.of(Container.EMBEDDED).with("--port", "70000"), 2, "70000 is not a port");
        assertEnds(Server.of(Container.PROGRAM).with("--data"), 2, "--data needs a value");
    }

    @Test
    void trialIsForLoopbackOnly() throws Exception {
        assertEnds(Server.of(Container.PROGRAM).with("--host", "0.0.0.0"), 2, "--trial is for the loopback address");
    }

    @Test
    @ExtendWith(RunningServer.class)
    void saysWhenThePortIsTaken(Server running) throws Exception {
        assertEnds(Server.of(Container.PROGRAM).with("--port", Integer.toString(running.port())), 1, "cannot listen on 127.0.0.1:" + running.port());
    }

    private static void assertEnds(Server server, int status, String text) throws Exception {
        Process process = server.launch();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), server.log());
        assertTrue(server.log().contains(text), server.log());
        assertEquals(status, process.exitValue());
    }
}
