package iam.war.factor;

import static iam.spi.store.Condition.in;

import iam.api.ApiException;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.api.entity.Application;
import iam.api.entity.Invitation;
import iam.api.entity.Provider;
import iam.api.entity.User;
import iam.spi.authn.Caller;
import iam.spi.sender.OutgoingMessage.Channel;
import iam.spi.store.Condition;
import iam.war.Component;
import iam.war.account.UserRules;
import iam.war.data.Directory;
import iam.war.data.Issuer;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Mail and short messages that an administrator or application sends through the service of the organization. */
@Component
public final class ServiceOperations implements Operations {
    private static final EntityType<Provider> PROVIDER = EntityType.of(Provider.class);
    private static final EntityType<Invitation> INVITATION = EntityType.of(Invitation.class);
    private static final String PHONE = "\\+?[0-9 ().-]{5,30}";
    private static final int MOST_RECEIVERS = 100;

    private final Directory directory;
    private final Senders senders;
    private final Issuer issuer;

    @Inject
    ServiceOperations(Directory directory, Senders senders, Issuer issuer) {
        this.directory = directory;
        this.senders = senders;
        this.issuer = issuer;
    }

    /** The body of both calls. */
    public static class ServiceMessage {
        /** An empty one. */
        public ServiceMessage() {
        }

        public String title = "";
        public String content = "";
        public String provider = "";
        public List<String> receivers;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("POST", "/api/send-email", "Sends mail").access(Access.ADMIN).target(Target.CALLER).query("provider").takes(ServiceMessage.class)
                        .run(call -> send(call, Channel.EMAIL)),
                Operation.of("POST", "/api/send-sms", "Sends short messages").access(Access.ADMIN).target(Target.CALLER).query("provider").takes(ServiceMessage.class)
                        .run(call -> send(call, Channel.SMS)),
                Operation.of("POST", "/api/send-invitation", "Mails an invitation").access(Access.ADMIN).target(Target.id(INVITATION)).required("id").run(this::invite));
    }

    private Envelope send(Call call, Channel channel) {
        ServiceMessage form = call.request().body().json(ServiceMessage.class);
        List<String> receivers = form.receivers == null ? List.of() : form.receivers;
        checkReceivers(receivers, channel);
        String named = call.request().query("provider").isEmpty() ? form.provider : call.request().query("provider");
        Optional<Provider> service = named.isEmpty() ? senders.service(application(call.caller()), channel) : Optional.of(named(call.caller(), named));
        receivers.forEach(receiver -> senders.send(service, channel, receiver, form.title, form.content));
        return Envelope.ok(null);
    }

    private static void checkReceivers(List<String> receivers, Channel channel) {
        List<String> bad = receivers.stream().filter(receiver -> channel == Channel.EMAIL ? !UserRules.email(receiver) : !receiver.matches(PHONE)).toList();
        if (receivers.isEmpty() || receivers.size() > MOST_RECEIVERS || !bad.isEmpty()) {
            throw new ApiException(channel == Channel.EMAIL ? Message.EMAIL_RECEIVERS_INVALID : Message.PHONE_RECEIVERS_INVALID, String.join(", ", bad));
        }
    }

    private Application application(Caller caller) {
        String name = caller.user() ? directory.user(caller.organization(), caller.name()).map((User user) -> user.signupApplication).orElse("") : caller.name();
        return directory.application(name).orElseThrow(() -> new ApiException(Message.APPLICATION_OF_USER_UNKNOWN, caller.id()));
    }

    /** A service of the caller's organization, or a shared one. */
    private Provider named(Caller caller, String name) {
        return directory.first(PROVIDER, Condition.equal("name", name), in("owner", List.of(caller.organization(), Directory.ADMIN)))
                .orElseThrow(() -> new ApiException(Message.PROVIDER_NOT_FOUND, name));
    }

    private Envelope invite(Call call) {
        Invitation invitation = (Invitation) call.target();
        if (invitation == null) {
            return Envelope.ok(null);
        }
        List<String> receivers = call.request().body().jsonValue() instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
        checkReceivers(receivers, Channel.EMAIL);
        Application application = directory.application(invitation.application).or(() -> directory.organization(invitation.owner).flatMap(found -> directory.application(found.defaultApplication)))
                .orElseThrow(() -> new ApiException(Message.APPLICATION_UNKNOWN, invitation.application));
        String text = "You are invited to " + application.displayName + ". Your code is " + invitation.code + ". " + issuer.of(call.request().base()) + "/signup/" + application.name;
        receivers.forEach(receiver -> senders.send(application, receiver, "Invitation", text));
        return Envelope.ok(null);
    }
}
