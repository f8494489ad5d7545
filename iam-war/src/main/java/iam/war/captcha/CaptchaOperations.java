package iam.war.captcha;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Provider;
import iam.api.entity.User;
import iam.spi.captcha.Challenge;
import iam.war.Component;
import iam.war.data.Directory;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Ids;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows captchas and judges answers, for the pages that ask for them (contract: auth.md section 8). */
@Component
final class CaptchaOperations implements Operations {
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);

    private final Directory directory;
    private final CaptchaGate gate;
    private final Captchas captchas;

    @Inject
    CaptchaOperations(Directory directory, CaptchaGate gate, Captchas captchas) {
        this.directory = directory;
        this.gate = gate;
        this.captchas = captchas;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/api/get-captcha", "Makes the captcha of an application").access(Access.ANYONE).required("applicationId").query("isCurrentProvider").run(this::show),
                Operation.of("GET", "/api/get-captcha-status", "Says whether a sign-in needs a captcha").access(Access.ANYONE)
                        .query("organization", "userId", "application", "id").run(this::status),
                Operation.of("POST", "/api/verify-captcha", "Judges the answer to a captcha").access(Access.ANYONE)
                        .form("captchaType", "captchaToken", "clientSecret", "applicationId").run(this::verify));
    }

    private Envelope show(Call call) {
        Request request = call.request();
        String id = request.query("applicationId");
        if (request.query("isCurrentProvider").equals("true")) {
            return Envelope.ok(view(provider(id)));
        }
        Application application = directory.application(Ids.pair(id)[1]).orElseThrow(() -> new ApiException(Message.APPLICATION_UNKNOWN, id));
        if (application.providers == null || application.providers.isEmpty()) {
            throw new ApiException(Message.APPLICATION_ID_INVALID);
        }
        return Envelope.ok(gate.of(application).filter(captcha -> CaptchaGate.mayAsk(captcha.rule(), request.remoteAddress()))
                .map(captcha -> view(captcha.provider())).orElseGet(CaptchaOperations::none));
    }

    private Provider provider(String id) {
        String[] key = Ids.pair(id);
        return directory.find(PROVIDER, key[0], key[1]).filter(found -> found.category.equals("Captcha")).orElseThrow(() -> new ApiException(Message.PROVIDER_UNKNOWN, id));
    }

    /** Everything that the page needs, and no secret. */
    private Map<String, Object> view(Provider provider) {
        Challenge challenge = captchas.challenge(provider);
        Map<String, Object> view = none();
        view.put("owner", provider.owner);
        view.put("name", provider.name);
        view.put("type", provider.type);
        view.put("captchaId", challenge.id());
        view.put("captchaImage", Base64.getEncoder().encodeToString(challenge.image()));
        view.put("clientId", provider.clientId);
        view.put("clientId2", provider.clientId2);
        view.put("subType", provider.subType);
        return view;
    }

    private static Map<String, Object> none() {
        Map<String, Object> view = new LinkedHashMap<>();
        List.of("owner", "name", "type", "appKey", "scene", "captchaId", "captchaImage", "clientId", "clientSecret", "clientId2", "clientSecret2", "subType").forEach(name -> view.put(name, ""));
        view.put("type", "none");
        view.put("captchaImage", null);
        return view;
    }

    private Envelope status(Call call) {
        Request request = call.request();
        Application application = directory.application(request.query("application")).orElseThrow(() -> new ApiException(Message.APPLICATION_NOT_FOUND));
        Optional<User> user = directory.userByLogin(request.query("organization"), request.query("userId"));
        return Envelope.ok(gate.asked(application, user, request.remoteAddress()));
    }

    private Envelope verify(Call call) {
        Request request = call.request();
        Provider provider = provider(request.formParameter("applicationId"));
        String type = request.formParameter("captchaType");
        if (!provider.type.equals(type)) {
            throw new ApiException(Message.CAPTCHA_PROVIDER_INVALID, type);
        }
        return Envelope.ok(captchas.verify(provider, request.formParameter("clientSecret"), request.formParameter("captchaToken")));
    }
}
