package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several syntheses of one table, and what is pooled of them. */
class RunSeveralTest {
    @TempDir
    Path folder;

    @BeforeEach
    void someData() throws IOException {
        StringBuilder out = new StringBuilder("age,sex,income\n");
        for (int i = 0; i < 240; i++) {
            int age = 18 + i * 37 % 60;
            out.append(age)
                    .append(i % 3 == 0 ? ",F," : ",M,")
                    .append(900 + 20 * age + i * 53 % 400)
                    .append('\n');
        }
        Files.writeString(folder.resolve("t.csv"), out);
    }

    private Shell.Result ok(String... arguments) {
        Shell.Result result = Shell.in(folder).run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @Test
    @DisplayName("sample -m draws from a kept model the syntheses of the run that wrote it")
    void severalFromAKeptModel() throws IOException {
        ok("run", "t.csv", "--method", "parametric", "-m", "3", "--seed", "5", "-o", "out");
        String said = ok("sample", "out/model.semblance", "-m", "3", "--seed", "5", "-o", "again/fake.csv")
                .err();
        assertThat(said).contains("wrote again/fake-1.csv ... again/fake-3.csv", "3 syntheses of 240 rows, seed 5");
        for (int number = 1; number <= 3; number++) {
            assertThat(lines("again/fake-" + number + ".csv")).isEqualTo(lines("out/synthetic-" + number + ".csv"));
        }
        ok("sample", "out/model.semblance", "-m", "2", "-n", "10", "--stacked", "-o", "one.csv");
        assertThat(lines("one.csv")).hasSize(21).first().asString().endsWith(",.syn");
        assertThat(ok("sample", "out/model.semblance", "-m", "2", "-n", "10", "-o", "two.csv", "--json")
                        .out())
                .contains("\"two-1.csv\", \"two-2.csv\"");

        Shell shell = Shell.in(folder);
        assertThat(shell.run("sample", "out/model.semblance", "-m", "2").err())
                .contains("2 syntheses cannot go to standard output");
        assertThat(shell.run("sample", "out/model.semblance", "-m", "2", "-o", "two.csv")
                        .err())
                .contains("refused: two-1.csv exists");
        assertThat(shell.run("sample", "out/model.semblance", "-m", "0", "-o", "no.csv")
                        .err())
                .contains("must be between 1 and 10000");
        assertThat(shell.run("sample", "out/model.semblance", "--stacked", "-o", "no.csv")
                        .err())
                .contains("several syntheses below each other, but one is made", "-m 5");
        assertThat(shell.run("run", "t.csv", "--stacked", "-o", "no").err())
                .contains("stacked: several syntheses", "but one is made");
    }

    @Test
    @DisplayName(
            "-m writes a file for each synthesis, different and repeatable, and pool puts a model on them together")
    void severalFiles() throws IOException {
        ok("run", "t.csv", "--method", "parametric", "-m", "3", "--seed", "5", "-o", "out");
        assertThat(lines("out/synthetic-1.csv")).hasSize(241).isNotEqualTo(lines("out/synthetic-2.csv"));
        assertThat(folder.resolve("out/synthetic.csv")).doesNotExist();
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("the first of 3 syntheses was scored");

        ok("run", "out/project.yaml", "-o", "again", "--threads", "1");
        for (int number = 1; number <= 3; number++) {
            String file = "/synthetic-" + number + ".csv";
            assertThat(lines("again" + file)).isEqualTo(lines("out" + file));
        }

        String text = ok("pool", "income ~ age + sex", "out", "--real", "t.csv").out();
        assertThat(text).contains("3 synthetic tables", "overlap", "lack of fit chi square(3)");
        JsonNode json = JsonMapper.shared()
                .readTree(ok("pool", "income ~ age + sex", "out", "--real", "t.csv", "--json")
                        .out());
        assertThat(json.path("rule").asString()).isEqualTo("original");
        assertThat(json.path("comparison").size()).isEqualTo(3);
        assertThat(json.path("comparison").path(1).path("synthetic").asDouble()).isBetween(15.0, 25.0);
        // 190 of 240 rows were learnt from: 240 (1/720 + 1/190 - 1/240) = 0.5965.
        assertThat(text).contains("learnt from 190 complete rows (report.json beside the tables)");
        assertThat(json.path("learnt").asDouble()).isEqualTo(190);
        assertThat(json.path("expected_abs_z").asDouble())
                .isCloseTo(Math.sqrt(2 * 240 * (1 / 720.0 + 1 / 190.0 - 1 / 240.0) / Math.PI), within(1e-9));
        assertThat(ok("pool", "income ~ age", "out", "--rule", "population").out())
                .contains("errors are those of the population", "learnt from 190");
        assertThat(ok("pool", "income ~ age", "out", "--rule", "population", "--learnt", "100")
                        .out())
                .contains("learnt from 100 complete rows (--learnt)");
    }

    @Test
    @DisplayName("pool knows what sample -m wrote, and from how many rows it was learnt, by the file beside it")
    void pooledFromAKeptModel() throws IOException {
        ok("run", "t.csv", "--method", "parametric", "--seed", "5", "-o", "out");
        assertThat(ok("sample", "out/model.semblance", "-m", "3", "-n", "500", "-o", "again/fake.csv")
                        .err())
                .contains("again/fake-syntheses.json");
        assertThat(lines("again/fake-syntheses.json"))
                .anyMatch(line -> line.contains("\"model\" : \"model.semblance\""))
                .anyMatch(line -> line.contains("\"learnt\" : 190"));
        String[][] calls = {
            {"pool", "income ~ age", "again/fake-1.csv", "again/fake-2.csv", "again/fake-3.csv"},
            {"pool", "income ~ age", "again"}
        };
        for (String[] call : calls) {
            assertThat(ok(call).out())
                    .contains(
                            "rule original: the tables are synthetic, by what sample -m wrote beside fake-1.csv",
                            "learnt from 190 complete rows (what sample -m wrote beside them)");
        }
        ok("sample", "out/model.semblance", "-m", "2", "--stacked", "-o", "again/one.csv");
        assertThat(ok("pool", "income ~ age", "again/one.csv").out()).contains("learnt from 190 complete rows");
        assertThat(Shell.in(folder).run("pool", "income ~ age", "again").err()).contains("of several calls");

        // A model that stands alone does not say what was held back.
        Files.copy(folder.resolve("out/model.semblance"), folder.resolve("alone.semblance"));
        ok("sample", "alone.semblance", "-m", "2", "-o", "fake.csv");
        assertThat(ok("pool", "income ~ age", "fake-1.csv", "fake-2.csv").out())
                .contains("the tables are synthetic", "240 complete rows if as many as a synthetic table has");
    }

    @Test
    @DisplayName("pool takes no rule of imputation for synthetic tables, and puts no imputed ones to them")
    void ruleOfSyntheticTables() throws IOException {
        ok("run", "t.csv", "--method", "parametric", "-m", "2", "--seed", "5", "-o", "out", "--holdout", "0");
        ok("run", "t.csv", "--method", "parametric", "-m", "2", "--stacked", "--seed", "5", "-o", "stacked");

        assertThat(ok("pool", "income ~ age", "out").out())
                .contains("rule original: the tables are synthetic, by the name synthetic-1.csv", "from 240 complete");
        assertThat(ok("pool", "income ~ age", "stacked/synthetic.csv").out())
                .contains("rule original: the tables are synthetic, by the column .syn", "from 190 complete");
        for (String table : List.of("out", "stacked/synthetic.csv")) {
            Shell.Result rubin = Shell.in(folder).run("pool", "income ~ age", table, "--rule", "rubin");
            assertThat(rubin.code()).isEqualTo(Cli.USAGE);
            assertThat(rubin.err()).contains("these are synthetic", "Take original");
        }

        Files.copy(folder.resolve("out/synthetic-1.csv"), folder.resolve("one.csv"));
        assertThat(ok("pool", "income ~ age", "one.csv", "--rule", "original").out())
                .contains("240 complete rows if as many as a synthetic table has");
        Shell.Result unknown = Shell.in(folder).run("pool", "income ~ age", "one.csv", "--rule", "population");
        assertThat(unknown.code()).isEqualTo(Cli.USAGE);
        assertThat(unknown.err()).contains("needs to know how many real rows", "--learnt");

        Files.copy(folder.resolve("out/synthetic-1.csv"), folder.resolve("out/imputed-1.csv"));
        Shell.Result mixed = Shell.in(folder).run("pool", "income ~ age", "out");
        assertThat(mixed.code()).isEqualTo(Cli.USAGE);
        assertThat(mixed.err()).contains("some of the tables are imputed and some synthetic", "imputed-1.csv");
    }

    @Test
    @DisplayName("--stacked writes one file with the column .syn; proper syntheses are learnt anew")
    void stacked() throws IOException {
        ok(
                "run",
                "t.csv",
                "--method",
                "cart",
                "--with",
                "proper=true",
                "-m",
                "2",
                "--stacked",
                "--seed",
                "5",
                "-o",
                "out");
        List<String> lines = lines("out/synthetic.csv");
        assertThat(lines).hasSize(481).first().isEqualTo("age,sex,income,.syn");
        assertThat(lines.get(1)).endsWith(",1");
        assertThat(lines.get(480)).endsWith(",2");
        assertThat(ok("pool", "income ~ age", "out/synthetic.csv", "--rule", "proper")
                        .out())
                .contains("2 synthetic tables of 240");
    }

    @Test
    @DisplayName("--dry-run refuses what does not fit the table as the run would")
    void dryRun() {
        for (String methods : List.of("{nosuch: pmm}", "{sex: norm}", "{age: nosuch}")) {
            String with = "methods=" + methods;
            Shell.Result dry =
                    Shell.in(folder).run("run", "t.csv", "--method", "cart", "--with", with, "-o", "out", "--dry-run");
            Shell.Result real = Shell.in(folder).run("run", "t.csv", "--method", "cart", "--with", with, "-o", "out");
            assertThat(real.code()).isNotZero();
            assertThat(dry.code()).isEqualTo(real.code());
            assertThat(dry.err()).isEqualTo(real.err()).doesNotContain("would fit");
        }
        assertThat(Shell.in(folder)
                        .run("fit", "t.csv", "--method", "cart", "--with", "methods={nosuch: pmm}", "--dry-run")
                        .err())
                .contains("there is no column \"nosuch\"");
        assertThat(ok("run", "t.csv", "--method", "cart", "--with", "methods={age: pmm}", "--dry-run")
                        .err())
                .contains("would fit cart");
    }

    @Test
    @DisplayName("--compatible mice says on the terminal and in the report what it does to correlations and privacy")
    void recipe() throws IOException {
        Shell.Result result =
                ok("run", "t.csv", "--method", "parametric", "--compatible", "mice", "--seed", "5", "-o", "out");
        assertThat(result.err()).contains("a correlation rho becomes rho^3", "stays linked to one real row");
        assertThat(lines("out/synthetic.csv")).hasSize(191);
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("rho becomes rho^3");
        assertThat(ok("sample", "out/model.semblance", "-n", "190", "-o", "more.csv")
                        .code())
                .isZero();
        assertThat(Shell.in(folder).run("run", "t.csv", "--compatible", "mice").err())
                .contains("for the methods cart and parametric");
    }
}
