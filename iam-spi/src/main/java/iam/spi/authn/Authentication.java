package iam.spi.authn;

import iam.api.Message;
import java.util.List;
import java.util.Objects;

/** The answer of an authentication method. Bad credentials are an answer, not an exception. */
public sealed interface Authentication {
    /**
     * The credentials are good; no other method is asked.
     *
     * @param caller who it is
     */
    record Success(Caller caller) implements Authentication {
        /** Makes a success; nothing may be null. */
        public Success {
            Objects.requireNonNull(caller, "caller");
        }
    }

    /**
     * The credentials are bad; the call is answered with this text, and no other method is asked.
     *
     * @param message the text
     * @param arguments the values of its placeholders; nothing secret
     */
    record Failure(Message message, List<Object> arguments) implements Authentication {
        /** Makes a failure; nothing may be null. */
        public Failure {
            Objects.requireNonNull(message, "message");
            arguments = List.copyOf(arguments);
        }
    }

    /** The call carries no credentials of this method; the next one is asked. */
    record Abstain() implements Authentication {
    }

    /**
     * The credentials are good.
     *
     * @param caller who it is
     * @return a success
     */
    static Authentication success(Caller caller) {
        return new Success(caller);
    }

    /**
     * The credentials are bad.
     *
     * @param message what the caller is told
     * @param arguments the values of its placeholders; nothing secret
     * @return a failure
     */
    static Authentication failure(Message message, Object... arguments) {
        return new Failure(message, List.of(arguments));
    }

    /**
     * There are no credentials of this method.
     *
     * @return an abstention
     */
    static Authentication abstain() {
        return new Abstain();
    }
}
