package iam.war.notify;

import iam.api.ApiException;
import iam.api.Message;
import iam.api.entity.Provider;
import iam.war.Component;
import iam.war.outbound.Outbound;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends a text through a stored notification provider, whatever its type. */
@Component
final class Messengers {
    private static final Duration MOST = Duration.ofSeconds(10);
    private static final String CUSTOM = "Custom HTTP";

    private final Outbound outbound;

    @Inject
    Messengers(Outbound outbound) {
        this.outbound = outbound;
    }

    /** How a service takes a text. */
    interface Service {
        /** Makes the request for a text. */
        HttpRequest.Builder request(Provider provider, String text) throws IOException;
    }

    /** Whether there is such a type. */
    static boolean know(String type) {
        return type.equals(CUSTOM) || ChatServices.ALL.containsKey(type);
    }

    /**
     * Sends a text.
     *
     * @param provider with its stored secrets
     * @param recipient a second field for the type that has one; may be empty
     * @throws IOException when there is no answer
     * @throws ApiException when the provider's type or method is unknown
     */
    Outbound.Answer send(Provider provider, String text, String recipient) throws IOException, InterruptedException {
        if (!know(provider.type)) {
            throw new ApiException(Message.NOTIFICATION_TYPE_UNKNOWN, provider.type);
        }
        return outbound.send(provider.type.equals(CUSTOM) ? custom(provider, text, recipient) : ChatServices.ALL.get(provider.type).request(provider, text), MOST);
    }

    /** Whether the one who has asked for the text to be sent is told of an error: from a custom receiver anything but 200 is one. */
    static boolean refused(Provider provider, Outbound.Answer answer) {
        return provider.type.equals(CUSTOM) ? answer.status() != 200 : !answer.accepted();
    }

    private static HttpRequest.Builder custom(Provider provider, String text, String recipient) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(provider.title.isEmpty() ? "content" : provider.title, text);
        if (!recipient.isEmpty()) {
            fields.put("recipient", recipient);
        }
        return switch (provider.method) {
            case "POST" -> Outbound.form(provider.receiver, fields);
            case "GET" -> Outbound.to(provider.receiver + (provider.receiver.indexOf('?') < 0 ? "?" : "&") + Outbound.encode(fields)).GET();
            default -> throw new ApiException(Message.NOTIFICATION_METHOD_UNSUPPORTED, provider.method);
        };
    }
}
