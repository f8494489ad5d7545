package iam.providers.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import iam.spi.password.PasswordHasher;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Argon2id (RFC 9106) in the usual text form. */
final class Argon2id implements PasswordHasher {
    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int MEMORY = 65_536;
    private static final int MOST_MEMORY = 262_144;

    @Override
    public String hash(String password, String salt) {
        byte[] own = Bytes.random(16);
        return "$argon2id$v=19$m=" + MEMORY + ",t=1,p=2$" + text(own) + "$" + text(digest(password, own, new int[] {MEMORY, 1, 2}, 32));
    }

    @Override
    public boolean verify(String password, String salt, String stored) {
        Matcher form = FORM.matcher(stored);
        if (!form.matches()) {
            return false;
        }
        int[] cost = {Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3))};
        if (cost[0] > MOST_MEMORY || cost[1] < 1 || cost[2] < 1) {
            return false;
        }
        try {
            byte[] expected = Base64.getDecoder().decode(form.group(5));
            return MessageDigest.isEqual(expected, digest(password, Base64.getDecoder().decode(form.group(4)), cost, expected.length));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] digest(String password, byte[] salt, int[] cost, int length) {
        Argon2Function function = Argon2Function.getInstance(cost[0], cost[1], cost[2], length, Argon2.ID, Argon2Function.ARGON2_VERSION_13);
        return function.hash(Bytes.utf8(password), salt).getBytes();
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
