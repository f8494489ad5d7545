package iam.providers.jpa;

import iam.api.Entity;
import iam.spi.store.Condition.Equal;
import iam.spi.store.Condition.In;
import iam.spi.store.Query;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many rows an organization has of a type, kept instead of counted: up to {@link #EXACT} rows are counted, more of them are a number in a table. Writers
 * only remember what they have added and removed; a thread adds that to the table three times a second, so that a write stays one statement and other nodes
 * know in time. What a killed process has not written down is found again by counting: {@link Keeper}. In the same way it is kept how often the rows of a type,
 * or their texts that are searched, have changed.
 */
final class Totals {
    /** The most rows that are counted each time. */
    static final int EXACT = 256;
    static final String TABLE = "iam_total";
    private static final Logger LOG = LoggerFactory.getLogger(Totals.class);
    /** Totals of which the last count is so many milliseconds old are counted again. */
    static final long OLD = Duration.ofDays(1).toMillis();
    /** After so many milliseconds a total is counted again of which rows came or went meanwhile: what writers had not told yet is missing from it, or in it twice. */
    private static final long SOON = Duration.ofMinutes(5).toMillis();
    private static final long MEMORY = TimeUnit.MILLISECONDS.toNanos(200);
    /** In place of an organization: what is counted are changes. */
    private static final String CHANGES = "changes";
    private static final String KEY = " WHERE type_ = ? AND field = ? AND value_ = ?";

    private final Transactions transactions;
    private final Dialect dialect;
    private final Map<Scope, Long> changes = new ConcurrentHashMap<>();
    private final Set<Scope> large = ConcurrentHashMap.newKeySet();
    /** What the table said lately; other nodes write there several times a second. */
    private final Map<Scope, Reading> numbers = new ConcurrentHashMap<>();
    /** Held for reading by those who add the table to what is not in it yet, for writing while that moves into the table. */
    private final ReentrantReadWriteLock moving = new ReentrantReadWriteLock();

    Totals(Transactions transactions, Dialect dialect) {
        this.transactions = transactions;
        this.dialect = dialect;
    }

    private record Reading(long value, long readAt) {
    }

    /**
     * Rows that are counted together.
     *
     * @param table the table
     * @param column the column that tells whose they are; null for all rows
     * @param value what stands there
     */
    record Scope(Table<?> table, ScalarColumn column, String value) implements Comparable<Scope> {
        List<Object> key() {
            return List.of(table.name(), column == null ? "" : column.name(), value);
        }

        /** Whether changes are counted, not rows. */
        boolean ofChanges() {
            return column == null && value.equals(CHANGES);
        }

        Query query() {
            return column == null ? Query.where() : Query.where(new Equal(column.field().name(), value));
        }

        @Override
        public int compareTo(Scope other) {
            return key().toString().compareTo(other.key().toString());
        }
    }

    /** What a query asks for, if that is kept: to be added up; else empty. */
    static List<Scope> scopes(Table<?> table, Query query) {
        if (query.conditions().isEmpty() && !table.scopes().isEmpty()) {
            return List.of(new Scope(table, null, ""));
        } else if (query.conditions().size() == 1 && query.conditions().get(0) instanceof Equal equal) {
            return scopes(table, equal.field(), List.of(equal.value()));
        } else if (query.conditions().size() == 1 && query.conditions().get(0) instanceof In in) {
            return scopes(table, in.field(), in.values());
        }
        return List.of();
    }

    private static List<Scope> scopes(Table<?> table, String field, Collection<?> values) {
        return table.scopes().stream().filter(column -> column.field().name().equals(field))
                .flatMap(column -> values.stream().distinct().map(value -> new Scope(table, column, value.toString()))).toList();
    }

    long count(Scope scope) {
        if (!large.contains(scope)) {
            long counted = counted(scope, EXACT);
            if (counted <= EXACT) {
                return counted;
            }
            large.add(scope);
        }
        long total = kept(scope);
        if (total <= EXACT) {
            large.remove(scope);
            return counted(scope, Integer.MAX_VALUE);
        }
        return total;
    }

    /** Whether there are so many rows that their total is kept, as far as somebody has asked. */
    boolean large(Scope scope) {
        return large.contains(scope);
    }

    /** A number that grows whenever rows come or go, or one of their texts that are searched changes. */
    long version(Table<?> table) {
        return kept(changesOf(table));
    }

    private static Scope changesOf(Table<?> table) {
        return new Scope(table, null, CHANGES);
    }

    /** Texts that are searched have changed; called after they are stored. */
    void changed(Table<?> table) {
        changed(changesOf(table), 1);
    }

    private long kept(Scope scope) {
        moving.readLock().lock();
        try {
            Optional<Long> stored = number(scope);
            if (stored.isPresent()) {
                return stored.get() + changes.getOrDefault(scope, 0L);
            }
        } finally {
            moving.readLock().unlock();
        }
        return begin(scope);
    }

    private Optional<Long> number(Scope scope) {
        Reading known = numbers.get(scope);
        if (known == null || System.nanoTime() - known.readAt() > MEMORY) {
            List<String> row = transactions.query("reading a total", session -> session.row("SELECT n FROM " + TABLE + KEY, scope.key()));
            if (row == null) {
                return Optional.empty();
            }
            known = new Reading(Long.parseLong(row.get(0)), System.nanoTime());
            numbers.put(scope, known);
        }
        return Optional.of(known.value());
    }

    /** Nobody has asked before. What changes while rows are counted is not in their number, but will be added to it. */
    private long begin(Scope scope) {
        moving.writeLock().lock();
        try {
            long known = changes.getOrDefault(scope, 0L);
            long counted = scope.ofChanges() ? 0 : counted(scope, Integer.MAX_VALUE);
            List<Object> row = new ArrayList<>(scope.key());
            row.add(counted - known);
            row.add(dueSoon());
            transactions.statement("keeping a total", session -> insert(session, row));
            return counted;
        } finally {
            moving.writeLock().unlock();
        }
    }

    private static boolean insert(SqlSession session, List<Object> row) throws SQLException {
        try {
            return session.execute(Statements.insert(TABLE, List.of("type_", "field", "value_", "n", "counted_at")), row) == 1;
        } catch (SQLException e) {
            if (Failures.duplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    private long counted(Scope scope, int most) {
        Where where = Where.bulk(scope.table(), dialect, scope.query());
        String from = " FROM " + scope.table().name() + where.text();
        ScalarColumn key = scope.table().keys().get(0);
        String sql = most == Integer.MAX_VALUE ? "SELECT COUNT(" + key.name() + ")" + from
                : "SELECT COUNT(*) FROM (SELECT " + key.name() + from + " LIMIT " + (most + 1) + ") counted";
        return Long.parseLong(transactions.query("counting rows of " + scope.table().type(), session -> session.row(sql, where.parameters())).get(0));
    }

    /** Rows of an entity's organization have come, or have gone when the number is negative; called after it is stored. */
    void changed(Table<?> table, Entity entity, long by) {
        List<String> values = table.scopes().stream().map(column -> String.valueOf(column.get(entity))).toList();
        changed(table, values, by);
    }

    /** The same with the values of the columns that tell whose they are. */
    void changed(Table<?> table, List<String> values, long by) {
        if (by != 0 && !table.scopes().isEmpty()) {
            changed(table);
            changed(new Scope(table, null, ""), by);
            for (int i = 0; i < values.size(); i++) {
                changed(new Scope(table, table.scopes().get(i), values.get(i)), by);
            }
        }
    }

    /** A row went from one organization to another. */
    void moved(Table<?> table, ScalarColumn column, String from, String to) {
        if (!from.equals(to)) {
            changed(new Scope(table, column, from), -1);
            changed(new Scope(table, column, to), 1);
        }
    }

    private void changed(Scope scope, long by) {
        changes.merge(scope, by, (one, other) -> one + other == 0 ? null : one + other);
    }

    /** Nobody knows how many rows went where: it is counted again when somebody asks. */
    void forget(SqlSession session, Table<?> table, ScalarColumn column) throws SQLException {
        session.execute("DELETE FROM " + TABLE + " WHERE type_ = ? AND field = ?", List.of(table.name(), column.name()));
        transactions.afterwards(numbers::clear);
    }

    /** Moves what has changed into the table. */
    void move() {
        if (changes.isEmpty()) {
            return;
        }
        moving.writeLock().lock();
        Map<Scope, Long> moved = new TreeMap<>(changes);
        try {
            List<List<Object>> rows = new ArrayList<>();
            moved.forEach((scope, by) -> {
                List<Object> row = new ArrayList<>(List.of(by));
                row.addAll(scope.key());
                rows.add(row);
            });
            transactions.together("moving totals", session -> {
                session.executeAll("UPDATE " + TABLE + " SET n = n + ?" + KEY, rows);
                return null;
            });
            moved.forEach((scope, by) -> changed(scope, -by));
            numbers.keySet().removeAll(moved.keySet());
        } finally {
            moving.writeLock().unlock();
        }
    }

    /** Counts what is kept, and corrects it by the difference; answers the version of the table before. */
    long correct(Scope scope) {
        long version = version(scope.table());
        long wrong = kept(scope);
        long right = counted(scope, Integer.MAX_VALUE);
        if (wrong != right) {
            LOG.debug("{} rows of {} were kept as {}", right, scope.key(), wrong);
        }
        update(scope, right - wrong, dueSoon());
        numbers.remove(scope);
        return version;
    }

    /** Called when all nodes have told what they did until the count: nothing since that version. */
    void confirm(Scope scope, long version) {
        if (version(scope.table()) == version) {
            update(scope, 0, System.currentTimeMillis());
        }
    }

    /** The time of a count that is repeated soon. */
    private static long dueSoon() {
        return System.currentTimeMillis() - OLD + SOON;
    }

    private void update(Scope scope, long by, long countedAt) {
        List<Object> parameters = new ArrayList<>(List.of(by, countedAt));
        parameters.addAll(scope.key());
        transactions.statement("correcting a total", session -> session.execute("UPDATE " + TABLE + " SET n = n + ?, counted_at = ?" + KEY, parameters));
    }
}
