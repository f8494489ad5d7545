package iam.war.outbox;

import iam.war.outbound.Outbound;
import java.io.IOException;
import java.util.Set;

/** A receiver has answered that it does not take a message. */
public final class RefusedDeliveryException extends IOException {
    private static final long serialVersionUID = 1;
    /** Refusals that have to do with the moment, not with the message. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final int status;
    private final String text;

    private RefusedDeliveryException(Outbound.Answer answer) {
        super("the receiver answered with status " + answer.status());
        this.status = answer.status();
        this.text = answer.text();
    }

    /** Lets an answer pass that says the receiver has the message. */
    public static void check(Outbound.Answer answer) throws RefusedDeliveryException {
        if (!answer.accepted()) {
            throw new RefusedDeliveryException(answer);
        }
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** The beginning of the answer. */
    public String text() {
        return text;
    }

    /** Whether another attempt will hardly help. */
    boolean lasting() {
        return status < 500 && !PASSING.contains(status);
    }
}
