package org.semblance.formats.duck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.SchemaOverrides;
import org.semblance.model.Rows;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class DuckFormatTest {
    private static final long DAY = 86_400_000_000L;

    private final Run run = Run.of(1);

    @TempDir
    Path folder;

    private final Table typed = Table.of(
            "whole:whole, price:decimal, day:date, at:datetime, clock:time, sex:category, smokes:flag, note:text",
            3,
            2.5,
            -1,
            DAY + 1_500_000,
            3_600_000_000L,
            "F",
            "true",
            "",
            -7,
            null,
            18_262,
            null,
            null,
            "quote \" and, comma\nand line",
            "false",
            "NA",
            null,
            1e-3,
            null,
            0,
            0,
            null,
            null,
            null);

    private Path made(String name, String sql) {
        Path file = folder.resolve(name);
        try (Duck duck = Duck.inMemory(run)) {
            duck.run("COPY (" + sql + ") TO '" + file + "'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    private Loaded read(Path file) {
        return DuckFormat.of(file.toString()).orElseThrow().open(file).get(0).read(ReadOptions.DEFAULT, run);
    }

    private static void same(Table real, Table other) {
        assertThat(other.schema().names()).isEqualTo(real.schema().names());
        for (int r = 0; r < real.rows(); r++) {
            for (int c = 0; c < real.width(); c++) {
                assertThat(other.cell(r, c))
                        .describedAs(r + " " + real.schema().field(c).name())
                        .isEqualTo(real.cell(r, c));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.parquet", "t.jsonl", "t.json"})
    void whatIsWrittenIsReadTheSame(String name) throws IOException {
        Path file = folder.resolve(name);
        List<Field> fields = new ArrayList<>(typed.schema().fields());
        fields.set(3, fields.get(3).format(Format.PLAIN.pattern("yyyy-MM-dd HH:mm:ss.SSS")));
        List<Column> columns =
                IntStream.range(0, typed.width()).mapToObj(typed::column).toList();
        Table table = Table.of(new Schema(fields), columns);

        try (OutputStream out = Files.newOutputStream(file)) {
            DuckFormat.of(name).orElseThrow().write(new OneTable(table), Map.of(), out, run);
        }

        Table back = read(file).table();
        assertThat(back.schema().fields().stream().map(field -> field.kind()))
                .containsExactly(
                        Kind.WHOLE,
                        Kind.DECIMAL,
                        Kind.DATE,
                        Kind.DATETIME,
                        Kind.TIME,
                        Kind.CATEGORY,
                        Kind.FLAG,
                        Kind.CATEGORY);
        same(typed, back);
    }

    @Test
    void theTypesOfAFileAreKeptInTheNextOne() throws IOException {
        String sql = "SELECT 1::TINYINT a, 1.5::DECIMAL(9,2) b, 0.1::FLOAT c, TIMESTAMP_MS '2020-01-01' d,"
                + " TIMESTAMPTZ '2020-01-01 12:00:00+02' e, '2020-05-06' f, 12::UBIGINT g, true h, 'x' i";
        Path file = made("a.parquet", sql);
        Map<String, String> types = DuckFormat.PARQUET.types(file, run);
        Table table = read(file).table();
        Path again = folder.resolve("b.parquet");

        try (OutputStream out = Files.newOutputStream(again)) {
            DuckFormat.PARQUET.write(new OneTable(table), types, out, run);
        }

        assertThat(types.values())
                .containsExactly(
                        "TINYINT",
                        "DECIMAL(9,2)",
                        "FLOAT",
                        "TIMESTAMP",
                        "TIMESTAMP WITH TIME ZONE",
                        "VARCHAR",
                        "UBIGINT",
                        "BOOLEAN",
                        "VARCHAR");
        assertThat(DuckFormat.PARQUET.types(again, run)).isEqualTo(types);
        same(table, read(again).table());
        assertThat(table.cell(0, 2)).isEqualTo(0.1);
        assertThat(table.schema().field(3).kind()).isEqualTo(Kind.DATE);
        assertThat(table.cell(0, 4)).isEqualTo((double) (18_262 * DAY + 10 * 3_600_000_000L));
        assertThat(table.schema().field(5).kind()).isEqualTo(Kind.DATE);
    }

    @Test
    void whatNoColumnHoldsIsSaidAndReadAsText() {
        Path file = made(
                "odd.parquet",
                "SELECT 9007199254740993::BIGINT long, {'a': 1, 'b': [2]} nested, [1, 2] list, '\\xFF'::BLOB bytes,"
                        + " 'infinity'::DOUBLE far, 'infinity'::DATE never");

        Loaded loaded = read(file);

        assertThat(loaded.table().cell(0, 0)).isEqualTo("9007199254740993");
        assertThat(loaded.table().cell(0, 1)).isEqualTo("{\"a\":1,\"b\":[2]}");
        assertThat(loaded.table().cell(0, 2)).isEqualTo("[1,2]");
        assertThat(loaded.table().cell(0, 4)).isNull();
        assertThat(loaded.table().cell(0, 5)).isNull();
        assertThat(loaded.notes())
                .anyMatch(note -> note.contains("\"nested\" holds nested values"))
                .anyMatch(note -> note.contains("more than 15 digits"))
                .anyMatch(note -> note.contains("1 infinite number"));
    }

    @Test
    void keysAreKeysAndOverridesWin() {
        Path file = made("k.parquet", "SELECT i + 1 AS id, 'c' || (i % 3) AS city FROM range(100) t(i)");

        Table found = read(file).table();
        SchemaOverrides said = new SchemaOverrides("s", Map.of("id", SchemaOverrides.Column.of(Kind.WHOLE)));
        Table told = DuckFormat.PARQUET
                .read(file, ReadOptions.DEFAULT.schema(said), run)
                .table();

        assertThat(found.schema().field(0).kind()).isEqualTo(Kind.KEY);
        assertThat(found.schema().field(1).kind()).isEqualTo(Kind.CATEGORY);
        assertThat(told.schema().field(0).kind()).isEqualTo(Kind.WHOLE);
        assertThat(told.cell(99, 0)).isEqualTo(100.0);
    }

    @Test
    void tooManyRowsAreSampledTheSameEveryTime() {
        Path file = made("many.parquet", "SELECT i AS x FROM range(10000) t(i)");

        Loaded one = DuckFormat.PARQUET.read(file, ReadOptions.DEFAULT.maxRows(100), run);
        Loaded two = DuckFormat.PARQUET.read(file, ReadOptions.DEFAULT.maxRows(100), run.threads(2));

        assertThat(one.rowsInSource()).isEqualTo(10_000);
        assertThat(one.table().rows()).isEqualTo(100);
        assertThat(one.notes()).containsExactly("a sample of 100 of 10,000 rows was read: memory does not hold all.");
        same(one.table(), two.table());
    }

    @Test
    void jsonKeepsHowDatesAreWrittenAndSaysWhereItIsBroken() throws IOException {
        Path dates = Files.writeString(
                folder.resolve("d.json"),
                "[{\"when\": \"31/01/2020\", \"mix\": 1}, {\"when\": \"01/02/2020\", \"mix\": \"a\"}]");
        Path broken = Files.writeString(folder.resolve("b.jsonl"), "{\"name\": \"Anna\"}\n{\"name\": \"Per\n");
        Path list = Files.writeString(folder.resolve("l.json"), "[1, 2]");

        Table table = read(dates).table();

        assertThat(table.schema().field(0).format().pattern()).isEqualTo("dd/MM/yyyy");
        assertThat(table.cell(1, 1)).isEqualTo("a");
        assertThat(table.cell(0, 1)).isEqualTo("1");
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("b.jsonl, line")
                .hasMessageNotContaining("Per");
        assertThatThrownBy(() -> read(list)).hasMessageContaining("no objects with named fields");
    }

    @Test
    void whatIsNoSuchFileIsSaid() throws IOException {
        Path text = Files.writeString(folder.resolve("x.parquet"), "a,b\n1,2\n");
        Path cut = folder.resolve("cut.parquet");
        Files.write(cut, "PAR1....".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> read(text)).hasMessageContaining("this is no Parquet file");
        assertThatThrownBy(() -> read(cut)).hasMessageContaining("or a damaged one");
        assertThatThrownBy(() -> read(folder.resolve("none.json"))).hasMessageContaining("there is no such file");
    }

    private record OneTable(Table table) implements Rows {
        @Override
        public Schema schema() {
            return table.schema();
        }

        @Override
        public long size() {
            return table.rows();
        }

        @Override
        public Table block(long index) {
            return table;
        }
    }
}
