package iam.war.metrics;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;

/** How busy the machine is, under the names that dashboards of this API know. */
final class MachineMetrics {
    private static final int PERCENT = 100;

    private MachineMetrics() {
    }

    static void bind(MeterRegistry registry) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        for (int cpu = 0; cpu < system.getAvailableProcessors(); cpu++) {
            Gauge.builder("casdoor_cpu_usage", system, bean -> Math.max(0, bean.getCpuLoad()) * PERCENT).description("Percent of the processors in use").tag("cpuNum", String.valueOf(cpu)).register(registry);
        }
        memory(registry, "memoryUsed", system, bean -> bean.getTotalMemorySize() - bean.getFreeMemorySize());
        memory(registry, "memoryTotal", system, OperatingSystemMXBean::getTotalMemorySize);
    }

    private static void memory(MeterRegistry registry, String type, OperatingSystemMXBean system, java.util.function.ToDoubleFunction<OperatingSystemMXBean> value) {
        Gauge.builder("casdoor_memory_usage", system, value).description("Memory of the machine in bytes").tag("type", type).register(registry);
    }
}
