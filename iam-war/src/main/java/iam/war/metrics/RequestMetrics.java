package iam.war.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import iam.war.Component;
import iam.war.operation.Exchange;
import iam.war.operation.ExchangeObserver;
import iam.war.operation.Operation;
import iam.war.provider.Providers;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts and times calls by operation. Only declared paths become names, so neither their number grows with what clients send, nor is anything of it shown. */
@Component
public final class RequestMetrics implements ExchangeObserver {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final double MILLI = 1e6;
    private static final double[] BUCKETS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000};

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Name, Meters> calls = new ConcurrentHashMap<>();
    private final Rate all = new Rate(System::nanoTime);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final ProviderMetrics providerMetrics;

    /**
     * What a call is counted under.
     *
     * @param method the HTTP method
     * @param path the path of the operation, or a slash for everything else
     */
    record Name(String method, String path) {
    }

    /**
     * The figures of an operation.
     *
     * @param latency in milliseconds
     * @param rate calls by the second
     */
    record Meters(DistributionSummary latency, Rate rate) {
    }

    /**
     * The figures of an operation as they are now.
     *
     * @param name what it is
     * @param count calls since the start
     * @param milliseconds the mean time of a call
     * @param perSecond calls in the last second
     */
    record Figure(Name name, long count, double milliseconds, int perSecond) {
    }

    @Inject
    RequestMetrics(Providers providers) {
        providerMetrics = new ProviderMetrics(registry, providers);
        Gauge.builder("casdoor_total_throughput", all, Rate::perSecond).description("Calls in the last second").register(registry);
        MachineMetrics.bind(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    @Override
    public void answered(Exchange exchange) {
        String method = exchange.request().method();
        Name name = new Name(METHODS.contains(method) ? method : "OTHER", exchange.operation().map(Operation::path).orElse("/"));
        Meters meters = calls.computeIfAbsent(name, this::register);
        meters.latency().record(exchange.nanos() / MILLI);
        meters.rate().count();
        all.count();
    }

    private Meters register(Name name) {
        Tags tags = Tags.of("name", name.path(), "method", name.method());
        Rate rate = new Rate(System::nanoTime);
        Gauge.builder("casdoor_api_throughput", rate, Rate::perSecond).description("Calls of an operation in the last second").tags(tags).register(registry);
        return new Meters(DistributionSummary.builder("casdoor_api_latency").description("Time of a call in milliseconds").tags(tags).serviceLevelObjectives(BUCKETS).register(registry), rate);
    }

    /** Everything in the text format 0.0.4 of Prometheus. */
    String text() {
        providerMetrics.refresh();
        return registry.scrape();
    }

    /** The figures of all operations that were called. */
    List<Figure> figures() {
        return calls.entrySet().stream().map(entry -> new Figure(entry.getKey(), entry.getValue().latency().count(), entry.getValue().latency().mean(), entry.getValue().rate().perSecond())).toList();
    }

    /** Calls in the last second. */
    int perSecond() {
        return all.perSecond();
    }

    @PreDestroy
    void close() {
        collections.close();
        registry.close();
    }
}
