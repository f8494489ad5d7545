package iam.providers.password;

import iam.spi.config.Config;
import iam.spi.password.PasswordHasher;
import iam.spi.password.PasswordHasherFactory;
import java.util.function.Supplier;

/** Registers one hasher; a subclass for each names its id. */
abstract class HasherFactory implements PasswordHasherFactory {
    private final String id;
    private final Supplier<PasswordHasher> hasher;

    HasherFactory(String id, Supplier<PasswordHasher> hasher) {
        this.id = id;
        this.hasher = hasher;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public PasswordHasher create(Config config, Void context) {
        return hasher.get();
    }
}
