package iam.war.page;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.MfaProps;
import iam.api.entity.User;
import iam.war.Component;
import iam.war.authn.Callers;
import iam.war.authn.Sessions;
import iam.war.data.BrowserSession;
import iam.war.data.Directory;
import iam.war.data.RedirectUris;
import iam.war.factor.SecondFactors;
import iam.war.i18n.Language;
import iam.war.i18n.Languages;
import iam.war.i18n.Messages;
import iam.war.oauth.AuthorizationAnswer;
import iam.war.oauth.Consents;
import iam.war.oauth.PushedRequests;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import iam.war.operation.Request;
import iam.war.signin.PendingSignins.Pending;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The authorization endpoint with pages that work in every browser (OpenID Connect Core section 3.1.2). Errors go back to the client by redirect as soon as
 * client and address are known to be good; before that they are shown.
 */
@Component
final class AuthorizeEndpoint implements Operations {
    private static final String PATH = "/login/oauth/authorize";
    private static final Set<String> STEPS = Set.of("signin", "passcode", "factor", "send", "enrol", "password");
    /** For so long somebody who has just signed in may think about a consent, even where the client wants a new sign-in. */
    private static final Duration CONSENT = Duration.ofMinutes(10);

    private final Directory directory;
    private final Sessions sessions;
    private final PageSignin signin;
    private final Consents consents;
    private final PushedRequests pushed;
    private final AuthorizationAnswer answers;
    private final SecondFactors factors;

    @Inject
    AuthorizeEndpoint(Directory directory, Sessions sessions, PageSignin signin, Consents consents, PushedRequests pushed, AuthorizationAnswer answers, SecondFactors factors) {
        this.directory = directory;
        this.sessions = sessions;
        this.signin = signin;
        this.consents = consents;
        this.pushed = pushed;
        this.answers = answers;
        this.factors = factors;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", PATH, "The authorization endpoint (RFC 6749 section 3.1)").answers(Operation.Answer.PAGE).access(Access.PAGE).run(this::authorize),
                Operation.of("POST", PATH, "The authorization endpoint, and the forms of its pages").answers(Operation.Answer.PAGE).access(Access.PAGE).run(this::authorize));
    }

    /** One request on its way through the endpoint. */
    private record Visit(Call call, AuthorizeRequest request, Application application, Language language) {
        String base() {
            return call.request().base();
        }

        /** What the page's form asks for, once it has shown that it is ours; empty for a request of a client. */
        String action() {
            return Csrf.valid(call.request()) ? call.request().formParameter("action") : "";
        }
    }

    private Reply authorize(Call call) {
        Request http = call.request();
        AuthorizeRequest request = AuthorizeRequest.of(http);
        Language language = Languages.negotiate(request.get("ui_locales").isEmpty() ? http.header("Accept-Language").orElse("") : request.get("ui_locales").replace(' ', ','));
        try {
            AuthorizeRequest whole = resolve(request);
            Application application = whole.authorization().client(directory);
            if (!RedirectUris.fits(application.redirectUris, whole.get("redirect_uri"))) {
                throw new ApiException(Message.REDIRECT_URI_REFUSED, whole.get("redirect_uri"));
            }
            return answer(new Visit(call, whole, application, language));
        } catch (ApiException e) {
            return SigninPages.error(language, Messages.text(language, e.message(), e.arguments()));
        }
    }

    private AuthorizeRequest resolve(AuthorizeRequest request) {
        if (request.get("request_uri").isEmpty()) {
            return request;
        }
        Map<String, String> parameters = pushed.find(request.get("request_uri"), request.get("client_id")).orElseThrow(() -> new ApiException(Message.VALUE_INVALID, "request_uri"));
        return new AuthorizeRequest(parameters);
    }

    private Reply answer(Visit visit) {
        String problem = !visit.request().get("request").isEmpty() ? "request_not_supported" : answers.problem(visit.request().authorization(), visit.application());
        if (!problem.isEmpty()) {
            return failure(visit, problem);
        }
        if (visit.action().equals("deny")) {
            return failure(visit, "access_denied");
        }
        if (STEPS.contains(visit.action())) {
            return step(visit);
        }
        Optional<BrowserSession> session = session(visit);
        boolean silent = visit.request().prompts().contains("none");
        if (session.isEmpty()) {
            return silent ? failure(visit, "login_required") : ask(visit, "");
        }
        return proceed(visit, session.get(), silent);
    }

    /** The session of the browser, unless the client wants the user to sign in again. */
    private Optional<BrowserSession> session(Visit visit) {
        return sessions.of(visit.call().request()).filter(session -> !session.user.isEmpty() && session.remembered("restricted").isEmpty()).filter(session -> goodFor(visit, session));
    }

    private static boolean goodFor(Visit visit, BrowserSession session) {
        long age = System.currentTimeMillis() - session.createdAt;
        if (visit.action().equals("consent") && age <= CONSENT.toMillis()) {
            return true;
        }
        String most = visit.request().get("max_age");
        return !visit.request().prompts().contains("login") && (!most.matches("[0-9]{1,9}") || age <= Long.parseLong(most) * 1000);
    }

    private Reply ask(Visit visit, String error) {
        SigninPages.Asked asked = new SigninPages.Asked(error, signin.captcha(visit.call(), visit.application()));
        return SigninPages.signin(visit.call(), visit.request(), visit.application(), visit.language(), asked);
    }

    /** A step of a sign-in; who has to take another one is asked for it, and who has failed is asked again. */
    private Reply step(Visit visit) {
        try {
            PageSignin.Progress progress = signin.take(visit.call(), visit.application(), visit.action());
            return progress.session().isPresent() ? proceed(visit, progress.session().get(), false) : ask(visit, progress.pending().orElseThrow(), "");
        } catch (ApiException e) {
            String error = Messages.text(visit.language(), e.message(), e.arguments());
            Optional<Pending> pending = visit.action().equals("signin") ? Optional.empty() : signin.pending(visit.call(), visit.application());
            return pending.map(waiting -> ask(visit, waiting, error)).orElseGet(() -> ask(visit, error));
        }
    }

    private Reply ask(Visit visit, Pending pending, String error) {
        StepPages pages = new StepPages(visit.call(), visit.request(), visit.application(), visit.language());
        return switch (pending.step()) {
            case SECOND_FACTOR -> {
                List<MfaProps> offered = factors.offered(pending.user());
                String named = visit.call().request().body().form().getOrDefault("mfaType", "");
                yield pages.secondFactor(offered, named.isEmpty() ? pending.user().preferredMfaType : named, error);
            }
            case ENROLMENT -> pages.enrolment(pending, error);
            case NEW_PASSWORD -> pages.newPassword(error);
        };
    }

    private Reply proceed(Visit visit, BrowserSession session, boolean silent) {
        Optional<User> user = directory.user(session.organization, session.user).filter(Callers::active);
        if (user.isEmpty()) {
            return silent ? failure(visit, "login_required") : ask(visit, "");
        }
        try {
            signin.check(visit.call(), user.get(), visit.application());
        } catch (ApiException e) {
            return silent ? failure(visit, "access_denied")
                    : ask(visit, Messages.text(visit.language(), e.message(), e.arguments()));
        }
        String scope = visit.request().get("scope");
        if (visit.action().equals("consent")) {
            consents.grant(user.get(), visit.application(), List.of(scope.split(" ")));
        } else if (consents.required(user.get(), visit.application(), scope) || visit.request().prompts().contains("consent")) {
            return silent ? failure(visit, "consent_required")
                    : SigninPages.consent(visit.call(), visit.request(), visit.application(), visit.language(), user.get());
        }
        return Reply.redirect(answers.success(visit.request().authorization(), visit.application(), user.get(), session, visit.base())).noStore();
    }

    private Reply failure(Visit visit, String error) {
        return Reply.redirect(answers.failure(visit.request().authorization(), error, visit.base())).noStore();
    }
}
