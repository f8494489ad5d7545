package iam.war.provider;

/** A provider did not do its work: it threw, answered nothing, took too long, or is left alone after too many failures. */
public final class ProviderFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean paused;

    ProviderFailure(String message, Throwable cause) {
        super(message, cause);
        paused = false;
    }

    /** For one that is left alone: it comes with every call, so it has no stack trace. */
    ProviderFailure(String message) {
        super(message, null, false, false);
        paused = true;
    }

    /** Whether the provider was not even asked, which its earlier failures have told already. */
    public boolean paused() {
        return paused;
    }
}
