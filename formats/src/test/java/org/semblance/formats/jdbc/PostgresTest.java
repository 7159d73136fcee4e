package org.semblance.formats.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.semblance.io.ReadOptions;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.database.DatabaseOptions;
import org.semblance.io.database.DatabaseSink;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Database;
import org.semblance.table.Kind;
import org.semblance.table.Relationship;
import org.semblance.table.Table;

/** PostgreSQL as it is found: types, names, rights and accidents. */
class PostgresTest {
    private Address address;

    @BeforeEach
    void anEmptyDatabase() {
        address = Servers.postgres();
    }

    private LoadedDatabase read(String... tables) {
        return Databases.source(address)
                .read(new DatabaseOptions(List.of(tables), Map.of(), ReadOptions.DEFAULT), Databases.RUN);
    }

    private static Kind kind(Table table, String column) {
        return table.schema().field(table.schema().index(column)).kind();
    }

    private static Object cell(Table table, int row, String column) {
        return table.cell(row, table.schema().index(column));
    }

    @Test
    void typesAreKept() {
        Servers.sql(
                address,
                "CREATE TYPE mood AS ENUM ('sad', 'ok')",
                "CREATE DOMAIN positive AS integer CHECK (VALUE > 0)",
                "CREATE TABLE t (small smallint, big bigint, long bigint, amount numeric(10,2), any_digits numeric, wide numeric(30,0),"
                        + " single real, twice double precision, cash money, yes boolean, day date, clock time, at timestamp,"
                        + " point timestamptz, fixed char(5), short varchar(7), note text, id uuid, how mood, few positive,"
                        + " list integer[], doc jsonb, raw bytea, span interval, net inet, made integer GENERATED ALWAYS AS (small * 2) STORED)",
                "INSERT INTO t (small, big, long, amount, any_digits, wide, single, twice, cash, yes, day, clock, at, point, fixed, short,"
                        + " note, id, how, few, list, doc, raw, span, net) VALUES"
                        + " (1, 2, 9007199254740993, 12.50, 1.25, 123456789012345678901, 0.1, 0.1, 9.95, true, '2020-02-29', '10:00:01.5',"
                        + " '2020-01-01 10:00:00.25', '2020-01-01 12:00:00+02', 'ab', 'seven', '', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11',"
                        + " 'ok', 3, '{1,2}', '{\"a\": 1}', '\\x00ff', '1 day', '10.0.0.1'),"
                        + " (NULL, NULL, NULL, NULL, 'NaN', NULL, 'Infinity', 'NaN', NULL, NULL, 'infinity', NULL, '-infinity', 'infinity',"
                        + " NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)");

        LoadedDatabase loaded = read();
        Table t = loaded.rows().get("t");

        assertThat(cell(t, 0, "small")).isEqualTo(1.0);
        assertThat(cell(t, 0, "long")).isEqualTo("9007199254740993");
        assertThat(cell(t, 0, "amount")).isEqualTo(12.5);
        assertThat(t.schema().field(3).format().decimals()).isEqualTo(2);
        assertThat(cell(t, 0, "any_digits")).isEqualTo(1.25);
        assertThat(cell(t, 0, "wide")).isEqualTo("123456789012345678901");
        assertThat(cell(t, 0, "single")).isEqualTo(0.1);
        assertThat(cell(t, 0, "cash")).isEqualTo(9.95);
        assertThat(cell(t, 0, "yes")).isEqualTo("true");
        assertThat(kind(t, "yes")).isEqualTo(Kind.FLAG);
        assertThat(cell(t, 0, "day")).isEqualTo(18_321.0);
        assertThat(cell(t, 0, "clock")).isEqualTo(36_001_500_000.0);
        assertThat(cell(t, 0, "at")).isEqualTo(1_577_872_800_250_000.0);
        assertThat(cell(t, 0, "point")).isEqualTo(1_577_872_800_000_000.0);
        assertThat(cell(t, 0, "fixed")).isEqualTo("ab");
        assertThat(cell(t, 0, "note")).isEqualTo("");
        assertThat(cell(t, 0, "id")).isEqualTo("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
        assertThat(cell(t, 0, "how")).isEqualTo("ok");
        assertThat(cell(t, 0, "few")).isEqualTo(3.0);
        assertThat(cell(t, 0, "list")).isEqualTo("{1,2}");
        assertThat(cell(t, 0, "doc")).isEqualTo("{\"a\": 1}");
        assertThat(cell(t, 0, "raw")).isNull();
        assertThat(cell(t, 0, "net")).isEqualTo("10.0.0.1/32");
        assertThat(cell(t, 0, "made")).isEqualTo(2.0);
        for (int c = 0; c < t.width(); c++) {
            assertThat(t.cell(1, c)).as(t.schema().field(c).name()).isNull();
        }
        assertThat(loaded.tables().get("t").notes())
                .anyMatch(note -> note.equals("\"raw\" is of type bytea, which is not read: it is empty."))
                .anyMatch(note -> note.equals("\"net\" is of type inet, which is read and written as text."))
                .anyMatch(note -> note.contains("\"day\" has 1 infinite date"))
                .anyMatch(note -> note.contains("\"long\" holds numbers of more than 15 digits"));
    }

    @Test
    void aCopyHasTheTypesAndKeysOfItsSource() {
        Servers.sql(
                address,
                "CREATE TABLE p (a smallint, b varchar(9) NOT NULL, c numeric(8,3) NOT NULL, d timestamptz, e real, f char(3), g uuid,"
                        + " PRIMARY KEY (a, b), UNIQUE (g), UNIQUE (c, e))",
                "CREATE TABLE q (id integer PRIMARY KEY, a smallint, b varchar(9), up integer REFERENCES q (id), code text UNIQUE,"
                        + " FOREIGN KEY (a, b) REFERENCES p (a, b))",
                "CREATE TABLE r (code text REFERENCES q (code), n bigint)",
                "INSERT INTO p VALUES (1, 'x', 1.125, '2020-01-01 10:00:00.5+00', 0.1, 'abc', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'),"
                        + " (1, 'y', 2, NULL, NULL, NULL, NULL)",
                "INSERT INTO q VALUES (1, 1, 'x', NULL, 'one'), (2, 1, 'y', 1, 'two')",
                "INSERT INTO r VALUES ('one', 1), ('one', 2), (NULL, 3)");
        JdbcSource source = Databases.source(address);
        Database real = Databases.database(source.read(DatabaseOptions.DEFAULT, Databases.RUN));
        Address other = Servers.postgres();

        List<String> notes = Databases.write(real, Databases.sink(other, source));

        assertThat(notes).isEmpty();
        Databases.same(real, Databases.database(Databases.read(other)));
        String columns = "SELECT string_agg(concat_ws(' ', table_name, column_name, udt_name, character_maximum_length,"
                + " numeric_precision, numeric_scale, is_nullable), ', ' ORDER BY table_name, ordinal_position)"
                + " FROM information_schema.columns WHERE table_schema = 'public'";
        assertThat(Servers.ask(other, columns)).isEqualTo(Servers.ask(address, columns));
        String constraints = "SELECT string_agg(conrelid::regclass || ' ' || pg_get_constraintdef(oid), ', ' ORDER BY"
                + " conrelid::regclass::text, pg_get_constraintdef(oid)) FROM pg_constraint WHERE contype IN ('p', 'u', 'f')"
                + " AND connamespace = 'public'::regnamespace";
        assertThat(Servers.ask(other, constraints)).isEqualTo(Servers.ask(address, constraints));
        assertThat(real.relationships())
                .contains(new Relationship("p", List.of("a", "b"), "q", List.of("a", "b")))
                .contains(Relationship.of("q", "id", "q", "up"));
    }

    @Test
    void namesThatNeedQuotesWork() {
        String odd = "\"select \"\"from\"\" Öl; --\"";
        Servers.sql(
                address,
                "CREATE TABLE " + odd + " (\"order\" integer PRIMARY KEY, \"a b,\"\"c\" text, \"Ä_%\" date)",
                "CREATE TABLE \"table\" (\"user\" integer REFERENCES " + odd + ")",
                "INSERT INTO " + odd
                        + " VALUES (1, E'x\\ty\\\\n\n\"q\",', '2020-01-01'), (2, '\\N', NULL), (3, '', NULL), (4, NULL, NULL)",
                "INSERT INTO \"table\" VALUES (1), (NULL), (3)");
        JdbcSource source = Databases.source(address);
        Database real = Databases.database(source.read(DatabaseOptions.DEFAULT, Databases.RUN));
        Address other = Servers.postgres();

        Databases.write(real, Databases.sink(other, source), false, 2);

        assertThat(real.tables().keySet()).containsExactly("select \"from\" Öl; --", "table");
        assertThat(real.relationships()).hasSize(1);
        Databases.same(real, Databases.database(Databases.read(other)));
    }

    @Test
    void viewsPartsAndOtherSchemasAreLeftAloneUnlessNamed() {
        Servers.sql(
                address,
                "CREATE TABLE t (x integer)",
                "INSERT INTO t VALUES (1)",
                "CREATE VIEW v AS SELECT x * 2 AS y FROM t",
                "CREATE TABLE parted (k integer, x integer) PARTITION BY LIST (k)",
                "CREATE TABLE parted_1 PARTITION OF parted FOR VALUES IN (1)",
                "INSERT INTO parted VALUES (1, 7)",
                "CREATE SCHEMA \"oth_er\"",
                "CREATE TABLE \"oth_er\".u (z integer)",
                "CREATE TABLE nothing ()");
        java.util.List<String> notes = new java.util.ArrayList<>();

        LoadedDatabase all = read();
        LoadedDatabase named = read("v", "t");
        LoadedDatabase other = new JdbcSource(Engines.known(), address, Login.NONE, List.of("oth_er"))
                .read(DatabaseOptions.DEFAULT, Databases.RUN.progress((name, total, unit) -> stage(notes)));

        assertThat(all.tables().keySet()).containsExactly("parted", "t");
        assertThat(all.rows().get("parted").rows()).isEqualTo(1);
        assertThat(named.tables().keySet()).containsExactly("t", "v");
        assertThat(named.rows().get("v").cell(0, 0)).isEqualTo(2.0);
        assertThat(other.tables().keySet()).containsExactly("u");
        assertThatThrownBy(() -> read("tt"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is no table \"tt\"")
                .hasMessageContaining("Did you mean \"t\"?");
    }

    private static Progress.Stage stage(List<String> notes) {
        return new Progress.Stage() {
            @Override
            public void add(long units) {}

            @Override
            public void note(String words) {
                notes.add(words);
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void whatTheUserSaysOfAColumnWins() {
        Servers.sql(
                address,
                "CREATE TABLE t (id integer PRIMARY KEY, x text)",
                "INSERT INTO t VALUES (1, '3,5'), (2, '7')");
        SchemaOverrides said = new SchemaOverrides(
                "s", Map.of("id", SchemaOverrides.Column.of(Kind.WHOLE), "x", SchemaOverrides.Column.of(Kind.DECIMAL)));

        Table t = Databases.source(address)
                .read(new DatabaseOptions(List.of(), Map.of("t", said), ReadOptions.DEFAULT), Databases.RUN)
                .rows()
                .get("t");

        assertThat(kind(t, "id")).isEqualTo(Kind.WHOLE);
        assertThat(cell(t, 0, "x")).isEqualTo(3.5);
    }

    @Test
    void theSourceIsOfOneMomentAndCanNotBeWritten() throws SQLException {
        Servers.sql(
                address,
                "CREATE TABLE a (x integer)",
                "CREATE TABLE b (x integer)",
                "INSERT INTO a VALUES (1)",
                "INSERT INTO b VALUES (1)");
        Run meanwhile = Databases.RUN.progress((name, total, unit) -> {
            Servers.sql(address, "INSERT INTO a VALUES (2)", "DELETE FROM b");
            return Progress.Stage.SILENT;
        });

        LoadedDatabase loaded = Databases.source(address).read(DatabaseOptions.DEFAULT, meanwhile);

        assertThat(loaded.rows().get("a").rows()).isEqualTo(1);
        assertThat(loaded.rows().get("b").rows()).isEqualTo(1);
        Engine engine = new Postgres();
        try (Connection connection = engine.open(address, Login.NONE, true, Databases.RUN)) {
            engine.snapshot(connection);
            assertThatThrownBy(() -> Engine.run(connection, "DELETE FROM a"))
                    .hasMessageContaining("read-only transaction");
        }
    }

    @Test
    void whoMayNotReadOrWriteIsTold() {
        Servers.sql(
                address,
                "CREATE TABLE t (x integer)",
                "DROP ROLE IF EXISTS nobody_here",
                "CREATE ROLE nobody_here LOGIN",
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        Address nobody = new Address(address.url().replace("user=postgres", "user=nobody_here"));
        Address stranger = new Address(address.url().replace("user=postgres", "user=stranger"));
        Address nowhere = new Address(address.url().replace("/test_", "/none_"));
        Database small = Database.of(Map.of("u", Table.of("x:whole", 1)), List.of());

        assertThatThrownBy(() -> Databases.read(nobody))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("table t: this user may not do that");
        assertThatThrownBy(() -> Databases.sink(nobody, null).check(small.metadata(), false))
                .hasMessageContaining("this user may not do that");
        assertThatThrownBy(() -> Databases.read(stranger)).hasMessageContaining("does not know this user");
        assertThatThrownBy(() -> Databases.read(nowhere)).hasMessageContaining("there is no such database");
        assertThatThrownBy(() -> Databases.read(new Address("jdbc:postgresql://localhost:1/x")))
                .hasMessageContaining("was refused or lost");
    }

    private static Database people(int rows) {
        Object[] cells = new Object[2 * rows];
        for (int i = 0; i < rows; i++) {
            cells[2 * i] = "" + i;
            cells[2 * i + 1] = "name " + i;
        }
        return Database.of(Map.of("people", Table.of("id:key, name:text", cells)), List.of())
                .key("people", "id");
    }

    @Test
    void aLostConnectionLeavesNothing() {
        Servers.sql(address, "CREATE TABLE people (old integer)", "INSERT INTO people VALUES (1)");
        Database people = people(1000);
        JdbcSink sink = Databases.sink(address, null);
        sink.check(people.metadata(), true);

        try (DatabaseSink.Writing to = sink.begin(people.metadata(), Databases.RUN)) {
            to.write("people", people.table("people"));
            Servers.ask(
                    address,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'semblance'");
            assertThatThrownBy(() -> {
                        to.write("people", people.table("people"));
                        to.commit();
                    })
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("was refused or lost. Nothing was written.");
        }

        assertThat(Servers.ask(address, "SELECT old FROM people")).isEqualTo("1");
    }

    @Test
    void aCancelledRunLeavesNothing() {
        Database people = people(10);
        JdbcSink sink = Databases.sink(address, null);
        sink.check(people.metadata(), false);
        try (DatabaseSink.Writing to = sink.begin(people.metadata(), Databases.RUN)) {
            to.write("people", people.table("people"));
            Thread.currentThread().interrupt();
            assertThatThrownBy(to::commit).isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(Servers.ask(address, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("0");
    }

    @Test
    void typesWidenWhileRowsCome() {
        Table first = Table.of("id:key, note:text, n:whole", "1", "ab", 1, "2", null, 2);
        Table later = Table.of("id:key, note:text, n:whole", "A3", "much longer than seven", 3, "4", "x", null);
        Servers.sql(address, "CREATE TABLE t (id integer PRIMARY KEY, note varchar(7), n smallint NOT NULL)");
        JdbcSource source = Databases.source(address);
        source.read(DatabaseOptions.DEFAULT, Databases.RUN);
        Database both = Database.of(Map.of("t", Table.join(first.schema(), List.of(first, later))), List.of())
                .key("t", "id");
        Address other = Servers.postgres();

        Databases.write(both, Databases.sink(other, source), false, 2);

        assertThat(Servers.ask(
                        other,
                        "SELECT string_agg(id || coalesce(note, '-') || coalesce(n, 0), ' ' ORDER BY id) FROM t"))
                .isEqualTo("1ab1 2-2 4x0 A3much longer than seven3");
    }

    @Test
    void theSourceIsNeverReplaced() {
        Servers.sql(address, "CREATE TABLE t (x integer)", "INSERT INTO t VALUES (1)");
        JdbcSource source = Databases.source(address);
        Database real = Databases.database(source.read(DatabaseOptions.DEFAULT, Databases.RUN));
        Address same = new Address(address.url().replace("localhost", "127.0.0.1"));

        assertThatThrownBy(() -> Databases.sink(same, source).check(real.metadata(), true))
                .hasMessageContaining("refused: this is where the data came from");
        JdbcSink beside = new JdbcSink(Engines.known(), same, Login.NONE, "synthetic data", source);
        Databases.write(real, beside);
        assertThat(Servers.ask(address, "SELECT x FROM \"synthetic data\".t")).isEqualTo("1");
        assertThatThrownBy(() -> beside.check(real.metadata(), false)).hasMessageContaining("there is already t");
    }

    @Test
    void whatOthersDependOnIsNotReplaced() {
        Servers.sql(address, "CREATE TABLE people (id integer PRIMARY KEY)", "CREATE VIEW v AS SELECT * FROM people");

        assertThatThrownBy(() -> Databases.sink(address, null).check(people(1).metadata(), true))
                .hasMessageContaining("other tables or views depend on those that would be replaced");
    }
}
