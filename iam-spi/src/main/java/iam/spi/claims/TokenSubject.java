package iam.spi.claims;

/**
 * What a token is issued for. No component is null.
 *
 * @param application the name of the application
 * @param organization the organization of the user, or of the application when there is no user
 * @param user the name of the user; empty when the application acts for itself
 * @param userId the id of the user, which stays when he is renamed; empty when there is no user
 * @param scope the granted scope, separated by spaces; may be empty
 */
public record TokenSubject(String application, String organization, String user, String userId, String scope) {
}
