package iam.war.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import iam.war.provider.Providers;
import iam.war.provider.Providers.Figure;
import java.util.List;
import java.util.function.ToLongFunction;

/** How often providers were called and have failed, read when somebody asks: providers come later than the registry. */
final class ProviderMetrics {
    private final Providers providers;
    private final MultiGauge calls;
    private final MultiGauge failures;
    private final MultiGauge paused;
    private final MultiGauge threads;

    ProviderMetrics(MeterRegistry registry, Providers providers) {
        this.providers = providers;
        calls = MultiGauge.builder("iam_provider_calls").description("Calls of a provider since the start").register(registry);
        failures = MultiGauge.builder("iam_provider_failures").description("Calls that a provider failed since the start").register(registry);
        paused = MultiGauge.builder("iam_provider_paused").description("1 while a provider is left alone after failures").register(registry);
        threads = MultiGauge.builder("iam_plugin_threads").description("Threads that a plugin has started and that still run").register(registry);
    }

    void refresh() {
        List<Figure> figures = providers.figures();
        register(calls, figures, Figure::calls);
        register(failures, figures, Figure::failures);
        register(paused, figures, figure -> figure.paused() ? 1 : 0);
        threads.register(providers.threads().entrySet().stream().<Row<?>>map(plugin -> Row.of(Tags.of("plugin", plugin.getKey()), plugin.getValue())).toList(), true);
    }

    private static void register(MultiGauge gauge, List<Figure> figures, ToLongFunction<Figure> value) {
        gauge.register(figures.stream().<Row<?>>map(figure -> Row.of(Tags.of("provider", figure.name()), value.applyAsLong(figure))).toList(), true);
    }
}
