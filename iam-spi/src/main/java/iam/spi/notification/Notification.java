package iam.spi.notification;

import java.util.List;

/**
 * Something that happened and that outside systems are told (contract: auth.md section 6). Immutable.
 *
 * @param id tells a repeat: the same for every delivery of the same notification, and for every sink; at most 64 letters, digits and hyphens
 * @param event such as {@code sso-logout}
 * @param organization the user's organization; never empty
 * @param user the user's name; never empty
 * @param sessionIds the ids of the sessions that ended; never null, empty when none did
 * @param accessTokenHashes lower-case hexadecimal SHA-256 of the access tokens that ended; never null, empty when none did
 * @param document the JSON object of the contract: {@code owner}, {@code name}, {@code displayName}, {@code email}, {@code phone}, {@code id}, {@code event},
 *     {@code sessionIds}, {@code accessTokenHashes}, {@code nonce}, {@code timestamp} (seconds since 1970), {@code signature} (lower-case hexadecimal
 *     HMAC-SHA256 under the client secret of the user's sign-up application; empty when he has none). Up to some megabytes for a user with very many sessions
 */
public record Notification(String id, String event, String organization, String user, List<String> sessionIds, List<String> accessTokenHashes, String document) {
    /** Makes a notification. */
    public Notification {
        sessionIds = List.copyOf(sessionIds);
        accessTokenHashes = List.copyOf(accessTokenHashes);
    }
}
