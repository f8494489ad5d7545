package iam.war.resource;

import static iam.spi.store.Condition.contains;

import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.operation.Request;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Paging, filter and order of the list operations (contract: entities.md section 4). One statement for a whole list, two for a page.
 *
 * @param <E> the entity class
 * @param store where from
 * @param type of what
 * @param order the field that orders a list whose caller has no wish
 */
record Listing<E extends Entity>(EntityStore store, EntityType<E> type, String order) {
    /** The parameters of every list. */
    static final String[] PARAMETERS = {"p", "pageSize", "field", "value", "sortField", "sortOrder"};

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9]+");

    /** Lists of a type, newest first. */
    static <E extends Entity> Listing<E> of(EntityStore store, EntityType<E> type) {
        return new Listing<>(store, type, type.find("createdTime").isPresent() ? "createdTime" : type.keys().get(0).name());
    }

    /**
     * Answers a list operation.
     *
     * @param conditions which rows, before the caller's filter
     * @param request the caller's filter, order and page
     * @param view turns rows into what the caller may see
     */
    Envelope answer(List<Condition> conditions, Request request, Function<List<E>, List<?>> view) {
        Query query = Query.where(conditions);
        if (!paged(request)) {
            return Envelope.ok(view.apply(store.list(type, query.descending(order))));
        }
        int size = request.number("pageSize", 0);
        Query filtered = filtered(query, request);
        long total = store.count(type, filtered);
        int offset = size <= 0 ? 0 : (int) ((page(request, total, size) - 1) * size);
        boolean descending = !request.query("sortOrder").equals("ascend");
        return Envelope.ok(view.apply(rows(filtered, request.query("sortField"), descending, offset, size, total)), total);
    }

    /** A page of the second half is read from the end, in the opposite order: a database walks over all that it skips. */
    private List<E> rows(Query filtered, String sort, boolean descending, int offset, int size, long total) {
        if (size == 0 || total == 0) {
            return List.of();
        } else if (size < 0 || offset <= total / 2) {
            return store.list(type, sorted(filtered, sort, descending).window(offset, size < 0 ? Query.ALL : size));
        }
        int last = (int) Math.min(size, total - offset);
        List<E> rows = store.list(type, sorted(filtered, sort, !descending).window((int) (total - offset - last), last));
        Collections.reverse(rows);
        return rows;
    }

    /** Whether a request asks for a page, not for everything. */
    static boolean paged(Request request) {
        return !request.query("p").isEmpty() && !request.query("pageSize").isEmpty();
    }

    private Query filtered(Query query, Request request) {
        String field = request.query("field");
        String value = request.query("value");
        return !value.isEmpty() && queryable(field) ? query.and(contains(field, value)) : query;
    }

    private Query sorted(Query query, String field, boolean descending) {
        String sort = queryable(field) ? field : order;
        return descending ? query.descending(sort) : query.ascending(sort);
    }

    private boolean queryable(String field) {
        return SAFE.matcher(field).matches() && type.find(field).filter(EntityField::queryable).isPresent();
    }

    /** Pages begin at 1; what is no page counts as the first, what is behind the last as the last. */
    private static long page(Request request, long total, int size) {
        long page;
        try {
            page = Long.parseLong(request.query("p"));
        } catch (NumberFormatException e) {
            page = 1;
        }
        return Math.max(1, Math.min(page, (total + size - 1) / size));
    }
}
