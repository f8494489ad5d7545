package iam.war.metrics;

import iam.api.ApiException;
import iam.api.Envelope;
import iam.api.Message;
import iam.spi.authn.Caller;
import iam.war.Component;
import iam.war.metrics.RequestMetrics.Figure;
import iam.war.operation.Access;
import iam.war.operation.Call;
import iam.war.operation.Operation;
import iam.war.operation.Operations;
import iam.war.operation.Reply;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures for administrators and for Prometheus (contract: auth.md section 7). */
@Component
final class MetricsOperations implements Operations {
    private final RequestMetrics metrics;

    @Inject
    MetricsOperations(RequestMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.of("GET", "/api/get-prometheus-info", "Reads how often operations were called, and how long they took").access(Access.ANYONE).run(this::info),
                Operation.of("GET", "/api/metrics", "Reads the metrics in the format of Prometheus").access(Access.ANYONE).query("accessKey", "accessSecret")
                        .answers(Operation.Answer.PAGE).run(this::text));
    }

    private Envelope info(Call call) {
        if (call.caller().kind() == Caller.Kind.ANONYMOUS) {
            throw new ApiException(Message.PLEASE_LOGIN_FIRST).data(Message.PLEASE_LOGIN_FIRST.english());
        }
        requireGlobal(call.caller());
        List<Map<String, Object>> throughput = new ArrayList<>();
        List<Map<String, Object>> latency = new ArrayList<>();
        for (Figure figure : metrics.figures()) {
            if (figure.perSecond() > 0) {
                throughput.add(Map.of("method", figure.name().method(), "name", figure.name().path(), "throughput", figure.perSecond()));
            }
            latency.add(Map.of("method", figure.name().method(), "name", figure.name().path(), "count", figure.count(), "latency", String.format(Locale.ROOT, "%.3f", figure.milliseconds())));
        }
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("apiThroughput", throughput.isEmpty() ? null : throughput);
        info.put("apiLatency", latency);
        info.put("totalThroughput", metrics.perSecond());
        return Envelope.ok(info);
    }

    private Reply text(Call call) {
        if (call.caller().kind() == Caller.Kind.ANONYMOUS) {
            throw new ApiException(Message.PROMETHEUS_KEY_EMPTY);
        }
        if (call.caller().kind() != Caller.Kind.MONITOR) {
            requireGlobal(call.caller());
        }
        return new Reply(200, Map.of(), "text/plain; version=0.0.4; charset=utf-8", metrics.text().getBytes(StandardCharsets.UTF_8));
    }

    /** The figures are those of the whole server, so an administrator of one organization is not enough. */
    private static void requireGlobal(Caller caller) {
        if (!caller.global()) {
            throw new ApiException(Message.ADMINISTRATOR_REQUIRED);
        }
    }
}
