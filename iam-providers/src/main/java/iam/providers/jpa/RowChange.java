package iam.providers.jpa;

import iam.api.Entity;
import iam.api.EntityField;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A change of some fields of one row. */
final class RowChange {
    private final Table<?> table;
    private final List<Object> key;
    private final Entity values;
    private final Set<Column> columns = new LinkedHashSet<>();
    private final List<EntityField> packed;
    private final List<LinkTable> links;

    RowChange(Table<?> table, List<Object> key, Entity values, Collection<String> fields) {
        this.table = table;
        this.key = key;
        this.values = values;
        fields.forEach(name -> columns.add(table.column(name)));
        this.packed = fields.stream().map(table.type()::field).filter(EntityField::packed).toList();
        this.links = table.links().stream().filter(link -> fields.contains(link.field().name())).toList();
    }

    /** Whether one statement does it. */
    boolean single() {
        return packed.isEmpty() && links.isEmpty();
    }

    boolean write(SqlSession session) throws SQLException {
        return write(session, null);
    }

    /** Reads, under a lock, what the change depends on: the other packed fields, and the lists whose link tables may stay as they are. */
    boolean lockAndWrite(SqlSession session) throws SQLException {
        List<Column> read = new ArrayList<>();
        if (!packed.isEmpty()) {
            read.add(table.packed());
        }
        links.forEach(link -> read.add(table.column(link.field().name())));
        List<String> texts = session.row(Statements.lock(table.name(), names(read), Statements.key(table.keys())), key);
        if (texts == null) {
            return false;
        }
        Entity stored = table.type().create();
        for (int i = 0; i < texts.size(); i++) {
            read.get(i).set(stored, texts.get(i));
        }
        write(session, stored);
        for (LinkTable link : links) {
            if (!link.elements(stored).equals(link.elements(values))) {
                Links.replace(session, link, changedKey(), values);
            }
        }
        return true;
    }

    private boolean write(SqlSession session, Entity stored) throws SQLException {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Column column : columns) {
            row.put(column.name(), column == table.packed() ? table.packed().merged(stored, values, packed) : column.get(values));
        }
        if (row.isEmpty()) {
            return session.row("SELECT 1 FROM " + table.name() + Statements.key(table.keys()), key) != null;
        }
        List<Object> parameters = new ArrayList<>(row.values());
        parameters.addAll(key);
        return session.execute(Statements.update(table.name(), row.keySet(), Statements.key(table.keys())), parameters) == 1;
    }

    private List<Object> changedKey() {
        List<Object> changed = new ArrayList<>(key);
        for (int i = 0; i < changed.size(); i++) {
            if (columns.contains(table.keys().get(i))) {
                changed.set(i, table.keys().get(i).get(values));
            }
        }
        return changed;
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::name).toList();
    }
}
