package iam.war.logout;

import iam.api.entity.Application;
import iam.api.entity.Token;
import java.util.Optional;

/**
 * What an ID token hint tells.
 *
 * @param text the hint
 * @param application whose token it is
 * @param token its row, unless it is gone
 * @param userId the id of its user
 */
record LogoutHint(String text, Application application, Optional<Token> token, String userId) {
}
