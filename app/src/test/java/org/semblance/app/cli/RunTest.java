package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands from end to end, on a small table. */
class RunTest {
    @TempDir
    Path folder;

    @BeforeEach
    void someData() throws IOException {
        Files.writeString(folder.resolve("patients.csv"), Tables.patients(400));
    }

    private Shell shell() {
        return Shell.in(folder);
    }

    private Shell.Result ok(String... arguments) {
        Shell.Result result = shell().run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    @Test
    void runWritesTheFolderAndSaysWhatItDid() throws IOException {
        Shell.Result result = ok("run", "patients.csv", "--method", "independent", "--seed", "42");
        Golden.check("run-independent", shell(), result);
        assertThat(folder.resolve("patients-semblance"))
                .isDirectoryContaining("glob:**/synthetic.csv")
                .isDirectoryContaining("glob:**/model.semblance")
                .isDirectoryContaining("glob:**/report.json")
                .isDirectoryContaining("glob:**/report.html")
                .isDirectoryContaining("glob:**/project.yaml");
        assertThat(Files.readAllLines(folder.resolve("patients-semblance/synthetic.csv")))
                .hasSize(401);
        JsonNode report = JsonMapper.shared().readTree(bytes("patients-semblance/report.json"));
        assertThat(report.path("scores").path("columns").path("synthetic").asDouble())
                .isBetween(0.5, 1.0);
        assertThat(report.path("made").path("seed").asLong()).isEqualTo(42);
    }

    @Test
    void theDefaultMethodRuns() {
        assertThat(ok("run", "patients.csv", "--seed", "1").err()).contains("fit", "copies", "next:");
    }

    @Test
    void theSameSeedGivesTheSameBytesOnOneThreadAndOnTwo() throws IOException {
        ok("run", "patients.csv", "--seed", "5", "--threads", "1", "-o", "one");
        ok("run", "patients.csv", "--seed", "5", "--threads", "2", "-o", "two");
        assertThat(bytes("two/synthetic.csv")).isEqualTo(bytes("one/synthetic.csv"));
        assertThat(bytes("two/report.json")).isEqualTo(bytes("one/report.json"));
        assertThat(bytes("two/report.html")).isEqualTo(bytes("one/report.html"));
        assertThat(bytes("two/model.semblance")).isEqualTo(bytes("one/model.semblance"));
    }

    @Test
    void theProjectFileRepeatsTheRun() throws IOException {
        ok("run", "patients.csv", "--method", "independent", "--holdout", "0.3", "-n", "77");
        ok("run", "patients-semblance/project.yaml", "-o", "again");
        assertThat(bytes("again/synthetic.csv")).isEqualTo(bytes("patients-semblance/synthetic.csv"));
        assertThat(bytes("again/report.json")).isEqualTo(bytes("patients-semblance/report.json"));
        assertThat(bytes("again/report.html")).isEqualTo(bytes("patients-semblance/report.html"));
        assertThat(bytes("again/project.yaml")).isEqualTo(bytes("patients-semblance/project.yaml"));
    }

    @Test
    void aFlagIsStrongerThanTheProjectFile() {
        ok("run", "patients.csv", "--method", "independent", "--seed", "3");
        Shell.Result plan =
                ok("run", "patients-semblance/project.yaml", "-o", "b", "--seed", "4", "--dry-run", "-n", "9");
        assertThat(plan.err()).contains("would fit independent, make 9 rows with seed 4");
    }

    @Test
    void aChangedTableIsToldToTheOneWhoRepeats() throws IOException {
        ok("run", "patients.csv", "--method", "independent", "--seed", "3");
        Files.writeString(folder.resolve("patients.csv"), Tables.patients(401));
        Shell.Result again = ok("run", "patients-semblance/project.yaml", "-o", "b");
        assertThat(again.err()).contains("! patients.csv is not the file that");
    }

    @Test
    void dryRunWritesNothing() throws IOException {
        Shell.Result result = ok("run", "patients.csv", "--dry-run", "--seed", "1");
        Golden.check("run-dry", shell(), result);
        ok("fit", "patients.csv", "--dry-run");
        assertThat(Files.list(folder)).hasSize(1);
    }

    @Test
    void forceReplacesAndNothingElseDoes() throws IOException {
        ok("run", "patients.csv", "--method", "independent", "--seed", "1");
        byte[] first = bytes("patients-semblance/synthetic.csv");
        assertThat(shell().run("run", "patients.csv", "--method", "independent", "--seed", "2")
                        .code())
                .isEqualTo(2);
        assertThat(bytes("patients-semblance/synthetic.csv")).isEqualTo(first);
        ok("run", "patients.csv", "--method", "independent", "--seed", "2", "--force");
        assertThat(bytes("patients-semblance/synthetic.csv")).isNotEqualTo(first);
    }

    @Test
    void controlsAreAStageOfTheRunAndItsReportAndProjectSaySo() throws IOException {
        Shell.Result result = ok(
                "run",
                "patients.csv",
                "--method",
                "independent",
                "--seed",
                "1",
                "--apply",
                "top-coding:columns=age,at=60",
                "--apply",
                "label");
        List<String> rows = Files.readAllLines(folder.resolve("patients-semblance/synthetic.csv"));
        int age = List.of(rows.get(0).split(",")).indexOf("age");
        assertThat(rows.get(0)).startsWith("synthetic,");
        assertThat(rows.subList(1, rows.size()))
                .hasSize(400)
                .allMatch(row -> Integer.parseInt(row.split(",", -1)[age]) <= 60);
        assertThat(result.err()).contains("top-coding  ", "values changed").containsPattern("structure +100.0 %");
        assertThat(Files.readString(folder.resolve("patients-semblance/report.html")))
                .contains(
                        "Control top-coding: age: ", "Control label: ", "The model file holds none of these controls");
        ok("run", "patients-semblance/project.yaml", "-o", "b");
        assertThat(bytes("b/synthetic.csv")).isEqualTo(bytes("patients-semblance/synthetic.csv"));
    }

    @Test
    void aControlThatCannotBeAppliedIsFoundBeforeTheWork() {
        Shell.Result unknown = shell().run("run", "patients.csv", "--apply", "top-codng:columns=age");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("Did you mean \"top-coding\"?").doesNotContain("400 rows");
        Shell.Result nowhere = shell().run("run", "patients.csv", "--apply", "top-coding:columns=agee,at=60");
        assertThat(nowhere.code()).isEqualTo(3);
        assertThat(nowhere.err()).contains("Did you mean \"age\"?").doesNotContain("fit  ");
    }

    @Test
    void aSampleOfTheModelIsTheRunsOwnTable() throws IOException {
        ok("run", "patients.csv", "--method", "independent", "--seed", "1");
        ok("sample", "patients-semblance/model.semblance", "--seed", "1", "-n", "400", "-o", "more.csv");
        assertThat(bytes("more.csv")).isEqualTo(bytes("patients-semblance/synthetic.csv"));
    }

    @Test
    void rowsGoToStandardOutputAndWordsDoNot() throws IOException {
        ok("fit", "patients.csv", "--method", "independent", "-o", "m.semblance", "--seed", "1");
        Shell.Result result = ok("sample", "m.semblance", "-n", "1e3", "--seed", "1");
        assertThat(result.out().lines()).hasSize(1001);
        assertThat(result.out()).startsWith("patient_id,sex,age,weight,admitted,smoker\n");
        assertThat(ok("sample", "m.semblance", "-n", "3", "-q").err()).isEmpty();
        ok("sample", "m.semblance", "-n", "1000", "--seed", "1", "-o", "rows.csv.gz");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve("rows.csv.gz")))) {
            assertThat(in.readAllBytes()).isEqualTo(result.bytes());
        }
    }

    @Test
    void modelsAndTablesAreReadFromStandardInput() throws IOException {
        Shell.Result fitted = shell().typing(bytes("patients.csv"))
                .run("fit", "-", "-o", "-", "--method", "independent", "--seed", "1", "-q");
        assertThat(fitted.code()).as(fitted.err()).isZero();
        Shell.Result rows = shell().typing(fitted.bytes()).run("sample", "-", "-n", "5");
        assertThat(rows.code()).as(rows.err()).isZero();
        assertThat(rows.out().lines()).hasSize(6);
        Shell.Result seen = shell().typing(bytes("patients.csv")).run("inspect", "-");
        assertThat(seen.out()).contains("400 rows, 6 columns");
    }

    @Test
    void aGzippedTableGivesAGzippedOne() throws IOException {
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("z.csv.gz")))) {
            zip.write(bytes("patients.csv"));
        }
        ok("run", "z.csv.gz", "--method", "independent", "--seed", "1");
        try (GZIPInputStream in =
                new GZIPInputStream(Files.newInputStream(folder.resolve("z-semblance/synthetic.csv.gz")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(401);
        }
    }

    @Test
    void aRunThatReplacesAnotherLeavesOneTable() throws IOException {
        try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("z.csv.gz")))) {
            zip.write(bytes("patients.csv"));
        }
        ok("run", "patients.csv", "--method", "independent", "-o", "out");
        ok("run", "z.csv.gz", "--method", "independent", "-o", "out", "--force");
        assertThat(folder.resolve("out/synthetic.csv.gz")).exists();
        assertThat(folder.resolve("out/synthetic.csv")).doesNotExist();
        ok("run", "patients.csv", "--method", "independent", "-o", "out", "--force");
        assertThat(folder.resolve("out/synthetic.csv")).exists();
        assertThat(folder.resolve("out/synthetic.csv.gz")).doesNotExist();
    }

    @Test
    void aTargetThatCannotBePredictedIsFoundBeforeAnythingIsDone() {
        for (String[] more : new String[][] {{}, {"--dry-run"}}) {
            for (String wrong : new String[] {"smokes", "patient_id"}) {
                List<String> words = new ArrayList<>(List.of("run", "patients.csv", "--target", wrong));
                words.addAll(List.of(more));
                Shell.Result result = shell().run(words.toArray(String[]::new));
                assertThat(result.code()).as(result.err()).isNotZero();
                assertThat(result.err()).contains(wrong).doesNotContain("fit  ");
            }
        }
    }

    @Test
    void theReportNamesNoSingleRow() throws IOException {
        StringBuilder text = new StringBuilder(Tables.patients(400).replaceFirst("\n", ",left\n"));
        String dated = text.toString().replaceAll("(?m)(2024-..-..,(yes|no))$", "$1,2025-01-01");
        Files.writeString(
                folder.resolve("stays.csv"), dated.replaceFirst("(P00088.*),2025-01-01", "$1,2023-01-01") + "P1,m\n");
        Shell.Result result = ok("run", "stays.csv", "--method", "independent", "--seed", "1");
        assertThat(result.err()).contains("(row 88)", "(line 402)");
        assertThat(new String(bytes("stays-semblance/report.json"), StandardCharsets.UTF_8))
                .contains("1 row has left before admitted", "1 row has fewer cells")
                .doesNotContain("row 88", "line 402");
    }

    @Test
    void jsonOnStandardOutputParses() throws IOException {
        for (String[] command : new String[][] {
            {"inspect", "patients.csv", "--json"},
            {"run", "patients.csv", "--method", "independent", "--json", "--dry-run"},
            {"run", "patients.csv", "--method", "independent", "--json"},
            {"inspect", "patients-semblance/model.semblance", "--json"},
            {"fit", "patients.csv", "--method", "independent", "--json"},
            {"list", "--json"},
            {"list", "metrics", "detection", "--json"},
            {"sample", "patients.semblance", "-n", "3", "-o", "s.csv", "--json"},
            {"schema", "project"},
            {"schema", "model"},
            {"schema", "schema-file"},
            {"schema", "database"},
            {"schema", "imputation"},
        }) {
            Shell.Result result = ok(command);
            assertThat(JsonMapper.shared().readTree(result.out()).isObject())
                    .as(result.command())
                    .isTrue();
        }
    }

    @Test
    void theInspectedSchemaIsReadAgain() throws IOException {
        Files.writeString(
                folder.resolve("schema.yaml"),
                ok("inspect", "patients.csv", "--schema").out());
        ok("run", "patients.csv", "--method", "independent", "--seed", "1", "-o", "a");
        ok("run", "patients.csv", "--method", "independent", "--seed", "1", "-o", "b", "--schema", "schema.yaml");
        assertThat(bytes("b/synthetic.csv")).isEqualTo(bytes("a/synthetic.csv"));
        ok("run", "b/project.yaml", "-o", "c");
        assertThat(bytes("c/synthetic.csv")).isEqualTo(bytes("a/synthetic.csv"));
    }

    @Test
    void aTableOfOneRowIsLearntWithoutHoldout() throws IOException {
        Files.writeString(folder.resolve("one.csv"), "a,b\n1,x\n");
        assertThat(ok("run", "one.csv", "--seed", "1").err()).contains("no rows were held back");
    }

    @Test
    void ctrlCLeavesNothingBehind() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        AtomicInteger code = new AtomicInteger(-1);
        Thread worker = new Thread(() -> code.set(Cli.execute(
                shell().streams(OutputStream.nullOutputStream(), err), "run", "patients.csv", "--seed", "1")));
        worker.start();
        worker.interrupt();
        worker.join();
        assertThat(code).hasValue(130);
        assertThat(err.toString(StandardCharsets.UTF_8)).endsWith("interrupted: nothing was written\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aReaderThatHasEnoughIsNoFailure() {
        ok("fit", "patients.csv", "--method", "independent", "-o", "m.semblance", "--seed", "1");
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.execute(shell().streams(closed, err), "sample", "m.semblance", "-n", "100000");
        assertThat(code).isZero();
        assertThat(err.size()).isZero();
    }

    @Test
    void withoutATerminalNothingMovesAndNothingIsColoured() {
        String plain = ok("run", "patients.csv", "--method", "independent", "--seed", "1")
                .err();
        assertThat(plain).doesNotContain("\u001b", "\r");
        Shell.Result watched = shell().watched().run("run", "patients.csv", "--method", "independent", "-f");
        assertThat(watched.err()).contains("\u001b", "\r");
        for (String[] off : new String[][] {{"NO_COLOR", "1"}, {"TERM", "dumb"}}) {
            Shell.Result still =
                    shell().watched().with(off[0], off[1]).run("run", "patients.csv", "--method", "independent", "-f");
            assertThat(still.err()).doesNotContain("\u001b[1m");
        }
    }

    @Test
    void twoRunsWithoutASeedDiffer() throws IOException {
        ok("run", "patients.csv", "--method", "independent", "-o", "a");
        ok("run", "patients.csv", "--method", "independent", "-o", "b");
        assertThat(Arrays.equals(bytes("a/synthetic.csv"), bytes("b/synthetic.csv")))
                .isFalse();
    }
}
