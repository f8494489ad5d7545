package iam.war.notify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The header that signs a request with a client's and a user's keys (RFC 5849), for services that still ask for it. */
final class OAuth1 {
    private static final String HMAC = "HmacSHA1";

    private OAuth1() {
    }

    /** Key and secret of a client or of a user. */
    record Keys(String key, String secret) {
    }

    /**
     * The value of the header {@code Authorization} for a request whose body is no form and whose address has no query (sections 3.4 and 3.5.1).
     *
     * @param nonce a text that is used once
     * @param seconds the time, since 1970
     */
    static String authorization(String method, String url, Keys client, Keys user, String nonce, long seconds) {
        Map<String, String> fields = new TreeMap<>(Map.of("oauth_consumer_key", client.key(), "oauth_nonce", nonce, "oauth_signature_method", "HMAC-SHA1",
                "oauth_timestamp", Long.toString(seconds), "oauth_token", user.key(), "oauth_version", "1.0"));
        String parameters = fields.entrySet().stream().map(field -> field.getKey() + "=" + encode(field.getValue())).collect(Collectors.joining("&"));
        String signed = method + "&" + encode(url) + "&" + encode(parameters);
        fields.put("oauth_signature", hmac(encode(client.secret()) + "&" + encode(user.secret()), signed));
        return fields.entrySet().stream().map(field -> field.getKey() + "=\"" + encode(field.getValue()) + "\"").collect(Collectors.joining(", ", "OAuth ", ""));
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), HMAC));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }
}
