package iam.war.http;

import iam.api.ApiException;
import iam.api.Message;
import iam.spi.authn.Authentication;
import iam.spi.authn.Caller;
import iam.spi.store.StoreUnavailableException;
import iam.war.Component;
import iam.war.authn.AuthenticatorChain;
import iam.war.authz.Authorizer;
import iam.war.i18n.Languages;
import iam.war.operation.Call;
import iam.war.operation.Exchange;
import iam.war.operation.Operation;
import iam.war.operation.OperationTable;
import iam.war.operation.Refused;
import iam.war.operation.Reply;
import iam.war.operation.Request;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of one request from its reading to its answer, in the order of the contract (auth.md section 0), independent of the servlet container. */
@Component
final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final OperationTable operations;
    private final AuthenticatorChain authenticators;
    private final Authorizer authorizer;
    private final Edge edge;
    private final Errors errors;
    private final SessionCookies sessionCookies;

    @Inject
    Pipeline(OperationTable operations, AuthenticatorChain authenticators, Authorizer authorizer, Edge edge, Errors errors, SessionCookies sessionCookies) {
        this.operations = operations;
        this.authenticators = authenticators;
        this.authorizer = authorizer;
        this.edge = edge;
        this.errors = errors;
        this.sessionCookies = sessionCookies;
    }

    /** Finds the answer; whatever goes wrong is an answer, too. */
    void answer(Exchange exchange) {
        exchange.language(Languages.negotiate(exchange.request().header("Accept-Language").orElse("")));
        guarded(exchange, () -> edge.admit(exchange).ifPresent(admitted -> exchange.reply(reply(run(exchange, admitted)))));
        guarded(exchange, () -> sessionCookies.set(exchange));
    }

    private void guarded(Exchange exchange, Runnable step) {
        try {
            step.run();
        } catch (ApiException e) {
            errors.known(exchange, e);
        } catch (StoreUnavailableException e) {
            LOG.warn("store unavailable: {}", e.getMessage());
            errors.known(exchange, new ApiException(Message.STORE_UNAVAILABLE).status(503));
        } catch (RuntimeException e) {
            LOG.error("request {} failed: {} {}", exchange.id(), exchange.request().method(), exchange.operation().map(Operation::path).orElse("-"), e);
            errors.known(exchange, new ApiException(Message.INTERNAL_ERROR, exchange.id()).status(500));
        }
    }

    private Object run(Exchange exchange, Request request) {
        Optional<Operation> operation = operations.find(request.method(), request.path());
        operation.ifPresent(exchange::operation);
        exchange.judge();
        exchange.call(new Call(request, Caller.ANONYMOUS));
        exchange.call(new Call(request, caller(operation, request)));
        if (operation.isEmpty()) {
            throw exchange.call().caller().global() ? new ApiException(Message.PATH_UNKNOWN).status(404) : Refused.unauthorized();
        }
        authorizer.authorize(operation.get(), exchange.call());
        return operation.get().handler().handle(exchange.call());
    }

    private Caller caller(Optional<Operation> operation, Request request) {
        if (operation.isPresent() && !operation.get().access().readsCredentials()) {
            return Caller.ANONYMOUS;
        }
        Authentication credentials = authenticators.authenticate(request);
        if (credentials instanceof Authentication.Failure failure) {
            throw new Refused(failure.message(), failure.arguments().toArray());
        }
        return credentials instanceof Authentication.Success success ? success.caller() : Caller.ANONYMOUS;
    }

    private static Reply reply(Object answer) {
        return answer instanceof Reply reply ? reply : Reply.json(answer);
    }
}
