package iam.deploy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux accounts to a process. */
final class Usage {
    private static final double TICK_MILLIS = 10;
    private static final int KIBI = 1024;
    private static final double MEGA = 1e6;

    private Usage() {
    }

    /** Milliseconds of CPU, user and system, of a process; 0 when the id is 0. */
    static double cpuMillis(long pid) {
        if (pid == 0) {
            return 0;
        }
        String stat = read(pid, "stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MILLIS;
    }

    /** Resident memory, in megabytes. */
    static double residentMegabytes(long pid) {
        String line = read(pid, "status").lines().filter(one -> one.startsWith("VmRSS:")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * KIBI / MEGA;
    }

    /** The command of a process, up to its class path. */
    static List<String> jvm(long pid) {
        List<String> command = List.of(read(pid, "cmdline").split("\0"));
        return command.subList(0, command.indexOf("-cp"));
    }

    /** The class path that a process was given. */
    static String classPath(long pid) {
        List<String> command = List.of(read(pid, "cmdline").split("\0"));
        return command.get(command.indexOf("-cp") + 1);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
