package org.semblance.formats.duck;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Outputs;
import org.semblance.io.database.DatabaseSink;
import org.semblance.run.Run;
import org.semblance.table.Metadata;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** A folder of Parquet or JSON files, one a table. Rows are staged in DuckDB, and what does not fit there on disk. */
public final class DuckFolderSink implements DatabaseSink {
    private final String name;
    private final DuckFormat format;
    private final @Nullable Path folder;
    private final @Nullable Outputs outputs;
    private final UnaryOperator<String> names;
    private boolean force;

    private DuckFolderSink(
            String name,
            DuckFormat format,
            @Nullable Path folder,
            @Nullable Outputs outputs,
            UnaryOperator<String> names) {
        this.name = name;
        this.format = format;
        this.folder = folder;
        this.outputs = outputs;
        this.names = names;
    }

    /** A folder, which is made where it is not there. */
    public static DuckFolderSink of(Path folder, String name, DuckFormat format) {
        return new DuckFolderSink(name, format, folder, null, table -> table);
    }

    /**
     * Tables among other outputs, which somebody else commits and closes.
     *
     * @param names what the file of a table is called, without its ending; with a slash where it is in a folder
     */
    public static DatabaseSink inside(Outputs outputs, UnaryOperator<String> names, DuckFormat format) {
        return new DuckFolderSink("files", format, null, outputs, names);
    }

    @Override
    public String name() {
        return name;
    }

    private String file(String table) {
        return names.apply(table) + format.ending();
    }

    private void expect(Outputs out, Metadata metadata) {
        out.expect(metadata.schemas().keySet().stream().map(this::file).toArray(String[]::new));
    }

    @Override
    public void check(Metadata metadata, boolean replace) {
        force = replace;
        Outputs among = outputs;
        if (among != null) {
            expect(among, metadata);
            return;
        }
        try (Outputs out = Outputs.in(Objects.requireNonNull(folder), replace)) {
            expect(out, metadata);
        }
    }

    @Override
    public Writing begin(Metadata metadata, Run run) {
        Outputs among = outputs;
        Outputs out = among != null ? among : Outputs.in(Objects.requireNonNull(folder), force);
        try {
            return new Staged(out, among == null, metadata, run);
        } catch (SQLException e) {
            if (among == null) {
                out.close();
            }
            throw DuckFormat.unwritten(e);
        }
    }

    private final class Staged implements Writing {
        private final Outputs out;
        private final boolean alone;
        private final Duck duck;
        private final Map<String, DuckStage> stages = new LinkedHashMap<>();

        Staged(Outputs out, boolean alone, Metadata metadata, Run run) throws SQLException {
            this.out = out;
            this.alone = alone;
            duck = Duck.inMemory(run);
            for (Map.Entry<String, Schema> table : metadata.schemas().entrySet()) {
                Schema schema = table.getValue();
                stages.put(
                        table.getKey(),
                        new DuckStage(duck.connection(), table.getKey(), schema, format.wanted(schema, Map.of())));
            }
        }

        @Override
        public void write(String table, Table rows) {
            try {
                Objects.requireNonNull(stages.get(table), table).add(rows);
            } catch (SQLException e) {
                throw DuckFormat.unwritten(e);
            }
        }

        @Override
        public void commit() {
            try {
                for (Map.Entry<String, DuckStage> stage : stages.entrySet()) {
                    try (OutputStream file = out.open(file(stage.getKey()))) {
                        format.copy(duck, stage.getValue(), file);
                    }
                    stage.getValue().drop();
                }
            } catch (SQLException e) {
                throw DuckFormat.unwritten(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (alone) {
                out.commit();
            }
        }

        @Override
        public void close() {
            try {
                duck.close();
            } catch (SQLException e) {
                // It lies in memory and in the folder for temporary files.
            }
            if (alone) {
                out.close();
            }
        }
    }
}
