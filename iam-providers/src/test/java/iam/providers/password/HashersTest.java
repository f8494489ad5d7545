package iam.providers.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import iam.spi.password.PasswordHasher;
import iam.spi.password.PasswordHasherFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Every password type of the API, against values that other software has made. */
class HashersTest {
    private static final Map<String, PasswordHasher> HASHERS = new HashMap<>();

    static {
        ServiceLoader.load(PasswordHasherFactory.class).forEach(factory -> HASHERS.put(factory.id(), factory.create(null, null)));
    }

    private static void verifies(String type, String password, String salt, String stored) {
        PasswordHasher hasher = HASHERS.get(type);
        assertTrue(hasher.verify(password, salt, stored), type);
        assertFalse(hasher.verify(password + "x", salt, stored), type);
        assertFalse(hasher.verify("", salt, stored), type);
    }

    @Test
    void knowsEveryTypeOfTheApi() {
        assertEquals(java.util.Set.of("plain", "salt", "sha512-salt", "md5-salt", "bcrypt", "pbkdf2-salt", "argon2id", "pbkdf2-django"), HASHERS.keySet());
    }

    @Test
    void verifiesWhatOthersHaveStored() {
        verifies("plain", "123", "", "123");
        verifies("salt", "123", "", "a665a45920422f9d417e4867efdc4fb8a04a1f3fff1fa07e998e86f7f7a27ae3");
        verifies("md5-salt", "123", "", "202cb962ac59075b964b07152d234b70");
        verifies("bcrypt", "U*U", "", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW");
        verifies("argon2id", "password", "", "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
    }

    @Test
    void verifiesWhatItHasHashed() {
        HASHERS.forEach((type, hasher) -> verifies(type, "correct horse", "c2FsdHNhbHQ=", hasher.hash("correct horse", "c2FsdHNhbHQ=")));
    }

    @Test
    void aSaltChangesTheDigest() {
        for (String type : new String[] {"salt", "md5-salt", "sha512-salt", "pbkdf2-salt"}) {
            assertFalse(HASHERS.get(type).verify("123", "b3RoZXI=", HASHERS.get(type).hash("123", "c2FsdA==")), type);
        }
    }

    @Test
    void whatIsMalformedDoesNotMatch() {
        for (String stored : new String[] {"", "x", "$2a$10$short", "$2a$99$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW", "$argon2id$v=19$m=999999,t=1,p=1$YQ$YQ",
                "$argon2id$v=19$m=8,t=0,p=1$YQ$YQ", "pbkdf2_sha256$0$a$b", "pbkdf2_sha256$99999999$a$b", "pbkdf2_sha256$x$a$b"}) {
            HASHERS.forEach((type, hasher) -> assertFalse(hasher.verify("password", "salt", stored), type + " " + stored));
        }
    }
}
