package iam.spi.notification;

import java.util.List;

/**
 * Something that happened and that outside systems are told (contract: auth.md section 6).
 *
 * @param id tells a repeat: the same for every delivery of the same notification
 * @param event such as {@code sso-logout}
 * @param organization the user's organization
 * @param user the user's name
 * @param sessionIds the ids of the sessions that ended; never null
 * @param accessTokenHashes lower-case hexadecimal SHA-256 of the access tokens that ended; never null
 * @param document the JSON document of the contract, signed
 */
public record Notification(String id, String event, String organization, String user, List<String> sessionIds, List<String> accessTokenHashes, String document) {
}
