package sample.header;

import iam.api.Message;
import iam.spi.authn.Authentication;
import iam.spi.authn.AuthenticationRequest;
import iam.spi.authn.Authenticator;
import iam.spi.authn.AuthenticatorContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Takes a user from a header that a reverse proxy has signed: {@code ORG/USER;SECONDS;SIGNATURE}. The signature is HMAC-SHA256, in hexadecimal, over method,
 * path and the header up to the second semicolon, each on a line, so that it is good for one operation and for a short time.
 */
final class SignedHeader implements Authenticator {
    private static final Pattern FORMAT = Pattern.compile("([^/;]+)/([^/;]+);(\\d{1,12});([0-9a-f]{64})");
    private static final int SECONDS = 3;
    private static final int SIGNATURE = 4;

    private final String header;
    private final SecretKeySpec key;
    private final Duration maxAge;
    private final AuthenticatorContext context;

    SignedHeader(String header, byte[] key, Duration maxAge, AuthenticatorContext context) {
        this.header = header;
        this.key = new SecretKeySpec(key, "HmacSHA256");
        this.maxAge = maxAge;
        this.context = context;
    }

    @Override
    public Authentication authenticate(AuthenticationRequest request) {
        Optional<String> value = request.header(header);
        if (value.isEmpty()) {
            return Authentication.abstain();
        }
        Matcher parts = FORMAT.matcher(value.get());
        if (!parts.matches() || !fresh(Long.parseLong(parts.group(SECONDS))) || !signed(request, parts)) {
            return Authentication.failure(Message.UNAUTHORIZED_OPERATION);
        }
        return context.user(parts.group(1), parts.group(2), request);
    }

    private boolean fresh(long seconds) {
        return Duration.between(Instant.ofEpochSecond(seconds), Instant.now()).abs().compareTo(maxAge) <= 0;
    }

    private boolean signed(AuthenticationRequest request, Matcher parts) {
        String text = request.method() + "\n" + request.path() + "\n" + parts.group().substring(0, parts.start(SIGNATURE) - 1);
        return MessageDigest.isEqual(mac(text), HexFormat.of().parseHex(parts.group(SIGNATURE)));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
