package iam.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser as far as signing in and out needs one: cookies, the form of the page, the redirect back to the client. */
final class Browser {
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    /** Signs in on the page of an authorization request, and answers the address that it leads back to. */
    URI signIn(URI address, String username, String password) {
        HttpResponse<String> opened = open(address);
        String page = opened.body();
        // what browsers do with the form of a page that wants no referrer
        boolean secret = opened.headers().firstValue("Referrer-Policy").orElse("").equals("no-referrer");
        String origin = secret ? "null" : address.getScheme() + "://" + address.getAuthority();
        StringBuilder form = new StringBuilder("action=signin&username=" + encode(username) + "&password=" + encode(password));
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            form.append('&').append(hidden.group(1)).append('=').append(encode(hidden.group(2).replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")));
        }
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded").header("Origin", origin)
                .POST(BodyPublishers.ofString(form.toString())).build());
        return URI.create(answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
    }

    /** Goes to an address, redirects not followed. */
    HttpResponse<String> open(URI address) {
        return send(HttpRequest.newBuilder(address).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8").build());
    }

    /** The cookies that it would send. */
    String cookies(URI address) {
        try {
            return String.join("; ", cookies.get(address.resolve("/"), Map.of()).getOrDefault("Cookie", List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
