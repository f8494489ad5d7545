package iam.war.signin;

import iam.api.entity.Application;
import iam.api.entity.User;
import iam.war.data.BrowserSession;
import java.util.Optional;

/**
 * A sign-in whose user is known.
 *
 * @param form what was sent
 * @param application what he signs in to
 * @param user who signs in
 * @param session the session that he is signed in with already, for a quick sign-in
 */
record Signin(LoginForm form, Application application, User user, Optional<BrowserSession> session) {
}
