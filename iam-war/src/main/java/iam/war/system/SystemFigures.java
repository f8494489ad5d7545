package iam.war.system;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * How busy the machine is. Sizes are bytes.
 *
 * @param cpuUsage percent by processor
 * @param memoryUsed memory of the machine in use
 * @param memoryTotal memory of the machine
 * @param diskUsed in use where the data lies
 * @param diskTotal size of the disk where the data lies
 * @param networkSent sent since the machine started
 * @param networkRecv received since the machine started
 * @param networkTotal both together
 */
public record SystemFigures(List<Double> cpuUsage, long memoryUsed, long memoryTotal, long diskUsed, long diskTotal, long networkSent, long networkRecv, long networkTotal) {
    private static final Path NETWORK = Path.of("/proc/net/dev");
    private static final int RECEIVED = 0;
    private static final int SENT = 8;

    /** Reads them now. */
    static SystemFigures read(Path data) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double load = Math.round(Math.max(0, system.getCpuLoad()) * 1000) / 10.0;
        long memory = system.getTotalMemorySize();
        long received = network(RECEIVED);
        long sent = network(SENT);
        long total = disk(data, true);
        return new SystemFigures(Collections.nCopies(system.getAvailableProcessors(), load), memory - system.getFreeMemorySize(), memory, total - disk(data, false), total, sent, received,
                sent + received);
    }

    private static long disk(Path data, boolean total) {
        try {
            FileStore store = Files.getFileStore(data);
            return total ? store.getTotalSpace() : store.getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    /** The sum of one column over all interfaces; 0 on systems that have no such file. */
    private static long network(int column) {
        if (!Files.isReadable(NETWORK)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(NETWORK)) {
            return lines.filter(line -> line.indexOf(':') >= 0).mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).trim().split("\\s+")[column])).sum();
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
