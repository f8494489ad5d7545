package iam.war.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;

/** What the operator reads once the server answers. */
final class Announcement {
    private static final int TIMEOUT_MILLIS = 30_000;

    private Announcement() {}

    static void of(Options options, int port) throws IOException {
        InetAddress address = InetAddress.getByName(options.host());
        String reach = address.isAnyLocalAddress() ? "127.0.0.1" : options.host();
        int status = health(reach, port);
        System.out.printf("""
                iam answers on http://%s:%d%s
                sign in:  %s
                data:     %s
                stop:     Ctrl-C
                """, reach.contains(":") ? "[" + reach + "]" : reach, port,
                status == HttpURLConnection.HTTP_OK ? "" : " (health: " + status + ")", signIn(options), data());
        System.out.flush();
    }

    private static int health(String host, int port) throws IOException {
        String authority = host.contains(":") ? "[" + host + "]" : host;
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://" + authority + ":" + port + "/api/health")
                .toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        int status = connection.getResponseCode();
        try (InputStream body = status < HttpURLConnection.HTTP_BAD_REQUEST ? connection.getInputStream() : connection.getErrorStream()) {
            if (body != null) {
                body.readAllBytes();
            }
        }
        connection.disconnect();
        return status;
    }

    private static String signIn(Options options) {
        String password = Options.setting(Options.PASSWORD);
        if (options.trial() && "123".equals(password)) {
            return "built-in/admin, password 123 (a trial: for this machine only)";
        }
        return "built-in/admin, " + (password == null ? "the first password is in the log of the first start"
                : "with " + Options.PASSWORD + " as first password");
    }

    private static String data() {
        String url = Options.setting(Options.URL);
        return Options.data() + (url == null ? "" : " and " + withoutSecrets(url));
    }

    // A JDBC URL may carry the password among its parameters.
    private static String withoutSecrets(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
