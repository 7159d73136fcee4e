package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook goes through the commands as a CSV does, and its project runs again. */
class WorkbookTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aBook() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("book.xlsx"));
                Workbook book = new Workbook(out, "test", "1.0")) {
            for (String name : new String[] {"First", "Second"}) {
                Worksheet sheet = book.newWorksheet(name);
                sheet.value(0, 0, name + " age");
                sheet.value(0, 1, "city");
                for (int i = 1; i <= 150; i++) {
                    sheet.value(i, 0, 20 + i * 37 % 60);
                    sheet.value(i, 1, i % 3 == 0 ? "Lund" : "Umeå");
                }
            }
        }
    }

    @Test
    void sheetsAreTablesUnlessOneIsNamed() throws IOException {
        assertThat(Shell.in(folder).run("inspect", "book.xlsx").out())
                .contains("2 tables, 300 rows", "First age", "Second age");
        Shell.Result run = Shell.in(folder).run("run", "book.xlsx", "--seed", "1", "--holdout", "0");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(folder.resolve("book-semblance/synthetic/Second.csv"))
                .content()
                .startsWith("Second age,city\n");
        Shell.Result same = Shell.in(folder).run("run", "book-semblance/project.yaml", "-o", "same");
        assertThat(same.code()).as(same.err()).isZero();
        assertThat(folder.resolve("same/synthetic/First.csv"))
                .hasSameBinaryContentAs(folder.resolve("book-semblance/synthetic/First.csv"));
        assertThat(Shell.in(folder).run("inspect", "book.xlsx#second").out()).contains("Second age");
        Shell.Result wrong = Shell.in(folder).run("inspect", "book.xlsx#Secnd");
        assertThat(wrong.code()).isEqualTo(3);
        assertThat(wrong.err()).contains("Did you mean \"Second\"?");
    }

    @Test
    void aRunOfASheetCanBeRunAgain() throws IOException {
        Shell.Result once =
                Shell.in(folder).run("run", "book.xlsx#Second", "--method", "independent", "--seed", "1", "-o", "fake");
        assertThat(once.code()).as(once.err()).isZero();
        assertThat(folder.resolve("fake/project.yaml")).content().contains("book.xlsx#Second");
        Shell.Result again = Shell.in(folder).run("run", "fake/project.yaml", "-o", "again");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(folder.resolve("again/synthetic.csv")).hasSameBinaryContentAs(folder.resolve("fake/synthetic.csv"));
        assertThat(folder.resolve("fake/synthetic.csv")).content().startsWith("Second age,city\n");
    }

    @Test
    void tablesAreWrittenAsSheets() throws IOException {
        Shell.Result run =
                Shell.in(folder).run("run", "book.xlsx", "--seed", "1", "--holdout", "0", "-o", "new/fake.xlsx");
        assertThat(run.code()).as(run.err()).isZero();
        Shell.Result folderRun =
                Shell.in(folder).run("run", "book.xlsx", "--seed", "1", "--holdout", "0", "-o", "files");
        assertThat(folderRun.code()).as(folderRun.err()).isZero();
        assertThat(Shell.in(folder).run("inspect", "new/fake.xlsx").out())
                .contains("2 tables, 300 rows", "First age", "Second age");
        Shell.Result alike =
                Shell.in(folder).run("evaluate", "new/fake.xlsx", "files/synthetic", "--require", "columns.min=1");
        assertThat(alike.code()).as(alike.err()).isZero();

        Shell.Result there = Shell.in(folder).run("sample", "book-semblance/model.semblance", "-o", "new/fake.xlsx");
        assertThat(there.code()).isEqualTo(2);
        assertThat(there.err()).contains("fake.xlsx exists", "--force");
        Shell.Result itself = Shell.in(folder).run("run", "book.xlsx", "-o", "book.xlsx", "--force");
        assertThat(itself.code()).isEqualTo(2);
        assertThat(itself.err()).contains("book.xlsx is what is read");
    }
}
