package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model of a database: learnt, looked at, sampled into whatever is wanted, and its rows judged. */
class DatabaseModelTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void aModel() throws IOException {
        Tables.clinic(folder.resolve("clinic"), 150);
        Shell.Result fit = ok("fit", "clinic/", "--keep", "wards", "--seed", "1");
        assertThat(fit.err()).contains("wrote clinic.semblance", "next: semblance sample clinic.semblance -o FOLDER");
    }

    private static Shell.Result ok(String... arguments) {
        Shell.Result result = Shell.in(folder).run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private static Shell.Result refused(String... arguments) {
        Shell.Result result = Shell.in(folder).run(arguments);
        assertThat(result.code()).as(result.err()).isEqualTo(Cli.USAGE);
        return result;
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @Test
    void inspectSaysWhatItHolds() throws IOException {
        assertThat(ok("inspect", "clinic.semblance").out())
                .contains(
                        "a related model, fitted 2026-11-21 by semblance",
                        "all 4 rows of wards as they are, since this was asked for",
                        "visits  key visit_id",
                        "-> patients.patient_id; whose step it is",
                        "orders the steps",
                        "next: semblance sample clinic.semblance -o FOLDER")
                .doesNotContain("P1001");
        JsonNode json = JsonMapper.shared()
                .readTree(ok("inspect", "clinic.semblance", "--json").out());
        assertThat(json.path("tables")).hasSize(4);
        assertThat(json.path("relationships")).hasSize(4);
        assertThat(json.path("sequences").path(0).path("entity").path(0).asString())
                .isEqualTo("patient_id");
    }

    @Test
    void theSameRowsWhateverTheFormatAndTheThreads() throws IOException {
        ok("sample", "clinic.semblance", "--seed", "5", "--scale", "2", "--threads", "1");
        ok("sample", "clinic.semblance", "--seed", "5", "--scale", "2", "--threads", "2", "-o", "two");
        for (String table : List.of("patients", "visits", "results", "wards")) {
            assertThat(folder.resolve("two/" + table + ".csv"))
                    .hasSameBinaryContentAs(folder.resolve("clinic-synthetic/" + table + ".csv"));
        }
        assertThat(lines("two/patients.csv")).hasSize(301);
        ok("sample", "clinic.semblance", "--seed", "5", "--scale", "2", "--format", "parquet", "-o", "typed");
        ok("sample", "clinic.semblance", "--seed", "5", "--scale", "2", "-o", "fake.duckdb");
        Shell.Result flag =
                Shell.in(folder).run("evaluate", "two", "fake.duckdb", "--schema-name", "nowhere", "-o", "no");
        assertThat(flag.err()).contains("nowhere").doesNotContain("is for databases");
        assertThat(refused("evaluate", "two", "two", "--schema-name", "main", "-o", "no")
                        .err())
                .contains("--schema-name is for databases");
        for (String other : List.of("typed", "fake.duckdb")) {
            Shell.Result same = ok("evaluate", "two", other, "-o", "same-" + other, "--require", "columns.min=1");
            assertThat(same.err()).contains("met     columns must be at least 1");
        }
        assertThat(refused("sample", "clinic.semblance", "-o", "two").err()).contains("exists", "--force");
    }

    @Test
    void sizesAndConditions() throws IOException {
        Shell.Result json = ok(
                "sample",
                "clinic.semblance",
                "-n",
                "patients=1e2",
                "--where",
                "patients.age > 60",
                "-o",
                "old",
                "--json");
        assertThat(JsonMapper.shared()
                        .readTree(json.out())
                        .path("rows")
                        .path("patients")
                        .asInt())
                .isEqualTo(100);
        assertThat(lines("old/patients.csv").stream().skip(1).map(line -> line.split(",")[2]))
                .allMatch(age -> Integer.parseInt(age) > 60);
        assertThat(refused("sample", "clinic.semblance", "-n", "visits=9").err())
                .contains("rows of visits follow from those of patients");
        assertThat(refused("sample", "clinic.semblance", "-n", "9").err()).contains("must be a table and a number");
        assertThat(refused("sample", "clinic.semblance", "--where", "wards.beds = 8")
                        .err())
                .contains("table \"wards\" is kept as it is");
        assertThat(refused("sample", "clinic.semblance", "-o", "-").err()).contains("do not fit on standard output");
        assertThat(refused("sample", "clinic.semblance", "--format", "parquett").err())
                .contains("Did you mean \"parquet\"?");
        assertThat(folder.resolve("clinic-synthetic/nothing")).doesNotExist();
    }

    @Test
    void evaluateIsAGate() throws IOException {
        ok("sample", "clinic.semblance", "--seed", "1", "-o", "fake");
        Tables.clinic(folder.resolve("fresh"), 160);

        Shell.Result gate = Shell.in(folder)
                .run("evaluate", "clinic", "fake", "--holdout", "fresh", "--require", "references.min=1");
        assertThat(gate.code()).as(gate.err()).isZero();
        assertThat(gate.err()).contains("children", "met     references must be at least 1");
        assertThat(folder.resolve("fake-report/report.html"))
                .content()
                .contains("<svg", "synthetic")
                .doesNotContain("P1001");
        JsonNode report = JsonMapper.shared()
                .readTree(folder.resolve("fake-report/report.json").toFile());
        assertThat(report.path("scores").path("children").path("fresh").asDouble())
                .isPositive();

        Shell.Result missed =
                Shell.in(folder).run("evaluate", "clinic", "fake", "-o", "again", "--require", "columns.min=1.01");
        assertThat(missed.code()).isEqualTo(Cli.GATE);
        assertThat(refused("evaluate", "clinic", "fake", "-o", "x", "--require", "colums.min=1")
                        .err())
                .contains("Did you mean \"columns\"?", "between-tables");
        assertThat(refused("evaluate", "clinic", "clinic/wards.csv", "-o", "x").err())
                .contains("is one table, and the real data are a database");
        assertThat(refused("evaluate", "clinic", "fake", "--target", "sex", "-o", "x")
                        .err())
                .contains("are for tables");
        Files.delete(folder.resolve("fresh/wards.csv"));
        Shell.Result less = Shell.in(folder).run("evaluate", "clinic", "fresh", "-o", "x");
        assertThat(less.code()).isEqualTo(Cli.DATA);
        assertThat(less.err()).contains("the synthetic database has no table \"wards\"");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void runTakesTheSameGate() {
        Shell.Result run = Shell.in(folder)
                .run(
                        "run",
                        "clinic",
                        "-o",
                        "gated",
                        "--seed",
                        "1",
                        "--require",
                        "columns.min=1.01",
                        "--format",
                        "jsonl");
        assertThat(run.code()).isEqualTo(Cli.GATE);
        assertThat(folder.resolve("gated/synthetic/visits.jsonl")).content().startsWith("{\"visit_id\":");
        assertThat(refused("run", "clinic/wards.csv", "--format", "jsonl").err())
                .contains("--format is for related tables");
    }
}
