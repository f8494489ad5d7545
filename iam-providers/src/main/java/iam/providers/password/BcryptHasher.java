package iam.providers.password;

import com.password4j.BadParametersException;
import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import iam.spi.password.PasswordHasher;
import java.util.Arrays;

/** bcrypt; a password counts up to its 72nd byte, as everywhere. */
final class BcryptHasher implements PasswordHasher {
    private static final BcryptFunction FUNCTION = BcryptFunction.getInstance(Bcrypt.A, 10);
    private static final String FORM = "\\$2[aby]\\$(0[4-9]|1[0-4])\\$[./A-Za-z0-9]{53}";
    private static final int BYTES = 72;

    @Override
    public String hash(String password, String salt) {
        return FUNCTION.hash(bytes(password)).getResult();
    }

    @Override
    public boolean verify(String password, String salt, String stored) {
        if (!stored.matches(FORM)) {
            return false;
        }
        try {
            return BcryptFunction.getInstanceFromHash(stored).check(bytes(password), Bytes.utf8(stored));
        } catch (BadParametersException e) {
            return false;
        }
    }

    private static byte[] bytes(String password) {
        byte[] bytes = Bytes.utf8(password);
        return bytes.length > BYTES ? Arrays.copyOf(bytes, BYTES) : bytes;
    }
}
