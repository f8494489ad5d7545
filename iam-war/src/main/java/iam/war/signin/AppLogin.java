package iam.war.signin;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.war.Component;
import iam.war.data.ApplicationView;
import iam.war.data.Directory;
import iam.war.oauth.AuthorizationRequest;
import iam.war.oauth.Devices;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import jakarta.inject.Inject;
import java.util.List;

/** GET /api/get-app-login: what the sign-in page needs to know of the application that a client names (contract: oauth.md section 1.4). */
@Component
final class AppLogin implements Operations {
    private final Directory directory;
    private final ApplicationView view;
    private final Devices devices;

    @Inject
    AppLogin(Directory directory, ApplicationView view, Devices devices) {
        this.directory = directory;
        this.view = view;
        this.devices = devices;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.of("GET", "/api/get-app-login", "The application that a sign-in page is for").access(Access.ANYONE)
                .gives(Application.class).query("type", "clientId", "responseType", "redirectUri", "scope", "state", "id", "userCode").run(this::answer));
    }

    private Envelope answer(Call call) {
        return switch (call.request().query("type")) {
            case "code" -> code(call);
            case "device" -> Envelope.ok(view.of(call.caller(), device(call), false));
            case "cas" -> Envelope.ok(view.of(call.caller(), named(call.request().query("id")), false));
            default -> Envelope.ok(null);
        };
    }

    /** Everything is checked that the sign-in checks too; what is wrong with the request is answered along with the application. */
    private Envelope code(Call call) {
        AuthorizationRequest wanted = AuthorizationRequest.of(call.request());
        Application application = directory.applicationByClientId(wanted.clientId()).orElseThrow(() -> new ApiException(Message.INVALID_CLIENT_ID));
        try {
            wanted.check(directory);
        } catch (ApiException e) {
            throw new ApiException(e.message(), e.arguments()).data(e.message() == Message.RESPONSE_TYPE_UNSUPPORTED ? null : view.of(call.caller(), application, false));
        }
        return Envelope.ok(view.of(call.caller(), application, false));
    }

    private Application device(Call call) {
        return devices.pending(call.request().query("userCode")).flatMap(row -> directory.application(row.application)).orElseThrow(() -> new ApiException(Message.USER_CODE_INVALID));
    }

    private Application named(String id) {
        return directory.application(Ids.pair(id)[1]).orElseThrow(() -> new ApiException(Message.APPLICATION_UNKNOWN, id));
    }
}
