package iam.war.provider;

/** A provider did not do its work: it threw, answered nothing, took too long, or is left alone after too many failures. */
public final class ProviderFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProviderFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
