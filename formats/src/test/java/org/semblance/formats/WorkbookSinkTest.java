package org.semblance.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.io.ReadOptions;
import org.semblance.io.TableReader;
import org.semblance.io.database.DatabaseSink;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Metadata;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class WorkbookSinkTest {
    private static final Schema SCHEMA = new Schema(List.of(
            Field.of("id", Kind.KEY),
            Field.of("code", Kind.CATEGORY),
            Field.of("weight", Kind.DECIMAL),
            Field.of("born", Kind.DATE),
            Field.of("seen", Kind.DATETIME),
            Field.of("at", Kind.TIME),
            Field.of("smoker", Kind.FLAG)));

    @TempDir
    Path folder;

    /** 2,500 rows in two parts: more than are written at once. */
    private static Table rows(int from, int count) {
        String[] id = new String[count];
        String[] code = new String[count];
        String[] smoker = new String[count];
        double[][] numbers = new double[4][count];
        for (int i = 0; i < count; i++) {
            int n = from + i;
            id[i] = String.valueOf(1000 + n);
            code[i] = n % 10 == 0 ? null : "00" + n % 7;
            smoker[i] = n % 2 == 0 ? "yes" : "no";
            numbers[0][i] = n % 9 == 0 ? Double.NaN : n * 0.1;
            numbers[1][i] = n == 5 ? -40_000 : n;
            numbers[2][i] = 1_600_000_000e6 + n * 61e6;
            numbers[3][i] = n * 30e6;
        }
        return Table.of(
                SCHEMA,
                List.of(
                        CodeColumn.of(id),
                        CodeColumn.of(code),
                        NumberColumn.of(numbers[0]),
                        NumberColumn.of(numbers[1]),
                        NumberColumn.of(numbers[2]),
                        NumberColumn.of(numbers[3]),
                        CodeColumn.of(smoker)));
    }

    private static Metadata metadata(String... tables) {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (String table : tables) {
            schemas.put(table, SCHEMA);
        }
        return new Metadata(schemas, Map.of(), List.of(), List.of());
    }

    private static Table read(Path file, String sheet) {
        return TableReader.read(Excel.source(file, sheet), ReadOptions.DEFAULT, Run.of(1))
                .table();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Path file = folder.resolve("made/out.xlsx");
        DatabaseSink sink = new WorkbookSink(file, "out.xlsx");
        Metadata metadata = metadata("people", "none");
        sink.check(metadata, false);
        try (DatabaseSink.Writing to = sink.begin(metadata, Run.of(1))) {
            to.write("people", rows(0, 1500));
            to.write("people", rows(1500, 1000));
            assertThat(file).doesNotExist();
            to.commit();
        }
        assertThat(Excel.sheets(file)).containsExactly("people", "none");
        Table there = read(file, "people");
        Table real = rows(0, 2500);
        assertThat(there.rows()).isEqualTo(2500);
        for (int c = 0; c < SCHEMA.size(); c++) {
            String name = SCHEMA.field(c).name();
            assertThat(there.schema().field(c).kind())
                    .as(name)
                    .isEqualTo(SCHEMA.field(c).kind());
            for (int i = 0; i < 2500; i++) {
                assertThat(there.cell(i, c)).as(name + i).isEqualTo(real.cell(i, c));
            }
        }
    }

    @Test
    void sameRowsAreSameBytesAndNoClockIsInThem() throws Exception {
        Metadata metadata = metadata("people");
        byte[][] books = new byte[2][];
        for (int k = 0; k < 2; k++) {
            Path file = folder.resolve(k + ".xlsx");
            try (DatabaseSink.Writing to = new WorkbookSink(file, "out.xlsx").begin(metadata, Run.of(1))) {
                to.write("people", rows(0, 20));
                to.commit();
            }
            books[k] = Files.readAllBytes(file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                // A test that takes less than a second would not see the clock in equal bytes.
                assertThat(new String(
                                zip.getInputStream(zip.getEntry("docProps/core.xml"))
                                        .readAllBytes(),
                                StandardCharsets.UTF_8))
                        .contains(">1980-01-01T00:00:00Z<");
                assertThat(zip.stream()).allMatch(entry -> entry.getTimeLocal().getYear() == 1980);
            }
        }
        assertThat(books[0]).isEqualTo(books[1]);
    }

    @Test
    void whatHasNoPlaceInAWorkbookIsRefusedBefore() throws Exception {
        WorkbookSink sink = new WorkbookSink(folder.resolve("out.xlsx"), "out.xlsx");
        assertThatThrownBy(() -> sink.check(metadata("a/b", "People", "people"), false))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no sheet can be called \"a/b\"")
                .hasMessageContaining("two tables are called \"people\"");
        Files.writeString(folder.resolve("out.xlsx"), "mine");
        assertThatThrownBy(() -> sink.check(metadata("people"), false)).hasMessageContaining("out.xlsx exists");
        assertThat(folder.resolve("out.xlsx")).hasContent("mine");
    }
}
