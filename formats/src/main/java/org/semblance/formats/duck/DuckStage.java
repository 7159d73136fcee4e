package org.semblance.formats.duck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.semblance.io.NumberText;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Rows on their way into a table or file of DuckDB: they are kept in a temporary table of plain types, from which
 * {@link #select} takes them as the types that are wanted. What does not fit in DuckDB's memory lies in its temporary
 * files.
 */
public final class DuckStage {
    private static final String WHOLE = "'0|-?[1-9][0-9]{0,17}'";

    private final Connection connection;
    private final String table;
    private final Schema schema;
    private final List<String> types;
    private final @Nullable NumberText[] texts;

    /**
     * An empty stage.
     *
     * @param types by column: the DuckDB type that is wanted, or empty where anything will do
     */
    public DuckStage(Connection connection, String table, Schema schema, List<String> types) throws SQLException {
        this.connection = connection;
        this.table = Duck.name(table);
        this.schema = schema;
        this.types = new ArrayList<>();
        this.texts = new @Nullable NumberText[schema.size()];
        List<String> columns = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            Field field = schema.field(c);
            String type = wanted(field, types.get(c));
            this.types.add(type);
            if (type.equals("VARCHAR") && field.kind().numeric()) {
                texts[c] = new NumberText(field);
            }
            columns.add(Duck.name(field.name()) + " " + plain(field, texts[c] != null));
        }
        Duck.run(connection, "CREATE TEMP TABLE " + this.table + " (" + String.join(", ", columns) + ")");
    }

    private static String plain(Field field, boolean text) {
        if (text) {
            return "VARCHAR";
        }
        return switch (field.kind()) {
            case WHOLE -> "BIGINT";
            case DECIMAL -> "DOUBLE";
            case DATE -> "DATE";
            case TIME -> "TIME";
            case DATETIME -> "TIMESTAMP";
            default -> "VARCHAR";
        };
    }

    /** The type that is asked for where the column can have it, else the one that its kind has; empty: seen at the end. */
    private static String wanted(Field field, String asked) {
        boolean number = asked.matches("U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DOUBLE|FLOAT|DECIMAL\\(.*");
        boolean moment = asked.startsWith("TIMESTAMP") || asked.equals("DATE") || asked.equals("TIME");
        return switch (field.kind()) {
            case WHOLE, DECIMAL -> number || asked.equals("VARCHAR") ? asked : plain(field, false);
            case DATE, DATETIME ->
                moment && !asked.equals("TIME") || asked.equals("VARCHAR") ? asked : plain(field, false);
            case TIME -> asked.equals("TIME") || asked.equals("VARCHAR") ? asked : plain(field, false);
            case FLAG -> asked.equals("BOOLEAN") || asked.equals("VARCHAR") ? asked : "";
            case KEY -> asked.equals("VARCHAR") ? asked : "";
            default -> number ? "" : "VARCHAR";
        };
    }

    /** Some more rows. */
    public void add(Table rows) throws SQLException {
        DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
        try (DuckDBAppender to = duck.createAppender(
                "temp", "main", table.substring(1, table.length() - 1).replace("\"\"", "\""))) {
            for (int row = 0; row < rows.rows(); row++) {
                if ((row & 0xFFF) == 0) {
                    Run.checkCancelled();
                }
                to.beginRow();
                for (int c = 0; c < rows.width(); c++) {
                    append(to, rows.column(c), row, c);
                }
                to.endRow();
            }
        }
    }

    private void append(DuckDBAppender to, Column column, int row, int c) throws SQLException {
        if (column.isMissing(row)) {
            to.appendNull();
            return;
        }
        if (column instanceof CodeColumn codes) {
            to.append(codes.labels().get(codes.code(row)));
            return;
        }
        double value = ((NumberColumn) column).get(row);
        NumberText text = texts[c];
        if (text != null) {
            to.append(text.of(value));
            return;
        }
        Field field = schema.field(c);
        switch (field.kind()) {
            case WHOLE -> to.append(Math.round(value));
            case DATE -> to.appendEpochDays((int) Math.round(value));
            case TIME -> to.appendDayMicros(Math.round(value));
            case DATETIME -> to.appendEpochMicros(Math.round(value));
            default -> to.append(field.format().rounded(value));
        }
    }

    /** The final types of the columns: what was asked for, or what all the labels are. */
    public List<String> types() throws SQLException {
        List<String> checks = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            String name = Duck.name(schema.field(c).name());
            String looks = schema.field(c).kind() == Kind.FLAG
                    ? "lower(" + name + ") IN ('true', 'false')"
                    : "regexp_full_match(" + name + ", " + WHOLE + ")";
            checks.add(types.get(c).isEmpty() ? "bool_and(" + looks + ")" : "NULL");
        }
        List<String> all = Duck.rows(connection, "SELECT " + String.join(", ", checks) + " FROM " + table)
                .get(0);
        List<String> out = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            String found =
                    !all.get(c).equals("true") ? "VARCHAR" : schema.field(c).kind() == Kind.FLAG ? "BOOLEAN" : "BIGINT";
            out.add(types.get(c).isEmpty() ? found : types.get(c));
        }
        return out;
    }

    /** A query for all rows, in the order in which they came. */
    public String select(List<String> finalTypes) {
        List<String> columns = new ArrayList<>();
        for (int c = 0; c < schema.size(); c++) {
            String name = Duck.name(schema.field(c).name());
            columns.add(name + "::" + finalTypes.get(c) + " AS " + name);
        }
        return "SELECT " + String.join(", ", columns) + " FROM " + table;
    }

    /** Forgets the rows. */
    public void drop() throws SQLException {
        Duck.run(connection, "DROP TABLE " + table);
    }
}
