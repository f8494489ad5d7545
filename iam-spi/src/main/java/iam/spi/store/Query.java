package iam.spi.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Which rows, in which order, and which part of them.
 *
 * @param conditions all of them must hold; empty for every row
 * @param sort the field to order by, stored, scalar and not packed; empty for the order of the keys when
 *     there is a window, and for no particular order otherwise. Rows with equal values are ordered by their key
 * @param descending whether the order, that of the key included, is reversed
 * @param offset how many rows to skip, 0 or more; past the end nothing is left
 * @param limit how many rows at most, 0 or more; {@link #ALL} for no limit
 */
public record Query(List<Condition> conditions, String sort, boolean descending, int offset, int limit) {
    /** No limit. */
    public static final int ALL = Integer.MAX_VALUE;

    /**
     * Makes a query.
     *
     * @param conditions all of them must hold
     * @param sort the field to order by, or empty
     * @param descending whether the order is reversed
     * @param offset how many rows to skip
     * @param limit how many rows at most
     */
    public Query {
        conditions = List.copyOf(conditions);
    }

    /**
     * All rows that fulfil the conditions, in no particular order.
     *
     * @param conditions all of them must hold
     * @return the query
     */
    public static Query where(Condition... conditions) {
        return where(List.of(conditions));
    }

    /**
     * All rows that fulfil the conditions, in no particular order.
     *
     * @param conditions all of them must hold
     * @return the query
     */
    public static Query where(List<Condition> conditions) {
        return new Query(conditions, "", false, 0, ALL);
    }

    /**
     * The same with one more condition.
     *
     * @param condition must hold too
     * @return a new query
     */
    public Query and(Condition condition) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(condition);
        return new Query(more, sort, descending, offset, limit);
    }

    /**
     * The same, lowest first.
     *
     * @param field the field to order by
     * @return a new query
     */
    public Query ascending(String field) {
        return new Query(conditions, field, false, offset, limit);
    }

    /**
     * The same, highest first.
     *
     * @param field the field to order by
     * @return a new query
     */
    public Query descending(String field) {
        return new Query(conditions, field, true, offset, limit);
    }

    /**
     * A part of the same.
     *
     * @param skip how many rows to skip
     * @param most how many rows at most
     * @return a new query
     */
    public Query window(int skip, int most) {
        return new Query(conditions, sort, descending, skip, most);
    }
}
