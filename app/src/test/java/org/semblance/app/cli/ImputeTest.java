package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imputation and amputation by the command: what they write, say and refuse. */
class ImputeTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aTableWithHoles() throws IOException {
        StringBuilder out = new StringBuilder("age,sex,weight,height,bmi\n");
        for (int i = 0; i < 120; i++) {
            double height = 1.5 + i % 40 / 100.0;
            double weight = 50 + 20 * (height - 1.5) / 0.4 + i * 7 % 11;
            String w = i % 9 == 0 ? "" : String.valueOf(weight);
            String bmi = i % 9 == 0 ? "" : String.valueOf(weight / (height * height));
            out.append(20 + i * 13 % 60).append(i % 7 == 3 ? "," : i * 5 % 3 == 0 ? ",f" : ",m");
            out.append(',')
                    .append(w)
                    .append(',')
                    .append(height)
                    .append(',')
                    .append(bmi)
                    .append('\n');
        }
        Files.writeString(folder.resolve("people.csv"), out);
    }

    private Shell.Result ok(String... arguments) {
        Shell.Result result = Shell.in(folder).run(arguments);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "help-impute |help impute",
                "help-ampute |help ampute",
                "impute-wrong |impute people.csv -q --seed 1 --method wieght=pmm --method nrm --order age,sx --where here",
                "impute-wrong-columns |impute people.csv -q --seed 1 --method wieght=pmm --method nrm --order age,sx",
                "impute-wrong-layout |impute people.csv --layout wide",
                "impute-dash |impute people.csv -o -",
                "impute-no-table |impute peple.csv --seed 1",
                "impute-dry-run |impute people.csv --seed 1 --dry-run --method norm --method sex=none",
                "impute-dry-run-refused |impute people.csv --seed 1 --dry-run --method sex=norm --method weight=logreg",
                "impute-dry-run-told |impute people.csv --seed 1 --dry-run --method none --method weight=pmm --order age",
                "ampute-wrong |ampute people.csv -q --seed 1 --pattern wieght --mech MAR --freq 1,2",
                "ampute-json-to-stdout |ampute people.csv --json",
                "help-pool |help pool",
                "pool-wrong-family |pool weight~age people.csv --family logistc",
                "pool-wrong-rule |pool weight~age people.csv --rule ruben",
                "pool-one-set |pool weight~age people.csv",
                "pool-no-folder |pool weight~age .",
            })
    void goldenTexts(String name, String arguments) throws IOException {
        Shell shell = Shell.in(folder);
        Golden.check(name.trim(), shell, shell.run(arguments.split(" ")));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing is left behind").hasSize(1);
        }
    }

    @Test
    void everySetIsAFileWhereWhatIsThereStays() throws IOException {
        Shell.Result made = ok("impute", "people.csv", "--seed", "1", "-m", "2", "--maxit", "2");

        assertThat(made.err())
                .contains("weight    14 missing (11.7 %), pmm")
                .contains("next: open people-imputed/report.html");
        List<String> real = lines("people.csv");
        for (int set = 1; set <= 2; set++) {
            List<String> filled = lines("people-imputed/imputed-" + set + ".csv");
            assertThat(filled).hasSize(real.size()).noneMatch(line -> line.contains(",,") || line.endsWith(","));
            for (int i = 0; i < real.size(); i++) {
                String[] before = real.get(i).split(",", -1);
                String[] after = filled.get(i).split(",", -1);
                for (int c = 0; c < before.length; c++) {
                    boolean same = before[c].isEmpty()
                            || before[c].equals(after[c])
                            || Double.parseDouble(before[c]) == Double.parseDouble(after[c]);
                    assertThat(same).as(before[c] + " became " + after[c]).isTrue();
                }
            }
        }
        assertThat(lines("people-imputed/imputed-1.csv")).isNotEqualTo(lines("people-imputed/imputed-2.csv"));
        JsonNode report = JsonMapper.shared().readTree(folder.resolve("people-imputed/report.json"));
        assertThat(report.path("columns").path(2).path("missing").asInt()).isEqualTo(14);
        String page = Files.readString(folder.resolve("people-imputed/report.html"));
        assertThat(page).contains("45 of 45 holes were filled in each set.").doesNotContain("http://");
    }

    @Test
    void theFileRepeatsIt() throws IOException {
        ok(
                "impute",
                "people.csv",
                "-m",
                "2",
                "--passive",
                "bmi=weight / height ^ 2",
                "--post",
                "weight=min(weight, 75)");

        ok("impute", "people-imputed/imputation.yaml", "-o", "again/deep");

        for (String name : List.of("imputed-1.csv", "imputed-2.csv", "report.html")) {
            assertThat(folder.resolve("again/deep").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("people-imputed").resolve(name));
        }
        assertThat(lines("people-imputed/imputation.yaml")).contains("  bmi: \"weight / height ^ 2\"");
    }

    @Test
    void oneFileInFiveLayouts() throws IOException {
        ok("impute", "people.csv", "--seed", "1", "-m", "2", "--layout", "long-with-data");

        assertThat(lines("people-imputed/imputed.csv")).hasSize(361).startsWith("age,sex,weight,height,bmi,.imp,.id");
        Shell.Result refused = Shell.in(folder).run("impute", "people.csv", "--layout", "sets");
        assertThat(refused.code()).isEqualTo(Cli.USAGE);
        assertThat(refused.err()).contains("holds an earlier result");
        ok("impute", "people.csv", "--seed", "1", "-m", "2", "--layout", "repeated", "--force");
        assertThat(lines("people-imputed/imputed.csv").get(0)).startsWith("age.1,age.2,sex.1");
        ok("impute", "people.csv", "--seed", "1", "-m", "2", "--force");
        assertThat(folder.resolve("people-imputed/imputed.csv")).doesNotExist();
        assertThat(folder.resolve("people-imputed/imputed-2.csv")).exists();
    }

    @Test
    void aFaultOfTheDataLeavesNothing() throws IOException {
        Shell.Result wrong = Shell.in(folder).run("impute", "people.csv", "--seed", "1", "--method", "sex=norm");

        assertThat(wrong.code()).isNotZero();
        assertThat(wrong.err()).contains("column \"sex\", method norm").contains("draws numbers");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void ampute() throws IOException {
        Shell.Result made = ok(
                "ampute",
                "people.csv",
                "--seed",
                "1",
                "--prop",
                "0.5",
                "--pattern",
                "age",
                "--mech",
                "MCAR",
                "-o",
                "h.csv");

        assertThat(made.err()).contains("of 120 candidates lost it");
        long lost = lines("h.csv").stream().filter(line -> line.startsWith(",")).count();
        assertThat(lost).isBetween(40L, 80L);
        JsonNode json = JsonMapper.shared()
                .readTree(ok("ampute", "people.csv", "--seed", "1", "-o", "j.csv", "--json")
                        .out());
        assertThat(json.path("patterns").size()).isEqualTo(5);
    }

    /** The files of sets and the long file are the same sets; what is pooled stands between them. */
    @Test
    void pooledOverTheSets() throws IOException {
        ok("impute", "people.csv", "--seed", "1", "-m", "3", "-o", "a");
        ok("impute", "people.csv", "--seed", "1", "-m", "3", "-o", "b", "--layout", "long-with-data");

        String sets = ok("pool", "weight ~ height + sex", "a", "--json").out();

        assertThat(ok("pool", "weight ~ height + sex", "b/", "--json").out()).isEqualTo(sets);
        JsonNode found = JsonMapper.shared().readTree(sets);
        assertThat(found.path("sets").asInt()).isEqualTo(3);
        assertThat(found.path("rows").asInt()).isEqualTo(120);
        JsonNode height = found.path("terms").path(1);
        assertThat(height.path("term").asString()).isEqualTo("height");
        assertThat(height.path("estimate").asDouble())
                .isBetween(height.path("low").asDouble(), height.path("high").asDouble());
        assertThat(height.path("missing_information").asDouble()).isBetween(0.0, 0.9);
        Shell.Result against = ok("pool", "weight ~ height + sex", "a", "--against", "weight ~ sex");
        assertThat(against.out()).contains("against weight ~ sex: D1 F(1, ").contains("D3 F(1, ");
        Shell.Result notNested = Shell.in(folder).run("pool", "weight ~ height", "a", "--against", "weight ~ sex");
        assertThat(notNested.code()).isEqualTo(Cli.USAGE);
    }
}
