package iam.deploy.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Work for a server, done on some connections as fast as it answers.
 *
 * @param port where the server listens
 * @param server the id of its process
 * @param database the id of the database's process; 0 when it is embedded
 */
record Load(int port, long server, long database) {
    private static final int CONNECTIONS = 4;
    private static final double MILLION = 1e6;

    /** One unit of the work; throws when an answer is wrong. */
    @FunctionalInterface
    interface Work {
        void run(Wire wire);
    }

    /**
     * What a round came to.
     *
     * @param perSecond units in a second
     * @param median the time of a unit, in milliseconds
     * @param slow the time of the slowest of a hundred, in milliseconds
     * @param cpu CPU of the server for a unit, in milliseconds
     * @param databaseCpu the same of the database
     */
    record Round(double perSecond, double median, double slow, double cpu, double databaseCpu) {
        double both() {
            return cpu + databaseCpu;
        }
    }

    /** Does the work for a time. */
    Round run(Work work, double seconds) {
        return measured(() -> {
            long end = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
            return onConnections(wire -> {
                LongStream.Builder times = LongStream.builder();
                for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                    work.run(wire);
                    times.add(System.nanoTime() - begin);
                }
                return times.build().toArray();
            });
        });
    }

    /** Does prepared units of work, all of them once, on one connection. */
    Round each(Stream<Work> units) {
        return measured(() -> {
            try (Wire wire = new Wire(port)) {
                return units.mapToLong(unit -> {
                    long begin = System.nanoTime();
                    unit.run(wire);
                    return System.nanoTime() - begin;
                }).toArray();
            }
        });
    }

    private interface Timed {
        long[] run() throws IOException;
    }

    private interface OnWire {
        long[] run(Wire wire);
    }

    private Round measured(Timed timed) {
        double cpu = Usage.cpuMillis(server);
        double databaseCpu = Usage.cpuMillis(database);
        long begin = System.nanoTime();
        long[] times;
        try {
            times = timed.run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        cpu = Usage.cpuMillis(server) - cpu;
        databaseCpu = Usage.cpuMillis(database) - databaseCpu;
        Arrays.sort(times);
        int count = times.length;
        return new Round(count / seconds, times[count / 2] / MILLION, times[count * 99 / 100] / MILLION, cpu / count, databaseCpu / count);
    }

    private long[] onConnections(OnWire work) {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            Stream<Future<long[]>> futures = Stream.generate(() -> threads.submit(() -> {
                try (Wire wire = new Wire(port)) {
                    return work.run(wire);
                }
            })).limit(CONNECTIONS).toList().stream();
            return futures.flatMapToLong(future -> Arrays.stream(result(future))).toArray();
        } finally {
            threads.shutdownNow();
        }
    }

    private static long[] result(Future<long[]> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
