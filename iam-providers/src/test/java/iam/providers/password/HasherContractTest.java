package iam.providers.password;

import iam.spi.password.PasswordHasherContract;
import iam.spi.password.PasswordHasherFactory;
import org.junit.jupiter.api.Nested;

/** The kit of password hashers, run by three of ours. */
class HasherContractTest {
    @Nested
    class OfBcrypt extends PasswordHasherContract {
        @Override
        protected PasswordHasherFactory factory() {
            return new BcryptFactory();
        }
    }

    @Nested
    class OfArgon2id extends PasswordHasherContract {
        @Override
        protected PasswordHasherFactory factory() {
            return new Argon2idFactory();
        }
    }

    @Nested
    class OfPbkdf2 extends PasswordHasherContract {
        @Override
        protected PasswordHasherFactory factory() {
            return new Pbkdf2SaltFactory();
        }
    }
}
