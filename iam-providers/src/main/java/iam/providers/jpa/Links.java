package iam.providers.jpa;

import iam.api.Entity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Keeps link tables in step with their lists. */
final class Links {
    private Links() {
    }

    static List<Object> keyOf(Table<?> table, Entity entity) {
        List<Object> key = new ArrayList<>();
        table.keys().forEach(column -> key.add(column.get(entity)));
        return key;
    }

    static void insert(SqlSession session, LinkTable link, List<Object> key, Entity entity) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        for (String element : link.elements(entity)) {
            List<Object> row = new ArrayList<>(key);
            row.add(element);
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            List<String> columns = new ArrayList<>(link.keys().stream().map(ScalarColumn::name).toList());
            columns.add(LinkTable.ELEMENT);
            session.executeAll(Statements.insert(link.name(), columns), rows);
        }
    }

    static void replace(SqlSession session, LinkTable link, List<Object> key, Entity entity) throws SQLException {
        session.execute("DELETE FROM " + link.name() + Statements.key(link.keys()), key);
        insert(session, link, key, entity);
    }
}
