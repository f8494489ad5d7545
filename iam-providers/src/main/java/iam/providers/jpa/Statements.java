package iam.providers.jpa;

import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/** The texts of SQL statements. */
final class Statements {
    private Statements() {
    }

    static String insert(String table, Collection<String> columns) {
        StringJoiner marks = new StringJoiner(", ", " VALUES (", ")");
        columns.forEach(column -> marks.add("?"));
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ")" + marks;
    }

    static String update(String table, Collection<String> columns, String where) {
        StringJoiner assignments = new StringJoiner(", ");
        columns.forEach(column -> assignments.add(column + " = ?"));
        return "UPDATE " + table + " SET " + assignments + where;
    }

    static String lock(String table, Collection<String> columns, String where) {
        return "SELECT " + String.join(", ", columns) + " FROM " + table + where + " FOR UPDATE";
    }

    static String key(List<ScalarColumn> keys) {
        StringJoiner where = new StringJoiner(" AND ", " WHERE ", "");
        keys.forEach(key -> where.add(key.name() + " = ?"));
        return where.toString();
    }
}
