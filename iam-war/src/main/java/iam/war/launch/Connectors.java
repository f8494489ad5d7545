package iam.war.launch;

import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;

/** The HTTP listener and its limits. */
final class Connectors {
    static final int MAX_HEAD_BYTES = 64 * 1024;
    private static final int READ_TIMEOUT_MILLIS = 10_000;
    private static final int KEEP_ALIVE_MILLIS = 30_000;
    private static final int MAX_RESPONSE_HEAD_BYTES = 16 * 1024;
    // twice the slow clients that the server has to bear; each costs about 12 KB
    private static final int MAX_CONNECTIONS = 20_000;
    private static final int BACKLOG = 1_024;

    private Connectors() {}

    static Connector create(String host, int port) {
        GatedProtocol protocol = new GatedProtocol();
        // the gate before Tomcat refuses first, with the better answer
        protocol.setMaxHttpRequestHeaderSize(MAX_HEAD_BYTES + 1);
        protocol.setMaxHttpResponseHeaderSize(MAX_RESPONSE_HEAD_BYTES);
        protocol.setConnectionTimeout(READ_TIMEOUT_MILLIS);
        protocol.setKeepAliveTimeout(KEEP_ALIVE_MILLIS);
        protocol.setMaxKeepAliveRequests(-1);
        protocol.setMaxConnections(MAX_CONNECTIONS);
        protocol.setAcceptCount(BACKLOG);
        Connector connector = new Connector(protocol);
        connector.setProperty("address", host);
        connector.setPort(port);
        connector.setThrowOnFailure(true);
        letApplicationJudgePaths(connector);
        return connector;
    }

    // The application refuses ambiguous paths itself, with its own message.
    private static void letApplicationJudgePaths(Connector connector) {
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setAllowBackslash(true);
        connector.setProperty("relaxedPathChars", "\\");
    }
}
