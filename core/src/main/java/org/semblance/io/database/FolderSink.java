package org.semblance.io.database;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.semblance.io.Dialect;
import org.semblance.io.Outputs;
import org.semblance.io.PartWriter;
import org.semblance.run.Run;
import org.semblance.table.Metadata;
import org.semblance.table.Table;

/** A folder of delimited text, one file a table, {@code NAME.csv}, each written as its source was. */
public final class FolderSink implements DatabaseSink {
    private final Path folder;
    private final String name;
    private final Map<String, Dialect> dialects;
    private boolean force;

    /**
     * A folder, which is made where it is not there.
     *
     * @param dialects how each table is written; {@link Dialect#STANDARD} for those not in it
     */
    public FolderSink(Path folder, String name, Map<String, Dialect> dialects) {
        this.folder = folder;
        this.name = name;
        this.dialects = Collections.unmodifiableMap(new LinkedHashMap<>(dialects));
    }

    @Override
    public String name() {
        return name;
    }

    /** The name of a table's file. */
    public static String file(String table) {
        return table + ".csv";
    }

    /**
     * Tables among other outputs, which somebody else commits and closes.
     *
     * @param names what the file of a table is called, without its ending; with a slash where it is in a folder
     */
    public static DatabaseSink inside(Outputs outputs, UnaryOperator<String> names, Map<String, Dialect> dialects) {
        return new Inside(new Place(outputs, names, false), dialects);
    }

    @Override
    public void check(Metadata metadata, boolean replace) {
        force = replace;
        try (Outputs out = Outputs.in(folder, replace)) {
            new Place(out, table -> table, true).expect(metadata);
        }
    }

    @Override
    public Writing begin(Metadata metadata, Run run) {
        Outputs outputs = Outputs.in(folder, force);
        try {
            return new Tables(new Place(outputs, table -> table, true), metadata, dialects, run);
        } catch (RuntimeException e) {
            outputs.close();
            throw e;
        }
    }

    /** Where the files go, and whether they are committed alone. */
    private record Place(Outputs outputs, UnaryOperator<String> names, boolean alone) {
        String file(String table) {
            return FolderSink.file(names.apply(table));
        }

        void expect(Metadata metadata) {
            outputs.expect(metadata.schemas().keySet().stream().map(this::file).toArray(String[]::new));
        }
    }

    private record Inside(Place place, Map<String, Dialect> dialects) implements DatabaseSink {
        @Override
        public String name() {
            return "files";
        }

        @Override
        public void check(Metadata metadata, boolean force) {
            place.expect(metadata);
        }

        @Override
        public Writing begin(Metadata metadata, Run run) {
            return new Tables(place, metadata, dialects, run);
        }
    }

    private static final class Tables implements Writing {
        private final Place place;
        private final Run run;
        private final Map<String, PartWriter> writers = new LinkedHashMap<>();

        Tables(Place place, Metadata metadata, Map<String, Dialect> dialects, Run run) {
            this.place = place;
            this.run = run.silent();
            metadata.schemas().forEach((table, schema) -> {
                Dialect dialect = dialects.getOrDefault(table, Dialect.STANDARD);
                OutputStream out = place.outputs().open(place.file(table));
                writers.put(table, PartWriter.begin(schema, dialect, out));
            });
        }

        @Override
        public void write(String table, Table rows) {
            Objects.requireNonNull(writers.get(table), table).write(rows, run);
        }

        @Override
        public void commit() {
            if (place.alone()) {
                place.outputs().commit();
            }
        }

        @Override
        public void close() {
            if (place.alone()) {
                place.outputs().close();
            }
        }
    }
}
