package iam.war.resource;

import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.entity.Ticket;
import iam.api.entity.TicketMessage;
import iam.spi.store.EntityStore;
import iam.war.Component;
import iam.war.data.Defaults;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Subject;
import iam.war.operation.Target;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Tickets: every user of an organization may open one, in his own name. */
@Component
final class TicketResource extends Crud<Ticket> {
    @Inject
    TicketResource(EntityStore store) {
        super(EntityType.of(Ticket.class), store);
    }

    @Override
    public List<Operation> operations() {
        return List.of(list(Access.ADMIN), get(Access.ADMIN), update(Target.update(type)), delete(Access.ADMIN),
                Operation.of("POST", "/api/add-ticket", "Adds a ticket").access(Access.SELF_OR_ADMIN).target(Target.lookedUp("body, for members the caller", TicketResource::added))
                        .takes(Ticket.class).answers(Operation.Answer.AFFECTED).run(this::add),
                Operation.of("POST", "/api/add-ticket-message", "Adds a message to a ticket").access(Access.ADMIN).target(Target.id(type)).required("id")
                        .takes(TicketMessage.class).run(this::addMessage));
    }

    private static Subject added(Call call) {
        Ticket sent = call.request().body().json(Ticket.class);
        call.about(null, sent);
        return new Subject(sent.owner, call.caller().user() ? call.caller().name() : "");
    }

    @Override
    protected void adding(Call call, Ticket ticket) {
        if (ticket.user.isEmpty() || !call.caller().administers(ticket.owner)) {
            ticket.user = call.caller().id();
        }
    }

    private Envelope addMessage(Call call) {
        TicketMessage message = call.request().body().json(TicketMessage.class);
        if (call.target() == null) {
            return answer(false);
        }
        Ticket stored = (Ticket) call.target();
        Ticket changed = type.copy(stored);
        changed.messages = new ArrayList<>(Defaults.present(stored.messages));
        changed.messages.add(message);
        return answer(write(call, stored, changed, List.of("messages")));
    }
}
