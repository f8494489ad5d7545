package iam.war.provider;

import iam.spi.Provider;
import iam.spi.config.Config;
import iam.war.config.Settings;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Makes a provider with checked settings, behind a guard where it may block or is foreign code. */
final class ProviderMaker {
    /** Of ours, those that talk to systems of others. */
    private static final Set<String> BLOCKING = Set.of("sender", "notification");

    private final Settings settings;
    private final UnaryOperator<String> secrets;

    ProviderMaker(Settings settings, UnaryOperator<String> secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** Makes it; what goes wrong is the reason in the answer. */
    <P extends Provider, C> Installed make(Candidate candidate, Supplier<C> context) {
        Optional<Config> config = Optional.empty();
        Optional<Guard> guard = Optional.empty();
        try {
            guard = guard(candidate);
            config = Optional.of(ProviderConfig.read(settings, candidate.prefix(), candidate.config(), candidate.kind().equals("secret") ? UnaryOperator.identity() : secrets));
            return new Installed(candidate, config, Optional.of(create(candidate, config.get(), candidate.plugin().isEmpty() ? context.get() : HostSide.lend(context.get()), guard)), guard, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Throwable e) {
            guard.ifPresent(Guard::close);
            if (candidate.plugin().isEmpty() && e instanceof Error error) {
                throw error;
            }
            return new Installed(candidate, config, Optional.empty(), Optional.empty(), Optional.of(e));
        }
    }

    private <P extends Provider, C> Provider create(Candidate candidate, Config config, C context, Optional<Guard> guard) throws Exception {
        P provider = guard.isEmpty() ? candidate.<P, C>typed().create(config, context)
                : guard.get().within(Limits.START, () -> candidate.<P, C>typed().create(config, context));
        if (provider == null) {
            throw new IllegalStateException("its factory answered null");
        }
        return provider;
    }

    private Optional<Guard> guard(Candidate candidate) {
        if (candidate.plugin().isEmpty() && !BLOCKING.contains(candidate.kind())) {
            return Optional.empty();
        }
        ClassLoader loader = candidate.plugin().<ClassLoader>map(Plugin::loader).orElseGet(ProviderMaker.class::getClassLoader);
        return Optional.of(new Guard(candidate.name(), Limits.of(settings, candidate), loader));
    }

    /** The provider of a slot as the server calls it. */
    @SuppressWarnings("unchecked")
    static <P extends Provider> P callable(Slot slot) {
        Installed installed = slot.installed();
        if (installed.guard().isEmpty()) {
            return (P) installed.provider().orElseThrow();
        }
        return installed.candidate().kind().equals("store") ? (P) GuardedStore.wrap(installed) : Guarded.wrap(slot);
    }
}
