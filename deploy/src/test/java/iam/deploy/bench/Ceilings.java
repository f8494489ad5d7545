package iam.deploy.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** What nothing can beat on this machine: run with the JVM and the class path of the server. */
final class Ceilings {
    private static final int KEY_BITS = 2048;
    private static final byte[] BODY = "{\"status\":\"ok\",\"msg\":\"\",\"data\":null}".getBytes(StandardCharsets.UTF_8);

    private Ceilings() {
    }

    /** {@code servlet PORT} serves a constant until it is killed; {@code signature SECONDS} prints the CPU milliseconds of an RS256 signature. */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("servlet")) {
            serve(Integer.parseInt(args[1]));
        } else {
            sign(TimeUnit.SECONDS.toNanos(Long.parseLong(args[1])));
        }
    }

    private static void serve(int port) throws LifecycleException {
        Tomcat tomcat = new Tomcat();
        Connector connector = new Connector();
        connector.setProperty("address", "127.0.0.1");
        connector.setPort(port);
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "static", new Constant());
        context.addServletMapping("/*", "static");
        tomcat.start();
        tomcat.getServer().await();
    }

    private static final class Constant extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.setContentLength(BODY.length);
            response.getOutputStream().write(BODY);
        }
    }

    private static void sign(long nanos) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(generator.generateKeyPair().getPrivate());
        signs(signature, nanos);
        System.out.println(signs(signature, nanos));
    }

    private static double signs(Signature signature, long nanos) throws GeneralSecurityException {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long end = System.nanoTime() + nanos;
        int count = 0;
        for (; System.nanoTime() < end; count++) {
            signature.update(BODY);
            signature.sign();
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e6 / count;
    }
}
