package iam.api;

/** An answer in the error envelope, thrown from anywhere below an operation. It carries no stack trace: it is an answer, not a fault. */
public class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Message message;
    private final transient Object[] arguments;
    private transient Object data;
    private transient int status = 200;

    /**
     * Makes the answer.
     *
     * @param message the text to answer
     * @param arguments the values of its placeholders, in order; must hold nothing that is secret
     */
    public ApiException(Message message, Object... arguments) {
        super(message.english(), null, false, false);
        this.message = message;
        this.arguments = arguments.clone();
    }

    /**
     * Adds the member {@code data} of the envelope.
     *
     * @param value what the contract asks for in {@code data}
     * @return this
     */
    public ApiException data(Object value) {
        data = value;
        return this;
    }

    /**
     * Sets the HTTP status; it is 200 otherwise (contract: auth.md section 1).
     *
     * @param code an HTTP status code
     * @return this
     */
    public ApiException status(int code) {
        status = code;
        return this;
    }

    /**
     * The text to answer.
     *
     * @return never null
     */
    public Message message() {
        return message;
    }

    /**
     * The values of its placeholders.
     *
     * @return a copy, never null
     */
    public Object[] arguments() {
        return arguments.clone();
    }

    /**
     * The member {@code data} of the envelope.
     *
     * @return null by default
     */
    public Object data() {
        return data;
    }

    /**
     * The HTTP status.
     *
     * @return 200 by default
     */
    public int status() {
        return status;
    }
}
