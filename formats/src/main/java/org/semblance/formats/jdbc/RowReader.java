package org.semblance.formats.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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

/** Reads the rows of a table through JDBC into columns, some thousand at a time: 8 bytes a number, 4 a label. */
final class RowReader {
    private static final int TOLD_EVERY = 4096;

    private final Engine engine;
    private final Connection connection;
    private final Run run;
    private final Progress.Stage stage;

    RowReader(Engine engine, Connection connection, Run run, Progress.Stage stage) {
        this.engine = engine;
        this.connection = connection;
        this.run = run;
        this.stage = stage;
    }

    Loaded read(Catalogue.Entry entry, ReadOptions options) throws SQLException {
        List<CellReader> cells = new ArrayList<>();
        for (Catalogue.Item item : entry.items()) {
            cells.add(CellReader.of(item, engine));
        }
        String order = engine.order(entry);
        String sql = "SELECT "
                + entry.items().stream().map(engine::select).collect(Collectors.joining(", "))
                + " FROM " + engine.qualified(entry.schema(), entry.name())
                + (order.isEmpty() ? "" : " ORDER BY " + order);
        long rows = fetch(sql, cells);
        List<String> notes = cells.stream()
                .map(CellReader::note)
                .filter(note -> !note.isEmpty())
                .toList();
        return new Loaded(table(cells, options.schema()), Dialect.STANDARD, rows, notes, notes);
    }

    private long fetch(String sql, List<CellReader> cells) throws SQLException {
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(Engine.FETCH);
            try (ResultSet set = statement.executeQuery(sql)) {
                int width = cells.size();
                CellReader[] readers = cells.toArray(new CellReader[0]);
                while (set.next()) {
                    for (int c = 0; c < width; c++) {
                        readers[c].read(set, c + 1);
                    }
                    if (++rows % TOLD_EVERY == 0) {
                        Run.checkCancelled();
                        stage.add(TOLD_EVERY);
                    }
                }
            }
        }
        stage.add(rows % TOLD_EVERY);
        return rows;
    }

    private Table table(List<CellReader> cells, @org.jspecify.annotations.Nullable SchemaOverrides schema) {
        if (schema != null) {
            schema.check(cells.stream().map(CellReader::name).toList());
        }
        TypedColumn[] made = new TypedColumn[cells.size()];
        run.parallel(made.length, c -> {
            SchemaOverrides.Column said =
                    schema == null ? null : schema.columns().get(cells.get(c).name());
            made[c] = cells.get(c).made(c == 0).as(said, run);
        });
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (TypedColumn column : made) {
            fields.add(column.field());
            columns.add(column.column());
        }
        return Table.of(new Schema(fields), columns);
    }
}
