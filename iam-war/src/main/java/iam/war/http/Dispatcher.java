package iam.war.http;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.Refusal;
import iam.spi.authn.Authentication;
import iam.spi.authn.Caller;
import iam.spi.store.StoreUnavailableException;
import iam.war.Component;
import iam.war.authn.AuthenticatorChain;
import iam.war.authn.Sessions;
import iam.war.authz.Authorizer;
import iam.war.i18n.Language;
import iam.war.i18n.Languages;
import iam.war.i18n.Messages;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.OperationTable;
import iam.war.operation.Refused;
import iam.war.operation.Reply;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of one request, from the servlet to the answer, in the order of the contract (auth.md section 0). */
@Component
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private static final String USERINFO = "/api/userinfo";

    private final RequestReader reader;
    private final ResponseWriter writer;
    private final OperationTable operations;
    private final AuthenticatorChain authenticators;
    private final Authorizer authorizer;
    private final Cors cors;

    @Inject
    Dispatcher(RequestReader reader, ResponseWriter writer, OperationTable operations, AuthenticatorChain authenticators, Authorizer authorizer, Cors cors) {
        this.reader = reader;
        this.writer = writer;
        this.operations = operations;
        this.authenticators = authenticators;
        this.authorizer = authorizer;
        this.cors = cors;
    }

    /** Answers a request. */
    void dispatch(HttpServletRequest servlet, HttpServletResponse response) throws IOException {
        try {
            Request request = reader.read(servlet);
            if (cors.admits(request, response)) {
                writer.write(response, answer(request, response));
            }
        } catch (ApiException e) {
            writer.write(response, early(e));
        }
    }

    /** What is wrong before there is a request: the path, the size, the content type. */
    private static Reply early(ApiException e) {
        String type = e.message() == Message.CONTENT_TYPE_INVALID ? "text/plain; charset=utf-8" : Reply.JSON;
        String text = "{\"status\":\"error\",\"msg\":\"" + e.message().english() + "\"}";
        return new Reply(e.status(), java.util.Map.of(), type, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Reply answer(Request request, HttpServletResponse response) {
        Language language = Languages.negotiate(request.header("Accept-Language").orElse(""));
        Optional<Operation> operation = operations.find(request.method(), request.path());
        Call call = new Call(request, Caller.ANONYMOUS);
        try {
            Authentication credentials = operation.isPresent() && operation.get().access() == Access.CLIENT ? Authentication.abstain() : authenticators.authenticate(request);
            if (credentials instanceof Authentication.Failure failure) {
                throw new Refused(failure.message(), failure.arguments().toArray());
            }
            call = new Call(request, credentials instanceof Authentication.Success success ? success.caller() : Caller.ANONYMOUS);
            return reply(run(operation, call));
        } catch (ApiException e) {
            return challenged(error(e, language), request, call.caller());
        } catch (StoreUnavailableException e) {
            LOG.warn("store unavailable: {}", e.getMessage());
            return error(new ApiException(Message.STORE_UNAVAILABLE).status(503), language);
        } catch (RuntimeException e) {
            String reference = UUID.randomUUID().toString();
            LOG.error("{} {} failed, reference {}", request.method(), request.path(), reference, e);
            return error(new ApiException(Message.INTERNAL_ERROR, reference).status(500), language);
        } finally {
            cookies(call, response);
        }
    }

    /** Userinfo without a good token is a 401 with a challenge (RFC 6750 section 3), the envelope as its body (contract: oauth.md D24). */
    private static Reply challenged(Reply reply, Request request, Caller caller) {
        boolean userInfo = request.path().equals(USERINFO) && caller.kind() == Caller.Kind.ANONYMOUS;
        return userInfo ? new Reply(401, reply.headers(), reply.contentType(), reply.body()).with("WWW-Authenticate", "Bearer error=\"invalid_token\"") : reply;
    }

    private Object run(Optional<Operation> operation, Call call) {
        if (operation.isEmpty()) {
            throw call.caller().global() ? new ApiException(Message.PATH_UNKNOWN).status(404) : Refused.unauthorized();
        }
        authorizer.authorize(operation.get(), call);
        return operation.get().handler().handle(call);
    }

    private static Reply reply(Object answer) {
        return answer instanceof Reply reply ? reply : Reply.json(answer);
    }

    private static Reply error(ApiException e, Language language) {
        String text = Messages.text(language, e.message(), e.arguments());
        return Reply.json(e.status(), e instanceof Refused ? new Refusal(text) : Envelope.error(text, e.data()));
    }

    /** A browser that has no session gets a cookie all the same, as clients of this API expect; nothing is stored for it. */
    private static void cookies(Call call, HttpServletResponse response) {
        boolean secure = call.request().base().startsWith("https:");
        if (call.session() != null) {
            response.addHeader("Set-Cookie", Cookies.session(call.session(), secure));
        } else if (call.caller().kind() == Caller.Kind.ANONYMOUS && call.request().header("Authorization").isEmpty()) {
            response.addHeader("Set-Cookie", Cookies.session(Sessions.anonymousCookie(), secure));
        }
        call.cookies().forEach(cookie -> response.addHeader("Set-Cookie", cookie));
    }
}
