package iam.war.http;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.Refusal;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.config.Settings;
import iam.war.i18n.Messages;
import iam.war.operation.Exchange;
import iam.war.operation.Refused;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Turns what went wrong into an answer: in the caller's language, masked, with a code or a real HTTP status where that is wanted (contract: auth.md section 1 and 4). */
@Component
final class Errors {
    private static final String USERINFO = "/api/userinfo";
    private static final String WANTS_CODE = "X-Error-Code";
    private static final Set<Message> TELL_OF_USERS = Set.of(Message.USER_UNKNOWN, Message.USER_FORBIDDEN, Message.LDAP_USER_UNKNOWN, Message.PASSWORD_INCORRECT_CHANCES);

    private final boolean maskAll;
    private final boolean maskUsers;
    private final boolean realStatus;

    @Inject
    Errors(Settings settings) {
        maskUsers = settings.flag("iam.error-mask", false);
        maskAll = settings.flag("iam.error-mask2", false);
        realStatus = settings.flag("iam.strict-status", false);
    }

    /** Answers an error of the catalogue. */
    void known(Exchange exchange, ApiException e) {
        exchange.failure(e.message());
        boolean refused = e instanceof Refused;
        if (e.status() == 429) {
            exchange.reply(Dispatcher.plain(e).with("Retry-After", String.valueOf(e.data())));
            return;
        }
        String text = masked(exchange, e);
        Object body = refused ? new Refusal(text) : Envelope.error(text, e.data());
        Reply reply = Reply.json(status(exchange, e), exchange.request().header(WANTS_CODE).isPresent() ? coded(body, e.message()) : body);
        exchange.reply(challenged(exchange, reply));
    }

    /** What is wrong before the call is reached is told in full, unless it tells of users. */
    private String masked(Exchange exchange, ApiException e) {
        if (maskAll && e.status() < 500 && !(e instanceof Refused)) {
            return text(exchange, Message.ERROR);
        }
        return maskUsers && TELL_OF_USERS.contains(e.message()) ? text(exchange, Message.PASSWORD_INCORRECT) : text(exchange, e.message(), e.arguments());
    }

    private static String text(Exchange exchange, Message message, Object... arguments) {
        return Messages.text(exchange.language(), message, arguments);
    }

    /** In strict mode an error that the reference answers with 200 gets the status that it means (RFC 9110 section 15.5). */
    private int status(Exchange exchange, ApiException e) {
        if (!realStatus || e.status() != 200) {
            return e.status();
        }
        boolean nobody = exchange.call().caller().kind() == Caller.Kind.ANONYMOUS;
        if (e.message() == Message.PLEASE_LOGIN_FIRST || e instanceof Refused && nobody && e.message() != Message.NAME_HAS_FORBIDDEN_CHARACTERS) {
            return 401;
        }
        return e.message() == Message.UNAUTHORIZED_OPERATION || e.message() == Message.ADMINISTRATOR_REQUIRED || e.message() == Message.DEMO_MODE ? 403 : 400;
    }

    /** The stable code of the text, for a client that asks for it; without the header the bytes stay as others expect them. */
    private static Map<String, Object> coded(Object body, Message message) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (body instanceof Envelope envelope) {
            members.put("status", envelope.status());
            members.put("msg", envelope.msg());
            members.put("sub", envelope.sub());
            members.put("name", envelope.name());
            members.put("data", envelope.data());
            members.put("data2", envelope.data2());
            members.put("data3", envelope.data3());
        } else if (body instanceof Refusal refusal) {
            members.put("status", refusal.status());
            members.put("msg", refusal.msg());
            members.put("data", refusal.data());
            members.put("data2", refusal.data2());
        }
        members.put("code", message.code());
        return members;
    }

    /** Userinfo without a good token is a 401 with a challenge (RFC 6750 section 3), the envelope as its body (contract: oauth.md D24). */
    private static Reply challenged(Exchange exchange, Reply reply) {
        boolean userInfo = exchange.request().path().equals(USERINFO) && exchange.call().caller().kind() == Caller.Kind.ANONYMOUS;
        return userInfo ? new Reply(401, reply.headers(), reply.contentType(), reply.body()).with("WWW-Authenticate", "Bearer error=\"invalid_token\"") : reply;
    }
}
