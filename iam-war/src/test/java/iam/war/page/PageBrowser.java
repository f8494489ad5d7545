package iam.war.page;

import iam.war.http.Client;
import iam.war.http.Client.Answer;
import iam.war.testing.Server;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts in front of the pages of the authorization endpoint: it keeps cookies, and sends the hidden fields of the form that it was shown. */
final class PageBrowser {
    private static final String PATH = "/login/oauth/authorize";
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final Server server;
    private final String request;
    private final Map<String, String> cookies = new HashMap<>();
    private Map<String, String> hidden = new HashMap<>();
    /** What browsers call the origin of a form (Fetch section 3.2): it depends on the referrer policy of its page, which is none unless the page says so. */
    private String origin = "null";

    PageBrowser(Server server, String request) {
        this.server = server;
        this.request = request;
    }

    /** Another browser that has the cookies of this one as they are now. */
    PageBrowser copy() {
        PageBrowser copy = new PageBrowser(server, request);
        copy.cookies.putAll(cookies);
        copy.hidden.putAll(hidden);
        copy.origin = origin;
        return copy;
    }

    /** The same browser with another request of a client. */
    PageBrowser with(String other) {
        PageBrowser copy = new PageBrowser(server, other);
        copy.cookies.putAll(cookies);
        return copy;
    }

    /** Opens the page. */
    Answer open() {
        return remember(client().get(PATH + "?" + request));
    }

    /** Presses a button, with fields: name, value, name, value. */
    Answer press(String action, String... fields) {
        Map<String, String> form = new HashMap<>(hidden);
        form.put("action", action);
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        String body = form.entrySet().stream().map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return remember(client().header("Origin", origin).send("POST", PATH, "application/x-www-form-urlencoded", body));
    }

    /** Types name and password. */
    Answer signIn(String password) {
        open();
        return press("signin", "username", "ann", "password", password);
    }

    /** Calls the API with the browser's cookies. */
    Answer api(String path) {
        return client().get(path);
    }

    /** Posts JSON to the API with the browser's cookies. */
    Answer api(String path, String json) {
        return client().post(path, json.replace('\'', '"'));
    }

    /** Whether the API takes it for a signed-in one. */
    boolean signedIn() {
        return api("/api/get-account").ok();
    }

    private Client client() {
        return new Client(server).header("Cookie", cookies.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining("; ")));
    }

    private Answer remember(Answer answer) {
        for (String cookie : answer.cookies().split("; ")) {
            int equals = cookie.indexOf('=');
            if (equals > 0) {
                cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
            }
        }
        if (answer.status() == 200) {
            origin = answer.exchange().reply().headers().getOrDefault("Referrer-Policy", "no-referrer").equals("no-referrer") ? "null" : "http://localhost";
            hidden = new HashMap<>();
            String first = answer.text().contains("</form>") ? answer.text().substring(0, answer.text().indexOf("</form>")) : "";
            Matcher matcher = HIDDEN.matcher(first);
            while (matcher.find()) {
                hidden.put(matcher.group(1), matcher.group(2).replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&"));
            }
        }
        return answer;
    }
}
