package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two tables judged from the command line, whoever made the second. */
class EvaluateTest {
    @TempDir
    Path folder;

    @BeforeEach
    void threeTables() throws IOException {
        String[] lines = Tables.patients(900).split("\n");
        write("real.csv", lines, 1, 400);
        write("fake.csv", lines, 401, 300);
        write("held.csv", lines, 701, 199);
    }

    private void write(String name, String[] lines, int from, int rows) throws IOException {
        Files.writeString(
                folder.resolve(name),
                lines[0] + "\n" + Arrays.stream(lines, from, from + rows).collect(Collectors.joining("\n")) + "\n");
    }

    private Shell.Result run(String... arguments) {
        return Shell.in(folder).run(arguments);
    }

    private JsonNode json(Shell.Result result) {
        return JsonMapper.shared().readTree(result.bytes());
    }

    @Test
    void writesAPageAndNumbersAndSaysWhatItFound() throws IOException {
        Shell.Result result = run("evaluate", "real.csv", "fake.csv", "--holdout", "held.csv", "--target", "smoker");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("columns", "fresh", "wrote fake-report/", "next: open fake-report/report.html");
        String page = Files.readString(folder.resolve("fake-report/report.html"));
        assertThat(page).startsWith("<!doctype html>").contains("fake.csv").doesNotContain(folder.toString());
        JsonNode report = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("fake-report/report.json"), StandardCharsets.UTF_8));
        assertThat(report.path("format").asString()).isEqualTo("semblance-report");
    }

    @Test
    void theSameTwiceIsTheSameByteForByte() throws IOException {
        run("evaluate", "real.csv", "fake.csv", "--holdout", "held.csv", "-o", "one");
        run("evaluate", "real.csv", "fake.csv", "--holdout", "held.csv", "-o", "two", "--threads", "1");
        for (String file : new String[] {"report.html", "report.json"}) {
            assertThat(folder.resolve("two").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
    }

    @Test
    void aGateThatIsKept() {
        Shell.Result result = run("evaluate", "real.csv", "fake.csv", "--require", "columns.min=0.5", "--json");
        assertThat(result.code()).as(result.err()).isZero();
        JsonNode required = json(result).path("required").path(0);
        assertThat(required.path("met").asBoolean()).isTrue();
        assertThat(required.path("value").asDouble()).isBetween(0.5, 1.0);
        assertThat(result.err()).contains("met     columns");
    }

    @Test
    void aGateThatIsMissedHasItsOwnExitCodeAndStillAReport() {
        Shell.Result result =
                run("evaluate", "real.csv", "fake.csv", "--require", "columns.min=1.1", "--require", "pairs.min=0.1");
        assertThat(result.code()).isEqualTo(Cli.GATE);
        assertThat(result.err()).contains("missed  columns must be at least 1.1");
        assertThat(folder.resolve("fake-report/report.html")).exists();
    }

    @Test
    void aRequirementOfNothingIsRefusedBeforeTheWork() {
        Shell.Result result = run("evaluate", "real.csv", "fake.csv", "--require", "colums.min=0.9");
        assertThat(result.code()).isEqualTo(Cli.USAGE);
        assertThat(result.err()).contains("Did you mean \"columns\"").doesNotContain("400 rows");
        assertThat(folder.resolve("fake-report")).doesNotExist();
    }

    @Test
    void aRequirementOfAColumnThatIsNotThereIsRefusedBeforeTheWork() {
        Shell.Result result =
                run("evaluate", "real.csv", "fake.csv", "-o", "fake-report", "--require", "columns.agee.min=0.9");
        assertThat(result.code()).isEqualTo(Cli.DATA);
        assertThat(result.err())
                .contains("no part \"agee\"", "Did you mean \"age\"", "nothing was written.")
                .doesNotContain("reads as");
        assertThat(folder.resolve("fake-report")).doesNotExist();
    }

    /** Which parts some measures have is only known once they are measured: then the report is there. */
    @Test
    void aRequirementOfAnUnknownPartLeavesTheReport() {
        Shell.Result result = run("evaluate", "real.csv", "fake.csv", "--require", "triples.pears.min=0.9", "--json");
        assertThat(result.code()).isEqualTo(Cli.DATA);
        assertThat(result.err())
                .contains("no part \"pears\"", "report is written")
                .doesNotContain("nothing was written");
        assertThat(folder.resolve("fake-report/report.html")).exists();
        JsonNode required = json(result).path("required").path(0);
        assertThat(required.path("met").asBoolean()).isFalse();
        assertThat(required.path("problem").asString()).contains("pears");
    }

    @Test
    void aHoldoutOfAnotherTableIsRefused() throws IOException {
        Files.writeString(folder.resolve("odd.csv"), "age,colour\n30,red\n40,blue\n50,red\n");
        Shell.Result result = run("evaluate", "real.csv", "fake.csv", "--holdout", "odd.csv");
        assertThat(result.code()).isEqualTo(Cli.DATA);
        assertThat(result.err()).contains("the holdout lacks", "leave the holdout out");
        assertThat(folder.resolve("fake-report")).doesNotExist();
    }

    @Test
    void copiesOfTheRealRowsAreSeen() {
        Shell.Result result =
                run("evaluate", "real.csv", "real.csv", "--holdout", "held.csv", "--require", "copies.max=0.5");
        assertThat(result.code()).isEqualTo(Cli.GATE);
    }

    @Test
    void aTableOfAnotherToolWithOtherColumnsIsJudgedAllTheSame() throws IOException {
        String fake = Files.readString(folder.resolve("fake.csv"))
                .replace(",smoker", ",smokes")
                .replaceAll("(?m)^(P\\d+,[mf],\\d+),", "$1.0,");
        Files.writeString(folder.resolve("fake.csv"), fake);
        Shell.Result result = run("evaluate", "real.csv", "fake.csv", "--holdout", "held.csv");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(Files.readString(folder.resolve("fake-report/report.html"))).contains("no column");
    }

    /** A column that is not there is the data's fault, wherever on the command line it is named. */
    @Test
    void aColumnThatIsNotThereHasOneExitCode() {
        for (String[] asked : new String[][] {
            {"--target", "smokr"},
            {"--target", "id"},
            {"--model", "smoker ~ agee"},
            {"--keys", "agee"},
            {"--sensitive", "sexx"},
            {"--require", "columns.agee.min=0.1"}
        }) {
            Shell.Result result = run("evaluate", "real.csv", "fake.csv", "--force", asked[0], asked[1]);
            assertThat(result.code()).as(String.join(" ", asked) + result.err()).isEqualTo(Cli.DATA);
        }
        Shell.Result result = run("evaluate", "real.csv", "fake.csv", "--force", "--model", "smoker ~");
        assertThat(result.code())
                .as("what is no formula is so whatever the data")
                .isEqualTo(Cli.USAGE);
    }

    @Test
    void theListNamesMetricsAsTheReportDoes() {
        assertThat(run("list", "metrics").out()).containsPattern("exact-copies +private.copies +The share");
        assertThat(run("list", "metrics", "exact-copies").out()).contains("--require: private.copies");
        assertThat(run("list", "metrics", "mmd").out()).doesNotContain("--require");
        assertThat(run("list", "metrics", "exact-copies", "--json").out()).contains("\"measure\" : \"private.copies\"");
    }

    @Test
    void faultsTeach() throws IOException {
        assertThat(run("evaluate", "real.csv").err()).contains("SYNTHETIC");
        assertThat(run("evaluate", "real.csv", "fake.csv", "--target", "smokr").err())
                .contains("Did you mean \"smoker\"");
        assertThat(run("evaluate", "real.csv", "faek.csv").code()).isEqualTo(Cli.DATA);
        run("evaluate", "real.csv", "fake.csv");
        Shell.Result again = run("evaluate", "real.csv", "fake.csv");
        assertThat(again.code()).isEqualTo(Cli.USAGE);
        assertThat(again.err()).contains("--force");
        Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n3,4\n");
        Shell.Result other = run("evaluate", "real.csv", "other.csv");
        assertThat(other.code()).isEqualTo(Cli.DATA);
        assertThat(other.err()).contains("no column \"age\"");
    }
}
