package iam.war.resource;

import static iam.spi.store.Condition.contains;

import iam.api.ApiException;
import iam.api.Entity;
import iam.api.EntityField;
import iam.api.EntityType;
import iam.api.Envelope;
import iam.api.Message;
import iam.spi.store.Condition;
import iam.spi.store.EntityStore;
import iam.spi.store.Query;
import iam.war.operation.Request;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Paging, filter and order of the list operations (contract: entities.md section 4). One statement for a whole list, two for a page. */
final class Listing {
    /** The parameters of every list. */
    static final String[] PARAMETERS = {"p", "pageSize", "field", "value", "sortField", "sortOrder"};

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9]+");

    private Listing() {
    }

    /**
     * Answers a list operation.
     *
     * @param store where from
     * @param type of what
     * @param conditions which rows, before the caller's filter
     * @param request the caller's filter, order and page
     * @param view turns rows into what the caller may see
     */
    static <E extends Entity> Envelope answer(EntityStore store, EntityType<E> type, List<Condition> conditions, Request request, Function<List<E>, List<?>> view) {
        Query query = Query.where(conditions);
        if (request.query("p").isEmpty() || request.query("pageSize").isEmpty()) {
            return Envelope.ok(view.apply(store.list(type, sorted(type, query, "", true))));
        }
        int size = request.number("pageSize", 0);
        Query filtered = filtered(type, query, request);
        long total = store.count(type, filtered);
        int offset = size <= 0 ? 0 : (int) ((page(request, total, size) - 1) * size);
        Query page = sorted(type, filtered, request.query("sortField"), !request.query("sortOrder").equals("ascend")).window(offset, size < 0 ? Query.ALL : size);
        return Envelope.ok(view.apply(size == 0 ? List.of() : store.list(type, page)), total);
    }

    private static <E extends Entity> Query filtered(EntityType<E> type, Query query, Request request) {
        String field = request.query("field");
        String value = request.query("value");
        boolean filter = !value.isEmpty() && SAFE.matcher(field).matches() && type.find(field).filter(EntityField::queryable).isPresent();
        return filter ? query.and(contains(field, value)) : query;
    }

    private static <E extends Entity> Query sorted(EntityType<E> type, Query query, String field, boolean descending) {
        boolean known = SAFE.matcher(field).matches() && type.find(field).filter(EntityField::queryable).isPresent();
        String sort = known ? field : type.find("createdTime").isPresent() ? "createdTime" : type.keys().get(0).name();
        return descending ? query.descending(sort) : query.ascending(sort);
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

    /**
     * Refuses text that is longer than its field takes.
     *
     * @throws ApiException that names the field
     */
    static void checkLengths(Entity entity) {
        for (EntityField field : entity.type().stored()) {
            if (field.length() > 0) {
                String text = field.text(entity);
                if (text.length() > field.length() && text.codePointCount(0, text.length()) > field.length()) {
                    throw new ApiException(Message.VALUE_TOO_LONG, field.name(), field.length());
                }
            }
        }
    }
}
