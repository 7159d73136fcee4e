package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.formats.duck.DuckFormat;
import org.semblance.io.ReadOptions;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.io.TableRows;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Parquet and JSON go through the commands as a CSV does, and come back as what they were. */
class TypedFilesTest {
    private final Run run = Run.of(1);

    @TempDir
    Path folder;

    @BeforeEach
    void someFiles() throws IOException {
        Path csv = Files.writeString(folder.resolve("patients.csv"), Tables.patients(150));
        Table table = TableReader.read(Source.of(csv), ReadOptions.DEFAULT, run).table();
        for (String name : new String[] {"patients.parquet", "lines.jsonl"}) {
            try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
                DuckFormat.of(name).orElseThrow().write(new TableRows(table), Map.of(), out, run);
            }
        }
    }

    private Shell.Result good(String... arguments) {
        Shell.Result result = Shell.in(folder).run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    @Test
    void aRunOfParquetWritesParquetOfTheSameTypes() throws IOException {
        good("run", "patients.parquet", "--method", "independent", "--seed", "1", "-o", "fake");

        assertThat(DuckFormat.PARQUET.types(folder.resolve("fake/synthetic.parquet"), run))
                .isEqualTo(DuckFormat.PARQUET.types(folder.resolve("patients.parquet"), run));
        assertThat(folder.resolve("fake/synthetic.csv")).doesNotExist();
        good("run", "fake/project.yaml", "-o", "again");
        assertThat(folder.resolve("again/synthetic.parquet"))
                .hasSameBinaryContentAs(folder.resolve("fake/synthetic.parquet"));
        assertThat(good("evaluate", "patients.parquet", "again/synthetic.parquet")
                        .err())
                .contains("150 rows");
    }

    @Test
    void rowsAreWrittenAsTheNameSays() throws IOException {
        good("fit", "lines.jsonl", "--method", "independent", "-o", "m.semblance");
        good("sample", "m.semblance", "-n", "5", "--seed", "1", "-o", "five.json");
        good("sample", "m.semblance", "-n", "5", "--seed", "1", "-o", "five.jsonl.gz");
        good("sample", "m.semblance", "-n", "5", "--seed", "1", "-o", "five.csv");

        assertThat(folder.resolve("five.json")).content().startsWith("[");
        Path csv = folder.resolve("five.csv");
        Table text = TableReader.read(Source.of(csv), ReadOptions.DEFAULT, run).table();
        for (String name : new String[] {"five.json", "five.jsonl.gz"}) {
            Table rows = DuckFormat.of(name)
                    .orElseThrow()
                    .read(folder.resolve(name), ReadOptions.DEFAULT, run)
                    .table();
            assertThat(rows.rows()).isEqualTo(5);
            assertThat(rows.schema().names()).isEqualTo(text.schema().names());
        }
    }
}
