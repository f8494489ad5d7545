package iam.spi.password;

import iam.spi.Provider;

/** One way to store passwords (contract: auth.md section 10). Stateless; hashing may take long and need memory, the server bounds how many run at once. */
public interface PasswordHasher extends Provider {
    /**
     * Hashes a password for storage.
     *
     * @param password the password in clear, not empty
     * @param salt the salt of the organization or user; may be empty, and is ignored by types that bring their own
     * @return what goes into the field {@code password} of a user
     */
    String hash(String password, String salt);

    /**
     * Checks a password in constant time.
     *
     * @param password the password in clear; may be empty
     * @param salt the salt that {@link #hash} was called with; may be empty
     * @param stored what {@link #hash} or another server of this API has stored; anything malformed does not match
     * @return whether it is the password
     */
    boolean verify(String password, String salt, String stored);
}
