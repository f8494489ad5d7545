package iam.war.oauth;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.SigninMethod;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.Sessions;
import iam.war.crypto.Digests;
import iam.war.data.BrowserSession;
import iam.war.data.DeviceAuthorization;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The device authorization endpoint (RFC 8628 section 3.1) and the calls of its page (contract: oauth.md section 2.7). */
@Component
final class DeviceOperations implements Operations {
    private static final Duration SESSION = Duration.ofHours(24);

    private final Directory directory;
    private final Devices devices;
    private final Sessions sessions;
    private final Issuer issuer;

    @Inject
    DeviceOperations(Directory directory, Devices devices, Sessions sessions, Issuer issuer) {
        this.directory = directory;
        this.devices = devices;
        this.sessions = sessions;
        this.issuer = issuer;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("POST", "/api/device-auth", "Begins a device authorization (RFC 8628)").access(Access.CLIENT).form("client_id", "scope").run(OAuthEndpoint.of(this::begin)),
                Operation.of("POST", "/api/cancel-device-auth", "Refuses a device").access(Access.ANYONE).query("userCode", "cancelToken").run(this::cancel),
                Operation.of("POST", "/api/device-auth-complete", "Signs the browser of a device in").access(Access.ANYONE).query("deviceCode").run(this::complete));
    }

    private Reply begin(Call call) {
        OAuthParameters parameters = new OAuthParameters(call.request());
        Application application = directory.applicationByClientId(parameters.get("client_id")).orElseThrow(() -> OAuthError.invalidClient(Message.OAUTH_CLIENT_ID_INVALID));
        boolean enabled = application.signinMethods != null && application.signinMethods.stream().map((SigninMethod method) -> method.name).anyMatch("Device login"::equals);
        if (!enabled) {
            throw OAuthError.of("unauthorized_client");
        }
        String scope = Scopes.grant(application, parameters.get("scope")).orElseThrow(() -> OAuthError.of("invalid_scope"));
        Devices.Begun begun = devices.begin(application, scope);
        String page = issuer.of(call.request().base()) + "/login/oauth/device/" + begun.row().userCode + "?cancelToken=" + begun.row().cancelToken;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("device_code", begun.deviceCode());
        answer.put("user_code", begun.row().userCode);
        answer.put("verification_uri", page);
        answer.put("verification_uri_complete", page);
        answer.put("expires_in", begun.seconds());
        answer.put("interval", DeviceGrant.INTERVAL.toSeconds());
        return Reply.json(answer).noStore();
    }

    private Envelope cancel(Call call) {
        String token = call.request().formParameter("cancelToken");
        DeviceAuthorization row = devices.pending(call.request().formParameter("userCode")).filter(found -> Digests.same(found.cancelToken, token))
                .orElseThrow(() -> new ApiException(Message.USER_CODE_INVALID));
        devices.move(row, DeviceAuthorization.PENDING, Map.of("state", DeviceAuthorization.CANCELLED));
        return Envelope.ok("Canceled");
    }

    private Envelope complete(Call call) {
        DeviceAuthorization row = devices.byDeviceCode(call.request().formParameter("deviceCode"))
                .filter(found -> devices.move(found, DeviceAuthorization.USED, Map.of("state", DeviceAuthorization.COMPLETED)))
                .orElseThrow(() -> new ApiException(Message.DEVICE_CODE_INVALID));
        User user = directory.user(row.organization, row.user).filter(Callers::active).orElseThrow(() -> new ApiException(Message.DEVICE_CODE_INVALID));
        BrowserSession session = Sessions.make(user, row.application, SESSION);
        call.session(sessions.open(call.request(), session).cookie());
        return Envelope.ok(user.id());
    }
}
