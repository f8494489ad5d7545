package iam.spi.identity;

import iam.spi.Provider;
import java.util.Optional;

/**
 * Knows users and their passwords in the place of this server, such as a directory service. A user whom nobody knows here is looked for there when he signs in
 * with a password for the first time; he gets a row of his own with the {@code externalId} {@code identity:ID}, ID being the id of the factory, and no password.
 * From then on the source judges his passwords, wherever one is asked for; being locked out after wrong ones works as for all users.
 */
public interface IdentitySource extends Provider {
    /**
     * Looks a user up and checks his password. It may block. After an exception, an error or a deadline the password counts as wrong.
     *
     * @param organization the organization that he signs in to; never empty. A source that serves some organizations answers empty for the others
     * @param name his name in that organization, as it was typed; never empty, and may hold anything
     * @param password the password; never empty
     * @return the user, or empty when he is unknown or the password is wrong
     * @throws Exception when it can't be found out; the text goes to the log and holds no secrets
     */
    Optional<Identity> authenticate(String organization, String name, String password) throws Exception;
}
