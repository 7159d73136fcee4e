package org.semblance.formats.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.io.database.DatabaseOptions;
import org.semblance.io.database.DatabaseSink;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Database;
import org.semblance.table.Kind;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/** What holds for every kind of database that is written. */
class SinkTest {
    @TempDir
    Path folder;

    private Address address(String kind) {
        return switch (kind) {
            case "postgresql" -> Servers.postgres();
            case "mariadb" -> Servers.mariadb();
            default -> new Address("jdbc:" + kind + ":" + folder.resolve("x." + kind));
        };
    }

    /** Two tables that point at each other, one that points at itself, and one without rows or key. */
    private static Database circle() {
        return Database.of(
                Databases.tables(
                        "order",
                        Table.of(
                                "id:key, first line:identifier, at:datetime, price:decimal, paid:flag",
                                "1",
                                "10",
                                1_577_872_800_250_000.0,
                                12.5,
                                "true",
                                "2",
                                "12",
                                null,
                                null,
                                null),
                        "line",
                        Table.of(
                                "id:key, of:identifier, text:text",
                                "10",
                                "1",
                                "",
                                "11",
                                "1",
                                null,
                                "12",
                                "2",
                                "Öl \"x\""),
                        "staff",
                        Table.of(
                                "id:key, boss:identifier, born:date, from:time",
                                "1",
                                null,
                                18_262,
                                36_000_000_000.0,
                                "2",
                                "1",
                                -1,
                                null),
                        "none",
                        Table.of("x:whole, y:text")),
                Map.of("order", List.of("id"), "line", List.of("id"), "staff", List.of("id")),
                List.of(
                        Relationship.of("line", "id", "order", "first line"),
                        Relationship.of("order", "id", "line", "of"),
                        Relationship.of("staff", "id", "staff", "boss")),
                List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "duckdb", "mariadb"})
    void circlesAndEmptyTables(String kind) {
        Database circle = circle();
        Address address = address(kind);

        List<String> notes = Databases.write(circle, Databases.sink(address, null), false, 2);
        Database back = Databases.database(Databases.read(address));

        assertThat(back.tables().keySet())
                .containsExactlyInAnyOrderElementsOf(circle.tables().keySet());
        circle.tables().forEach((name, table) -> Databases.sameCells(name, table, back.table(name)));
        assertThat(back.keys()).isEqualTo(circle.keys());
        assertThat(back.table("order").schema().field(0).kind()).isEqualTo(Kind.KEY);
        if (kind.equals("duckdb")) {
            assertThat(notes).hasSize(2).allMatch(note -> note.contains("which DuckDB can not fill"));
            assertThat(back.relationships()).hasSize(1);
        } else {
            assertThat(notes).isEmpty();
            assertThat(back.relationships()).containsExactlyInAnyOrderElementsOf(circle.relationships());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "duckdb", "mariadb"})
    void whatIsThereIsReplacedOnlyByForceAndOnlyWhenAllIsWritten(String kind) {
        Database circle = circle();
        Address address = address(kind);
        Databases.write(circle, Databases.sink(address, null));
        JdbcSink sink = Databases.sink(address, null);

        assertThatThrownBy(() -> sink.check(circle.metadata(), false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("refused: there are already line, none, order, staff")
                .hasMessageContaining("--force");
        sink.check(circle.metadata(), true);
        try (DatabaseSink.Writing to = sink.begin(circle.metadata(), Databases.RUN)) {
            to.write("order", circle.table("order"));
        }
        Database still = Databases.database(Databases.read(address));
        circle.tables().forEach((name, table) -> Databases.sameCells(name, table, still.table(name)));

        Database less = Database.of(
                Databases.tables(
                        "order",
                        circle.table("order").take(new int[] {0}),
                        "line",
                        circle.table("line").take(new int[] {0, 1}),
                        "staff",
                        circle.table("staff"),
                        "none",
                        circle.table("none")),
                circle.keys(),
                circle.relationships(),
                List.of());
        Databases.write(less, Databases.sink(address, null), true, 100);
        Database now = Databases.database(Databases.read(address));
        assertThat(now.tables().keySet()).containsExactlyInAnyOrder("line", "none", "order", "staff");
        less.tables().forEach((name, table) -> Databases.sameCells(name, table, now.table(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "duckdb", "mariadb"})
    void whatRowsDoNotKeepIsLeftOutAndSaid(String kind) {
        Database orphans = Database.of(
                Databases.tables(
                        "a",
                        Table.of("id:whole, code:text", 1, "x", 2, "x"),
                        "b",
                        Table.of("a:whole, code:text", 1, "x", 7, "y")),
                Map.of("a", List.of("id")),
                List.of(Relationship.of("a", "id", "b", "a"), Relationship.of("a", "code", "b", "code")),
                List.of());

        List<String> notes = Databases.write(orphans, Databases.sink(address(kind), null));

        if (kind.equals("sqlite")) {
            assertThat(notes).anyMatch(note -> note.contains("foreign keys of b point at columns"));
        } else {
            assertThat(notes)
                    .anyMatch(note -> note.contains("the foreign key b.a -> a.id does not hold"))
                    .anyMatch(note -> note.contains("the foreign key b.code -> a.code does not hold"));
        }
        assertThat(notes).anyMatch(note -> note.contains("\"code\" of a differs in every row does not hold"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "sqlite", "duckdb", "mariadb"})
    void theTypesOfPostgresqlGoEverywhere(String kind) {
        Address from = Servers.postgres();
        Servers.sql(
                from,
                "CREATE TABLE t (a smallint PRIMARY KEY, b varchar(9), c numeric(8,3), d timestamptz, e real, f char(3),"
                        + " g uuid UNIQUE, h boolean, i time, j timestamp, k bytea NOT NULL, l bigint, m jsonb)",
                "INSERT INTO t VALUES (1, 'x', 1.125, '2020-07-01 12:00:00.5+02', 0.1, 'ab', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',"
                        + " true, '10:00:00.25', '2020-07-01 02:30:00', '\\x00', 9007199254740993, '{\"a\": 1}'),"
                        + " (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', NULL, NULL)");
        JdbcSource source = Databases.source(from);
        Database real = Databases.database(source.read(DatabaseOptions.DEFAULT, Databases.RUN));
        Address to = address(kind);

        List<String> notes = Databases.write(real, Databases.sink(to, source));

        assertThat(notes).isEmpty();
        LoadedDatabase back = Databases.read(to);
        Databases.sameCells("t", real.table("t"), back.rows().get("t"));
        assertThat(back.declared().keys()).containsEntry("t", List.of("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "duckdb"})
    void aNewFileIsThereWholeOrNotAtAll(String kind) throws IOException {
        Database circle = circle();
        JdbcSink sink = Databases.sink(address(kind), null);
        sink.check(circle.metadata(), false);
        assertThat(folder).isEmptyDirectory();

        try (DatabaseSink.Writing to = sink.begin(circle.metadata(), Databases.RUN)) {
            to.write("order", circle.table("order"));
        }

        assertThat(folder).isEmptyDirectory();
        Databases.write(circle, sink);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("x." + kind));
        }
    }

    @Test
    void aFullDiskLeavesNothing() {
        Address small = new Address("jdbc:sqlite:" + folder.resolve("small.db") + "?max_page_count=8");
        Object[] cells = new Object[2000];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = "a text of some length, number " + i;
        }
        Database large = Database.of(Map.of("t", Table.of("x:text", cells)), List.of());

        assertThatThrownBy(() -> Databases.write(large, Databases.sink(small, null)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the disk is full, or can not be written. Nothing was written.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void namesThatADatabaseCanNotHaveAreAllSaidBefore() {
        Database names =
                Database.of(Databases.tables("T", Table.of("a:whole, A:whole"), "t", Table.of("x:whole")), List.of());
        Database longName = Database.of(Map.of("x".repeat(64), Table.of("a:whole")), List.of());

        assertThatThrownBy(() -> Databases.sink(address("sqlite"), null).check(names.metadata(), false))
                .hasMessageContaining("the tables \"T\" and \"t\" are the same to SQLite")
                .hasMessageContaining("the columns \"a\" and \"A\" are the same to SQLite");
        assertThatThrownBy(() -> Databases.sink(Servers.postgres(), null).check(longName.metadata(), false))
                .hasMessageContaining("longer than the 63 bytes that PostgreSQL allows");
    }

    @Test
    void anEarlierRunThatWasKilledIsNotInTheWay() {
        Address address = Servers.mariadb();
        Servers.sql(address, "CREATE TABLE `semblance~new~order` (x INT)");

        Databases.write(circle(), Databases.sink(address, null));

        assertThat(Servers.ask(
                        address, "SELECT count(*) FROM information_schema.tables WHERE table_schema = database()"))
                .isEqualTo("4");
    }
}
