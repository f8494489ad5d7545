package iam.deploy.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A line of the table: rounds of one kind of work, and the most that it may cost. */
final class Item {
    static final String HEAD = String.format(Locale.ROOT, "%-52s %8s %8s %8s %10s %9s  %s", "", "1/s", "p50 ms", "p99 ms", "server ms", "db ms", "CPU limit");

    private final String name;
    private final List<Load.Round> rounds = new ArrayList<>();
    private double limit;
    private double bothLimit;

    Item(String name) {
        this.name = name;
    }

    /** The most CPU milliseconds of the server and the database together. */
    Item atMost(double milliseconds) {
        bothLimit = milliseconds;
        return this;
    }

    /** The most CPU milliseconds of the server alone. */
    Item serverAtMost(double milliseconds) {
        limit = milliseconds;
        return this;
    }

    void add(Load.Round round) {
        rounds.add(round);
    }

    /** The round with the middle cost. */
    Load.Round median() {
        return rounds.stream().sorted(Comparator.comparingDouble(Load.Round::both)).toList().get(rounds.size() / 2);
    }

    @Override
    public String toString() {
        Load.Round round = median();
        List<String> limits = new ArrayList<>();
        if (limit > 0) {
            limits.add(judged("server", round.cpu(), limit));
        }
        if (bothLimit > 0) {
            limits.add(judged("", round.both(), bothLimit));
        }
        return String.format(Locale.ROOT, "%-52s %8.0f %8.2f %8.2f %10.3f %9.3f  %s", name, round.perSecond(), round.median(), round.slow(), round.cpu(), round.databaseCpu(),
                String.join(", ", limits));
    }

    private static String judged(String what, double value, double most) {
        return String.format(Locale.ROOT, "%s%s<= %.3f %s", what, what.isEmpty() ? "" : " ", most, value <= most ? "ok" : "OVER");
    }
}
