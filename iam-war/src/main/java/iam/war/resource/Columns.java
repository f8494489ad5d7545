package iam.war.resource;

import iam.api.EntityType;
import iam.war.operation.Request;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameter {@code columns}: which fields an update writes. Names are taken as they stand in JSON or with underscores. */
final class Columns {
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z0-9])");

    private Columns() {
    }

    /** The fields that keep their stored value: none when no columns are named. */
    static Set<String> kept(EntityType<?> type, Request request) {
        String columns = request.query("columns");
        if (columns.isEmpty()) {
            return new HashSet<>();
        }
        Set<String> kept = new HashSet<>(type.storedNames());
        Arrays.stream(columns.split(",")).map(column -> camelCase(column.trim())).forEach(kept::remove);
        return kept;
    }

    /** The JSON name of a column. */
    static String camelCase(String column) {
        return UNDERSCORE.matcher(column).replaceAll(match -> match.group(1).toUpperCase(java.util.Locale.ROOT));
    }
}
