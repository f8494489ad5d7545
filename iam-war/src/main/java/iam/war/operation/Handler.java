package iam.war.operation;

/** What an operation does. */
@FunctionalInterface
public interface Handler {
    /**
     * Runs the operation, after authorization.
     *
     * @param call the call
     * @return an {@link iam.api.Envelope} or a {@link Reply}
     */
    Object handle(Call call);
}
