package iam.providers.jpa;

import iam.providers.jpa.Totals.Scope;
import iam.spi.store.Condition;
import iam.spi.store.Condition.Contains;
import iam.spi.store.Condition.In;
import iam.spi.store.Query;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Searches long lists for a text somewhere in an indexed column, which no index of a database serves: a column that is searched again and has not changed in
 * between is read into memory. A number that grows with each change, on any node, tells whether it is still right ({@link Totals#version}); a change that a
 * killed process could not tell is seen within a minute.
 */
final class Texts {
    /** The database searches so many rows in less than a millisecond. */
    static final int SHORT = 2000;
    /** Most that is kept, in bytes. */
    private static final int ROOM = 8 << 20;
    /** Longer texts on the average don't find room. */
    private static final int SHORTEST = 16;
    /** So many texts are looked up by the index of their column; where more fit, the database soon comes across a page of them. */
    private static final int MOST_TEXTS = 256;
    /** No table has it. */
    private static final long NONE = -1;
    private static final long LIFE = TimeUnit.MINUTES.toNanos(1);
    /** A search that takes longer is one of a long list. */
    private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(5);

    private final Transactions transactions;
    private final Dialect dialect;
    private final Totals totals;
    /** The least used first. */
    private final Map<Part, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final ReentrantLock reading = new ReentrantLock();

    Texts(Transactions transactions, Dialect dialect, Totals totals) {
        this.transactions = transactions;
        this.dialect = dialect;
        this.totals = totals;
    }

    /**
     * What fits.
     *
     * @param count how many rows there are
     * @param rows a query for them that an index serves; empty when there are too many
     */
    record Found(long count, Optional<Query> rows) {
    }

    /** A search in the rows of one or a few organizations, or in all. */
    private record Search(Query query, Contains contains, ScalarColumn column, List<Scope> scopes) {
        /** Empty when a query is no search, or has more conditions. */
        static Optional<Search> of(Table<?> table, Query query) {
            List<Contains> contains = query.conditions().stream().filter(Contains.class::isInstance).map(Contains.class::cast).toList();
            if (contains.size() != 1 || !(table.column(contains.get(0).field()) instanceof ScalarColumn column)) {
                return Optional.empty();
            }
            List<Scope> scopes = Totals.scopes(table, Query.where(query.conditions().stream().filter(condition -> condition != contains.get(0)).toList()));
            boolean indexed = column.type() == ColumnType.VARCHAR && !scopes.isEmpty() && scopes.size() <= Reader.FEW && table.indexed(scopes.get(0).column(), column);
            return indexed ? Optional.of(new Search(query, contains.get(0), column, scopes)) : Optional.empty();
        }

        List<Part> parts() {
            return scopes.stream().map(scope -> new Part(scope, column)).toList();
        }

        /** Looks up texts instead of searching. */
        Query among(List<String> texts) {
            List<Condition> conditions = query.conditions().stream().map(condition -> condition == contains ? new In(contains.field(), texts) : condition).toList();
            return new Query(conditions, query.sort(), query.descending(), query.offset(), query.limit());
        }
    }

    /** The column of an organization. */
    private record Part(Scope scope, ScalarColumn column) {
    }

    /** A column at a version of its table; without texts as long as it was searched only once, or when it can't be kept. */
    private record Kept(long version, long since, boolean read, Optional<ColumnText> texts) {
        boolean lasts() {
            return System.nanoTime() - since < LIFE;
        }
    }

    /** What a query finds, if that is known without searching the database. */
    Optional<Found> find(Table<?> table, Query query) {
        Optional<Search> search = transactions.open() ? Optional.empty() : Search.of(table, query).filter(some -> some.scopes().stream().anyMatch(this::isLong));
        if (search.isEmpty()) {
            return Optional.empty();
        }
        long version = totals.version(table);
        List<Optional<ColumnText>> texts = search.get().parts().stream().map(part -> texts(part, version)).toList();
        return texts.stream().allMatch(Optional::isPresent) ? found(search.get(), texts.stream().map(Optional::get).toList()) : Optional.empty();
    }

    private boolean isLong(Scope scope) {
        return totals.large(scope) && totals.count(scope) > SHORT;
    }

    private static Optional<Found> found(Search search, List<ColumnText> columns) {
        Set<String> texts = new LinkedHashSet<>();
        long count = 0;
        for (ColumnText column : columns) {
            Optional<ColumnText.Found> found = column.search(search.contains().value(), MOST_TEXTS);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            texts.addAll(found.get().texts());
            count += found.get().rows();
        }
        return Optional.of(new Found(count, texts.size() < MOST_TEXTS ? Optional.of(search.among(List.copyOf(texts))) : Optional.empty()));
    }

    /** Tells how long the database has searched; what has taken long twice is looked at from then on. */
    void took(Table<?> table, Query query, long nanos) {
        if (nanos > SLOW && !transactions.open()) {
            Search.of(table, query).map(Search::parts).orElse(List.of()).forEach(part -> {
                if (known(part) == null) {
                    keep(part, new Kept(NONE, System.nanoTime(), false, Optional.empty()));
                } else {
                    totals.count(part.scope());
                }
            });
        }
    }

    private Optional<ColumnText> texts(Part part, long version) {
        Kept known = known(part);
        if (known == null || known.version() != version) {
            keep(part, new Kept(version, System.nanoTime(), false, Optional.empty()));
            return Optional.empty();
        } else if (known.read() && known.lasts()) {
            return known.texts();
        } else if (!reading.tryLock()) {
            return Optional.empty(); // the database searches meanwhile
        }
        try {
            Optional<ColumnText> texts = read(part);
            keep(part, new Kept(version, System.nanoTime(), true, texts));
            return texts;
        } finally {
            reading.unlock();
        }
    }

    private Kept known(Part part) {
        synchronized (kept) {
            return kept.get(part);
        }
    }

    private void keep(Part part, Kept column) {
        synchronized (kept) {
            kept.put(part, column);
            Iterator<Kept> eldest = kept.values().iterator();
            for (int size = kept.values().stream().mapToInt(Texts::size).sum(); size > ROOM; eldest.remove()) {
                size -= size(eldest.next());
            }
        }
    }

    private static int size(Kept column) {
        return 1024 + column.texts().map(ColumnText::size).orElse(0);
    }

    private Optional<ColumnText> read(Part part) {
        Scope scope = part.scope();
        if (totals.count(scope) > ROOM / SHORTEST) {
            return Optional.empty();
        }
        Where where = Where.bulk(scope.table(), dialect, scope.query());
        String name = part.column().name();
        String sql = "SELECT " + name + ", COUNT(*) FROM " + scope.table().name() + where.text() + " GROUP BY " + name;
        return transactions.query("reading a column of " + scope.table().type(), session -> {
            ColumnText.Builder texts = new ColumnText.Builder();
            boolean all = session.each(sql, where.parameters(), row -> texts.add(row.getString(1), row.getInt(2)) && texts.size() < ROOM);
            return all ? Optional.of(texts.build()) : Optional.empty();
        });
    }
}
