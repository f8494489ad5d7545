package iam.providers.password;

import iam.spi.password.PasswordHasher;
import java.util.Arrays;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** bcrypt; a password counts up to its 72nd byte, as everywhere. */
final class Bcrypt implements PasswordHasher {
    private static final int COST = 10;
    private static final int MOST_COST = 14;
    private static final int BYTES = 72;

    @Override
    public String hash(String password, String salt) {
        return OpenBSDBCrypt.generate("2a", bytes(password), Bytes.random(16), COST);
    }

    @Override
    public boolean verify(String password, String salt, String stored) {
        if (!stored.matches("\\$2[aby]\\$(0[4-9]|1[0-" + MOST_COST % 10 + "])\\$[./A-Za-z0-9]{53}")) {
            return false;
        }
        try {
            return OpenBSDBCrypt.checkPassword(stored, bytes(password));
        } catch (IllegalArgumentException | DataLengthException e) {
            return false;
        }
    }

    private static byte[] bytes(String password) {
        byte[] bytes = Bytes.utf8(password);
        return bytes.length > BYTES ? Arrays.copyOf(bytes, BYTES) : bytes;
    }
}
