package org.semblance.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.formats.duck.DuckFormat;
import org.semblance.io.TableRows;
import org.semblance.io.database.DatabaseOptions;
import org.semblance.io.database.FolderSource;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** A folder of files of all kinds is a database. */
class TableFormatsTest {
    private final Run run = Run.of(1).threads(2);

    @TempDir
    Path folder;

    private LoadedDatabase read() {
        return new FolderSource(folder, "mixed", TableFormats.ALL).read(DatabaseOptions.DEFAULT, run);
    }

    private void book(String name, String... sheets) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                Workbook book = new Workbook(out, "test", "1.0")) {
            for (String each : sheets) {
                Worksheet sheet = book.newWorksheet(each);
                if (!each.startsWith("Empty")) {
                    sheet.value(0, 0, "id");
                    sheet.value(0, 1, each);
                    sheet.value(1, 0, 7);
                    sheet.value(1, 1, 2.5);
                }
            }
        }
    }

    @Test
    void tablesComeFromTextWorkbooksParquetAndJson() throws IOException {
        Files.writeString(folder.resolve("patients.csv"), "id,age\n1,34\n2,50\n");
        try (OutputStream out = Files.newOutputStream(folder.resolve("visits.parquet"))) {
            Table visits = Table.of("visit:whole, patient:whole", 1, 2, 2, 2, 3, 1);
            DuckFormat.PARQUET.write(new TableRows(visits), Map.of(), out, run);
        }
        Files.writeString(folder.resolve("notes.jsonl"), "{\"visit\": 1, \"text\": \"well\"}\n");
        Files.writeString(folder.resolve("more.json"), "{\"visit\": 1}\n{\"visit\": 2}\n");
        Files.writeString(folder.resolve("list.json"), "[{\"visit\": 1}]\n");
        Files.writeString(folder.resolve("metadata.json"), "{\n  \"METADATA_SPEC_VERSION\": \"V1\"\n}\n");
        book("results.xlsx", "Blood", "Empty", "Urine");
        book("wards.xlsx", "Sheet1", "Empty");
        Files.writeString(folder.resolve("~$wards.xlsx"), "open");

        LoadedDatabase all = read();

        assertThat(all.tables().keySet())
                .containsExactly("Blood", "list", "more", "notes", "patients", "Urine", "visits", "wards");
        assertThat(all.rows().get("Urine").schema().names()).containsExactly("id", "Urine");
        assertThat(all.rows().get("visits").cell(2, 1)).isEqualTo(1.0);
        assertThat(all.rows().get("more").rows()).isEqualTo(2);
    }

    @Test
    void whatIsWrongWithAnyFileIsSaidAtOnce() throws IOException {
        Files.writeString(folder.resolve("a.parquet"), "no\n");
        Files.writeString(folder.resolve("b.jsonl"), "{\"x\": \n");

        assertThatThrownBy(this::read)
                .hasMessageContaining("a.parquet: this is no Parquet file")
                .hasMessageContaining("b.jsonl");
    }
}
