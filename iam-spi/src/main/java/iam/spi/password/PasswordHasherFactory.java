package iam.spi.password;

import iam.spi.ProviderFactory;

/** Registers a {@link PasswordHasher}; its id is the {@code passwordType} of users and organizations. */
public interface PasswordHasherFactory extends ProviderFactory<PasswordHasher, Void> {
    @Override
    default String kind() {
        return "password";
    }
}
