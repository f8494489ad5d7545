package iam.providers.jpa;

import iam.providers.jpa.Totals.Scope;
import iam.spi.store.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the totals of a database right: moves what this node has changed into the table, and has counted again what is a day old or may have lost the changes
 * of a node that was killed. Each running node has a row among the totals for that, with the time of its last sign of life.
 */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final long PERIOD_MILLIS = 300;
    private static final int PERIODS_PER_SIGN = 50;
    /** After so long every node has told what it had stored. */
    private static final long TOLD_MILLIS = 1000;
    private static final long DEAD = Duration.ofMinutes(1).toMillis();
    private static final String NODE = "node";

    private final Totals totals;
    private final Transactions transactions;
    private final Tables tables;
    private final String id = UUID.randomUUID().toString();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "iam-store-totals");
        thread.setDaemon(true);
        return thread;
    });
    private int periods;

    Keeper(Totals totals, Transactions transactions, Tables tables) {
        this.totals = totals;
        this.transactions = transactions;
        this.tables = tables;
        timer.scheduleWithFixedDelay(this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        guarded(() -> {
            totals.move();
            if (periods++ % PERIODS_PER_SIGN == 0) {
                signOfLife();
                correct();
            }
        });
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (StoreException e) {
            LOG.debug("totals could not be kept", e);
        } catch (RuntimeException e) {
            LOG.error("totals could not be kept", e);
        }
    }

    private void signOfLife() {
        long now = System.currentTimeMillis();
        if (execute("UPDATE " + Totals.TABLE + " SET counted_at = ? WHERE type_ = ? AND field = '' AND value_ = ?", now, NODE, id) == 0) {
            execute("INSERT INTO " + Totals.TABLE + " (type_, field, value_, n, counted_at) VALUES (?, '', ?, 0, ?)", NODE, id, now);
        }
        if (execute("DELETE FROM " + Totals.TABLE + " WHERE type_ = ? AND counted_at < ?", NODE, now - DEAD) > 0) {
            execute("UPDATE " + Totals.TABLE + " SET counted_at = 0 WHERE type_ <> ?", NODE);
        }
    }

    /** One at a time, since the next sign of life has to come in time. */
    private void correct() {
        String old = "SELECT type_, field, value_ FROM " + Totals.TABLE + " WHERE (field <> '' OR value_ = '') AND counted_at < ? LIMIT 1";
        List<String> row = transactions.query("looking for old totals", session -> session.row(old, List.of(System.currentTimeMillis() - Totals.OLD)));
        if (row != null) {
            tables.all().stream().filter(table -> table.name().equals(row.get(0))).findFirst().ifPresentOrElse(table -> correct(scope(table, row)),
                    () -> execute("DELETE FROM " + Totals.TABLE + " WHERE type_ = ?", row.get(0)));
            periods = 0;
        }
    }

    private void correct(Scope scope) {
        long version = totals.correct(scope);
        timer.schedule(() -> guarded(() -> totals.confirm(scope, version)), TOLD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Scope scope(Table<?> table, List<String> row) {
        return new Scope(table, table.scopes().stream().filter(column -> column.name().equals(row.get(1))).findFirst().orElse(null), row.get(2));
    }

    private int execute(String sql, Object... parameters) {
        return transactions.statement("keeping totals", session -> session.execute(sql, List.of(parameters)));
    }

    /** Leaves nothing behind that would have to be counted. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
            totals.move();
            execute("DELETE FROM " + Totals.TABLE + " WHERE type_ = ? AND value_ = ?", NODE, id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreException e) {
            LOG.debug("the last totals could not be kept", e);
        }
    }
}
