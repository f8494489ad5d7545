package iam.war.notify;

import iam.api.entity.User;
import iam.api.json.EntityJsonb;
import iam.war.crypto.Digests;
import jakarta.json.bind.Jsonb;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The signed document that receivers of a sign-out get (contract: auth.md section 6). */
final class NotificationDocument {
    static final String EVENT = "sso-logout";

    private static final Jsonb JSONB = EntityJsonb.create();

    private NotificationDocument() {
    }

    /**
     * Writes one.
     *
     * @param nonce its id
     * @param secret the secret of the user's sign-up application; empty when there is none, then nothing is signed
     */
    static String write(User user, List<String> sessionIds, List<String> hashes, String nonce, String secret) {
        long timestamp = Instant.now().getEpochSecond();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("owner", user.owner);
        document.put("name", user.name);
        document.put("displayName", user.displayName);
        document.put("email", user.email);
        document.put("phone", user.phone);
        document.put("id", user.id);
        document.put("event", EVENT);
        document.put("sessionIds", sessionIds);
        document.put("accessTokenHashes", hashes);
        document.put("nonce", nonce);
        document.put("timestamp", timestamp);
        String text = String.join("|", user.owner, user.name, nonce, Long.toString(timestamp), String.join(",", sessionIds), String.join(",", hashes));
        document.put("signature", secret.isEmpty() ? "" : HexFormat.of().formatHex(Digests.hmacSha256(secret, text)));
        return JSONB.toJson(document);
    }

    /** The texts of a list in a document. */
    static List<String> texts(Map<?, ?> document, String name) {
        return document.get(name) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    static Map<?, ?> parse(String document) {
        return JSONB.fromJson(document, Map.class);
    }
}
