package org.semblance.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.semblance.io.ReadOptions;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.Table;

class ExcelTest {
    @TempDir
    Path folder;

    private Path book;

    @BeforeEach
    void aBook() throws IOException {
        book = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(book);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("People");
            String[] header = {"name", "weight", "born", "seen", "smoker", "note"};
            for (int c = 0; c < header.length; c++) {
                sheet.value(0, c, header[c]);
            }
            sheet.value(1, 0, "Öberg, \"Åsa\"");
            sheet.value(1, 1, 66.7);
            sheet.value(1, 2, LocalDate.of(1996, 5, 23));
            sheet.style(1, 2).format("yyyy-mm-dd").set();
            sheet.value(1, 3, LocalDateTime.of(2021, 1, 4, 13, 45, 10));
            sheet.style(1, 3).format("d/m/yy h:mm").set();
            sheet.value(1, 4, true);
            sheet.value(3, 0, "Ek");
            sheet.value(3, 1, 0.1 + 0.2);
            sheet.value(3, 4, false);
            sheet.value(3, 5, "two\nlines");
            Worksheet second = workbook.newWorksheet("Numbers");
            second.value(0, 0, "n");
            second.value(0, 1, "price");
            for (int i = 0; i < 30; i++) {
                second.value(1 + i, 0, i % 7);
                second.value(1 + i, 1, i + 0.25);
                second.style(1 + i, 1).format("#,##0.00 \"USD\"").set();
            }
        }
    }

    private static String text(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theFirstSheetIsCsv() throws IOException {
        assertThat(text(Excel.source(book, ""))).isEqualTo("""
            name,weight,born,seen,smoker,note
            "Öberg, ""Åsa""\",66.7,1996-05-23,2021-01-04T13:45:10,TRUE,
            Ek,0.30000000000000004,,,FALSE,"two
            lines"
            """);
    }

    @Test
    void aSheetByNameIsReadAsATable() {
        Table table = TableReader.read(Excel.source(book, "numbers"), ReadOptions.DEFAULT, Run.of(1))
                .table();
        assertThat(table.rows()).isEqualTo(30);
        assertThat(table.schema().names()).containsExactly("n", "price");
        assertThat(table.schema().field(1).kind()).isEqualTo(Kind.DECIMAL);
        assertThat(table.cell(29, 1)).isEqualTo(29.25);
    }

    @Test
    void whatIsNotThereIsSaid() {
        refused(book, "Peple", "there is no sheet \"Peple\"", "Did you mean \"People\"?");
        refused(book, "something else", "It has: People, Numbers.");
        refused(folder.resolve("bok.xlsx"), "", "there is no such file", "book.xlsx");
        refused(folder, "", "this is a folder");
    }

    @Test
    void whatIsNoWorkbookIsSaid() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.xlsx"), "a,b\n1,2\n1,2\n");
        refused(csv, "", "not an Excel workbook");
        byte[] ole = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0};
        refused(Files.write(folder.resolve("b.xlsx"), ole), "", "encrypted");
        byte[] half = java.util.Arrays.copyOf(Files.readAllBytes(book), 600);
        refused(Files.write(folder.resolve("c.xlsx"), half), "", "damaged");
    }

    private static void refused(Path file, String sheet, String... words) {
        assertThatThrownBy(() -> Excel.source(file, sheet))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.kind()).isEqualTo(ProblemException.Kind.DATA))
                .hasMessageContainingAll(words);
    }
}
