package org.semblance.formats.duck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.semblance.io.Dialect;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.TypedColumn;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Reads what DuckDB can select from (a Parquet file, a JSON file, a table of its own) into columns, chunk by chunk. Cost:
 * a pass for the extremes of whole numbers and one for the cells; 8 bytes a number, 4 a label, beside 1 GB for DuckDB.
 */
public final class DuckReader {
    /** Every whole number up to here is a double. */
    private static final String EXACT = "9007199254740992";

    private final Connection connection;
    private final Run run;
    private final Progress.Stage stage;

    /** A reader that tells its progress in rows. */
    public DuckReader(Connection connection, Run run, Progress.Stage stage) {
        this.connection = connection;
        this.run = run;
        this.stage = stage;
    }

    /** The names and types of the columns of a relation, in order. */
    public static Map<String, String> types(Connection connection, String relation) throws SQLException {
        return Duck.rows(connection, "DESCRIBE SELECT * FROM " + relation).stream()
                .collect(Collectors.toMap(
                        row -> row.get(0), row -> row.get(1), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    /**
     * All rows of a relation, or a uniform sample where they are too many.
     *
     * @param relation what stands behind FROM
     * @param order what stands behind ORDER BY, or empty for the order of the source
     */
    public Loaded read(String relation, String order, ReadOptions options) throws SQLException {
        List<DuckColumn.Asked> asked = new ArrayList<>();
        types(connection, relation).forEach((name, type) -> asked.add(new DuckColumn.Asked(name, type)));
        List<DuckColumn> columns = columns(relation, asked);
        long rows = Long.parseLong(
                Duck.rows(connection, "SELECT count(*) FROM " + relation).get(0).get(0));
        long most = Math.min(options.maxRows(), options.maxBytes() / (8L * Math.max(1, columns.size())));
        String all = "SELECT " + columns.stream().map(DuckColumn::select).collect(Collectors.joining(", ")) + " FROM "
                + relation + (order.isEmpty() ? "" : " ORDER BY " + order);
        if (rows > most) {
            Duck.run(connection, "SET threads=1");
            all += " USING SAMPLE reservoir(" + most + " ROWS) REPEATABLE ("
                    + run.rng().child("sample").nextInt(1 << 30) + ")";
        }
        fetch(all, columns);
        List<String> notes = new ArrayList<>();
        if (rows > most) {
            notes.add(String.format(
                    java.util.Locale.ROOT,
                    "a sample of %,d of %,d rows was read: memory does not hold all.",
                    most,
                    rows));
        }
        columns.stream().map(DuckColumn::note).filter(note -> !note.isEmpty()).forEach(notes::add);
        return new Loaded(table(columns, options.schema()), Dialect.STANDARD, rows, notes, notes);
    }

    /** Which whole numbers a double holds, and which bytes are texts (some writers of Parquet do not tell), is asked first. */
    private List<DuckColumn> columns(String relation, List<DuckColumn.Asked> asked) throws SQLException {
        List<String> checks = asked.stream()
                .map(column -> column.whole()
                        ? "min(" + column.sql() + ") < -" + EXACT + " OR max(" + column.sql() + ") > " + EXACT
                        : column.bytes()
                                ? "count(" + column.sql() + ") > count(TRY(decode(" + column.sql() + ")))"
                                : "false")
                .toList();
        List<String> odd = Duck.rows(connection, "SELECT " + String.join(", ", checks) + " FROM " + relation)
                .get(0);
        List<DuckColumn> columns = new ArrayList<>();
        for (int c = 0; c < asked.size(); c++) {
            columns.add(DuckColumn.of(asked.get(c), odd.get(c).equals("true")));
        }
        return columns;
    }

    private void fetch(String sql, List<DuckColumn> columns) throws SQLException {
        DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
        try (DuckDBPreparedStatement statement = duck.prepare(sql);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                Run.checkCancelled();
                DuckDBDataChunkReader chunk = result.chunk();
                long count = chunk.rowCount();
                for (int c = 0; c < columns.size(); c++) {
                    columns.get(c).add(chunk.vector(c), count);
                }
                stage.add(count);
            }
        }
    }

    private Table table(List<DuckColumn> columns, @org.jspecify.annotations.Nullable SchemaOverrides schema) {
        if (schema != null) {
            schema.check(columns.stream().map(column -> column.asked.name()).toList());
        }
        TypedColumn[] made = new TypedColumn[columns.size()];
        run.parallel(made.length, c -> {
            DuckColumn column = columns.get(c);
            made[c] = column.made(c == 0)
                    .as(schema == null ? null : schema.columns().get(column.asked.name()), run);
        });
        List<Field> fields = new ArrayList<>();
        List<Column> cells = new ArrayList<>();
        for (TypedColumn column : made) {
            fields.add(column.field());
            cells.add(column.column());
        }
        return Table.of(new Schema(fields), cells);
    }
}
