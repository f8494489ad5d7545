package iam.war.oauth;

import iam.api.Message;
import iam.api.entity.Token;
import iam.api.entity.User;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.SigninGate;
import iam.war.data.DeviceAuthorization;
import iam.war.data.Directory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A device fetches the tokens of the user who has signed in for it (RFC 8628 section 3.4). */
@Component
final class DeviceGrant implements Grant {
    /** Its grant type. */
    static final String TYPE = "urn:ietf:params:oauth:grant-type:device_code";
    /** How long a device waits between two requests; a little less is no reason to refuse. */
    static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration TOLERATED = INTERVAL.minusMillis(500);

    private final EntityStore store;
    private final Devices devices;
    private final Directory directory;
    private final SigninGate gate;
    private final TokenIssuer issuer;

    @Inject
    DeviceGrant(EntityStore store, Devices devices, Directory directory, SigninGate gate, TokenIssuer issuer) {
        this.store = store;
        this.devices = devices;
        this.directory = directory;
        this.gate = gate;
        this.issuer = issuer;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public Map<String, Object> grant(Ask ask) {
        String code = ask.get("device_code");
        if (code.isEmpty()) {
            throw OAuthError.of("invalid_request", Message.MISSING_PARAMETER_NAMED, "device_code");
        }
        DeviceAuthorization row = devices.byDeviceCode(code).filter(found -> found.lasts() || found.state.equals(DeviceAuthorization.USED))
                .orElseThrow(() -> OAuthError.of("expired_token", Message.DEVICE_CODE_EXPIRED));
        if (!row.application.equals(ask.client().application().name)) {
            throw OAuthError.invalidClient(Message.OAUTH_CLIENT_ID_INVALID);
        }
        return switch (row.state) {
            case DeviceAuthorization.PENDING -> throw pending(row);
            case DeviceAuthorization.APPROVED -> TokenAnswer.of(use(row, ask));
            case DeviceAuthorization.CANCELLED -> throw OAuthError.of("expired_token", Message.DEVICE_CODE_EXPIRED);
            default -> throw OAuthError.of("access_denied", Message.DEVICE_CODE_USED);
        };
    }

    private OAuthError pending(DeviceAuthorization row) {
        return devices.polled(row, TOLERATED) ? OAuthError.of("authorization_pending", Message.AUTHORIZATION_PENDING) : OAuthError.of("slow_down");
    }

    private Token use(DeviceAuthorization row, Ask ask) {
        User user = directory.user(row.organization, row.user).filter(Callers::active).orElseThrow(() -> OAuthError.invalidGrant(Message.GRANT_USER_FORBIDDEN));
        OAuthError.check("access_denied", () -> gate.check(user, ask.client().application(), ""));
        Order order = new Order(ask.client().application(), user, ask.issuer()).scope(row.scope);
        order.publicClient = !ask.client().authenticated();
        order.thumbprint = ask.thumbprint();
        Token token = issuer.issue(order);
        boolean won = store.inTransaction(() -> devices.move(row, DeviceAuthorization.APPROVED, Map.of("state", DeviceAuthorization.USED)) && store.insert(token));
        if (!won) {
            throw OAuthError.of("access_denied", Message.DEVICE_CODE_USED);
        }
        return token;
    }
}
