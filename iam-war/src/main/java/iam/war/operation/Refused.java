package iam.war.operation;

import iam.api.ApiException;
import iam.api.Message;

/** A refusal before the operation ran, answered in the four-member envelope. */
public final class Refused extends ApiException {
    private static final long serialVersionUID = 1;

    /** A refusal in these words. */
    public Refused(Message message, Object... arguments) {
        super(message, arguments);
    }

    /** A refusal by authorization. */
    public static Refused unauthorized() {
        return new Refused(Message.UNAUTHORIZED_OPERATION);
    }
}
