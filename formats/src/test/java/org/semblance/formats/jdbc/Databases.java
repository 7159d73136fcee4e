package org.semblance.formats.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.semblance.io.database.DatabaseOptions;
import org.semblance.io.database.DatabaseSink;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Declared;
import org.semblance.table.Table;

/** What tests do with databases. */
final class Databases {
    static final Run RUN = Run.of(1).threads(2);

    private Databases() {}

    static JdbcSource source(Address address) {
        return new JdbcSource(Engines.known(), address, Login.NONE, List.of());
    }

    static LoadedDatabase read(Address address) {
        return source(address).read(DatabaseOptions.DEFAULT, RUN);
    }

    /** What was read, with the keys that the catalogue told. */
    static Database database(LoadedDatabase loaded) {
        Declared declared = loaded.declared();
        return Database.of(
                loaded.rows(),
                declared.keys(),
                declared.relationships() == null ? List.of() : declared.relationships(),
                List.of());
    }

    static JdbcSink sink(Address address, JdbcSource like) {
        return new JdbcSink(Engines.known(), address, Login.NONE, "", like);
    }

    /** Writes all tables in parts of so many rows; the notes. */
    static List<String> write(Database database, DatabaseSink sink, boolean force, int part) {
        List<String> notes = new ArrayList<>();
        Run run = RUN.progress((name, total, unit) -> new Noted(notes));
        sink.check(database.metadata(), force);
        try (DatabaseSink.Writing to = sink.begin(database.metadata(), run)) {
            database.tables().forEach((name, table) -> {
                for (int from = 0; from < table.rows(); from += part) {
                    int first = from;
                    int[] rows = new int[Math.min(part, table.rows() - from)];
                    java.util.Arrays.setAll(rows, i -> first + i);
                    to.write(name, table.take(rows));
                }
            });
            to.commit();
        }
        return notes;
    }

    static List<String> write(Database database, DatabaseSink sink) {
        return write(database, sink, false, 1000);
    }

    private record Noted(List<String> notes) implements Progress.Stage {
        @Override
        public void add(long units) {}

        @Override
        public void note(String words) {
            notes.add(words);
        }

        @Override
        public void close() {}
    }

    /** Same tables, columns, kinds, keys, relationships and cells, in the order of the primary keys. */
    static void same(Database real, Database other) {
        assertThat(other.tables().keySet()).isEqualTo(real.tables().keySet());
        assertThat(other.keys()).isEqualTo(real.keys());
        assertThat(other.relationships()).containsExactlyInAnyOrderElementsOf(real.relationships());
        real.tables()
                .forEach((name, table) ->
                        same(name, table, Objects.requireNonNull(other.tables().get(name))));
    }

    /** Columns and kinds too. */
    static void same(String name, Table real, Table other) {
        assertThat(other.schema().fields().stream().map(field -> field.name() + " " + field.kind()))
                .as(name)
                .containsExactlyElementsOf(real.schema().fields().stream()
                        .map(field -> field.name() + " " + field.kind())
                        .toList());
        sameCells(name, real, other);
    }

    /** Whatever the kinds: a whole number is its text. */
    static void sameCells(String name, Table real, Table other) {
        assertThat(other.schema().names()).as(name).isEqualTo(real.schema().names());
        assertThat(other.rows()).as(name).isEqualTo(real.rows());
        for (int c = 0; c < real.width(); c++) {
            for (int r = 0; r < real.rows(); r++) {
                Object cell = plain(real.cell(r, c));
                if (!Objects.equals(cell, plain(other.cell(r, c)))) {
                    assertThat(plain(other.cell(r, c)))
                            .as(name + "." + real.schema().field(c).name() + " row " + r)
                            .isEqualTo(cell);
                }
            }
        }
    }

    private static Object plain(Object cell) {
        return cell instanceof Double number && Math.rint(number) == number ? Long.toString(number.longValue()) : cell;
    }

    static Map<String, Table> tables(Object... namesAndTables) {
        Map<String, Table> out = new java.util.LinkedHashMap<>();
        for (int i = 0; i < namesAndTables.length; i += 2) {
            out.put((String) namesAndTables[i], (Table) namesAndTables[i + 1]);
        }
        return out;
    }
}
