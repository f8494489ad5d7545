package iam.war.provider;

import java.util.function.Supplier;

/** The place of a provider. Those who call it hold on to the place; what stands in it may be exchanged. */
final class Slot {
    private final Supplier<?> context;
    private volatile Installed installed;

    Slot(Installed installed, Supplier<?> context) {
        this.installed = installed;
        this.context = context;
    }

    Installed installed() {
        return installed;
    }

    /** What was lent to the provider, for the one that takes its place. */
    Supplier<?> context() {
        return context;
    }

    /** Puts another one there, and answers the former. */
    Installed exchange(Installed next) {
        Installed former = installed;
        installed = next;
        return former;
    }
}
