package iam.providers.jpa;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** The tables, columns and indexes that the catalogue needs, and the statements for those that are missing. Nothing is ever dropped. */
final class Schema {
    private static final int TOTAL_NAME = 100;

    private final Dialect dialect;
    private final List<Part> parts = new ArrayList<>();

    Schema(Dialect dialect, Tables tables) {
        this.dialect = dialect;
        for (Table<?> table : tables.all()) {
            parts.add(part(table));
            table.links().forEach(link -> parts.add(part(table, link)));
        }
        parts.add(totals());
    }

    private Part part(Table<?> table) {
        Map<String, String> columns = new LinkedHashMap<>();
        table.columns().forEach(column -> columns.put(column.name(), definition(column)));
        List<String> indexes = new ArrayList<>();
        for (List<ScalarColumn> index : table.indexes()) {
            String name = Names.index(table.name(), index.stream().map(ScalarColumn::name).collect(Collectors.joining("_")));
            String over = index.stream().map(dialect::indexPart).collect(Collectors.joining(", "));
            indexes.add("CREATE INDEX IF NOT EXISTS " + name + " ON " + table.name() + " (" + over + ")");
        }
        return new Part(table.name(), columns, "PRIMARY KEY (" + names(table.keys()) + ")", indexes);
    }

    private Part part(Table<?> table, LinkTable link) {
        Map<String, String> columns = new LinkedHashMap<>();
        link.keys().forEach(key -> columns.put(key.name(), definition(key)));
        columns.put(LinkTable.ELEMENT, dialect.varchar(LinkTable.ELEMENT_LENGTH) + " NOT NULL");
        String keys = names(link.keys());
        String constraints = "PRIMARY KEY (" + keys + ", " + LinkTable.ELEMENT + "), FOREIGN KEY (" + keys + ") REFERENCES " + table.name() + " (" + keys
                + ") ON DELETE CASCADE ON UPDATE CASCADE";
        String index = "CREATE INDEX IF NOT EXISTS " + Names.index(link.name(), LinkTable.ELEMENT) + " ON " + link.name() + " (" + LinkTable.ELEMENT + ")";
        return new Part(link.name(), columns, constraints, List.of(index));
    }

    private Part totals() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("type_", dialect.varchar(TOTAL_NAME) + " NOT NULL");
        columns.put("field", dialect.varchar(TOTAL_NAME) + " NOT NULL");
        columns.put("value_", dialect.varchar(LinkTable.ELEMENT_LENGTH) + " NOT NULL");
        columns.put("n", "bigint NOT NULL");
        columns.put("counted_at", "bigint NOT NULL");
        return new Part(Totals.TABLE, columns, "PRIMARY KEY (type_, field, value_)", List.of());
    }

    private String definition(Column column) {
        return dialect.type(column) + (column.nullable() ? "" : " DEFAULT " + column.type().zero() + " NOT NULL");
    }

    private static String names(List<ScalarColumn> columns) {
        return columns.stream().map(ScalarColumn::name).collect(Collectors.joining(", "));
    }

    /** Changes whenever a statement of an empty database would change. */
    int checksum() {
        CRC32 sum = new CRC32();
        missing(Set.of()).forEach(statement -> sum.update(statement.getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    /**
     * The statements that complete a database.
     *
     * @param existing its columns, as {@code table.column} in lower case
     */
    List<String> missing(Set<String> existing) {
        List<String> statements = new ArrayList<>();
        for (Part part : parts) {
            List<String> columns = part.columns().keySet().stream().filter(column -> !existing.contains(part.table() + "." + column)).toList();
            if (columns.size() == part.columns().size()) {
                statements.add(create(part));
            } else {
                columns.forEach(column -> statements.add("ALTER TABLE " + part.table() + " ADD COLUMN " + column + " " + part.columns().get(column)));
            }
            statements.addAll(part.indexes());
        }
        return statements;
    }

    private String create(Part part) {
        String columns = part.columns().entrySet().stream().map(column -> column.getKey() + " " + column.getValue()).collect(Collectors.joining(", "));
        return "CREATE TABLE " + part.table() + " (" + columns + ", " + part.constraints() + ")" + dialect.tableOptions();
    }

    /** A table with its columns by name, and all else it needs. */
    private record Part(String table, Map<String, String> columns, String constraints, List<String> indexes) {
    }
}
