package iam.war.authz;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.data.Directory;
import iam.war.operation.Call;
import iam.war.operation.Refused;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.util.Set;

/** A server that anybody may try: almost nothing can be changed, not even by the global administrator (contract: auth.md section 3.2). */
@Component
final class DemoMode {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> ALLOWED = Set.of("/api/logout", "/api/sso-logout", "/api/signup", "/api/callback", "/api/send-verification-code", "/api/send-email", "/api/verify-captcha",
            "/api/verify-code", "/api/check-user-password", "/api/webhook", "/api/get-qrcode", "/api/refresh-engines");
    private static final Set<String> OF_CHAT = Set.of("/api/upload-resource", "/api/add-transaction");
    private static final String CHAT = "app-casibase";

    private final boolean on;

    @Inject
    DemoMode(Settings settings) {
        on = settings.flag("iam.demo-mode", false);
    }

    /**
     * Refuses what a demonstration does not allow; called when the objects of the call are known.
     *
     * @throws ApiException when the call is refused
     */
    void check(Call call) {
        if (!on) {
            return;
        }
        Request request = call.request();
        if (!READS.contains(request.method()) && !allowed(request.path(), call)) {
            throw Refused.unauthorized();
        }
        if (request.formParameter("withSecret").equals("1")) {
            throw new ApiException(Message.DEMO_MODE);
        }
    }

    private static boolean allowed(String path, Call call) {
        if (path.startsWith("/api/login") || path.startsWith("/login/") || path.startsWith("/api/mfa/") || ALLOWED.contains(path)) {
            return true;
        }
        Caller caller = call.caller();
        if (path.equals("/api/update-user")) {
            boolean own = call.target() instanceof User user && caller.is(user.owner, user.name);
            return own && !caller.is(Directory.BUILT_IN, Directory.ADMIN);
        }
        return OF_CHAT.contains(path) && caller.kind() == Caller.Kind.APPLICATION && caller.name().equals(CHAT);
    }
}
