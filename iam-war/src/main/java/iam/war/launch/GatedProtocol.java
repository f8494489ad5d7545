package iam.war.launch;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/** HTTP/1.1 behind the {@link HeadGate}. */
public final class GatedProtocol extends Http11NioProtocol {
    // Small: most requests fit, and a waiting connection keeps one.
    private static final String READ_BUFFER_BYTES = "4096";

    /** Puts the gate before Tomcat's own handler. */
    public GatedProtocol() {
        super(new NioEndpoint());
        setProperty("socket.appReadBufSize", READ_BUFFER_BYTES);
        getEndpoint().setHandler(new HeadGate(getHandler()));
    }
}
