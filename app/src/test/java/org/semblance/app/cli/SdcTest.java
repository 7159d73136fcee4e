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

/** Disclosure control by the command: what it writes, says and refuses. */
class SdcTest {
    @TempDir
    Path folder;

    @BeforeEach
    void someData() throws IOException {
        Files.writeString(folder.resolve("patients.csv"), Tables.patients(400));
        Files.writeString(folder.resolve("fake.csv"), Tables.patients(390));
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
                "help-sdc |help sdc",
                "sdc-nothing |sdc fake.csv",
                "sdc-unknown-control |sdc fake.csv --apply top-codng:columns=age --apply pram:colums=sex",
                "sdc-limit-missing |sdc fake.csv --apply top-coding:columns=age",
                "sdc-needs-real |sdc fake.csv --apply remove-replicated-uniques",
                "sdc-json-to-stdout |sdc fake.csv --apply label --json",
                "sdc-missing-column |sdc fake.csv -o s.csv --seed 1 -q --apply rank-swapping:columns=wieght",
                "sdc-wrong-kind |sdc fake.csv -o s.csv --seed 1 -q --apply smoothing:columns=sex",
                "sdc-model |sdc m.semblance -o s.csv --apply label",
                "sdc-file-in-the-way |sdc fake.csv -o patients.csv --apply label",
                "sdc-missing-table |sdc fak.csv -o s.csv --apply label --seed 1",
                "list-control |list controls top-coding",
            })
    void goldenTexts(String name, String arguments) throws IOException {
        Shell shell = Shell.in(folder);
        Golden.check(name.trim(), shell, shell.run(arguments.split(" ")));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing is left behind").hasSize(2);
        }
    }

    @Test
    void aWrongFileOfControls() throws IOException {
        Files.writeString(
                folder.resolve("controls.yaml"),
                "version: 1\ncontrols:\n  - top-codin: {columns: [age]}\n  - pram: {columns: [sex], keep: 2}\n");
        Shell shell = Shell.in(folder);
        Golden.check("sdc-wrong-controls", shell, shell.run("sdc", "fake.csv", "--controls", "controls.yaml"));
    }

    @Test
    void whatIsSaidOfWhatChanged() throws IOException {
        Shell shell = Shell.in(folder);
        Shell.Result result = shell.run(
                "sdc",
                "fake.csv",
                "-o",
                "safe.csv",
                "--seed",
                "1",
                "--real",
                "patients.csv",
                "--keys",
                "age,sex",
                "--apply",
                "remove-replicated-uniques",
                "--apply",
                "top-coding:columns=age,at=75",
                "--apply",
                "label");
        Golden.check("sdc-done", shell, result);
        List<String> safe = lines("safe.csv");
        assertThat(safe.get(0)).isEqualTo("synthetic,patient_id,sex,age,weight,admitted,smoker");
        assertThat(safe.subList(1, safe.size())).allMatch(line -> line.startsWith("true,P"));
        assertThat(safe.subList(1, safe.size())).allMatch(line -> Integer.parseInt(line.split(",")[3]) <= 75);
    }

    @Test
    void onlyWhatAControlChangesIsDifferent() throws IOException {
        ok("sdc", "fake.csv", "-o", "safe.csv", "--apply", "rank-swapping:columns=weight", "--seed", "1");
        List<String> before = lines("fake.csv");
        List<String> after = lines("safe.csv");
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            String[] was = before.get(i).split(",", -1);
            String[] is = after.get(i).split(",", -1);
            was[3] = is[3];
            assertThat(is).isEqualTo(was);
        }
        assertThat(after.stream().map(line -> line.split(",", -1)[3]).sorted())
                .containsExactlyElementsOf(before.stream()
                        .map(line -> line.split(",", -1)[3])
                        .sorted()
                        .toList());
    }

    @Test
    void sameSeedSameBytesOnAnyNumberOfThreads() throws IOException {
        String[] once = {
            "sdc",
            "fake.csv",
            "--seed",
            "5",
            "--apply",
            "additive-noise:columns=weight+admitted",
            "--apply",
            "pram:columns=sex",
            "--apply",
            "micro-aggregation:columns=age"
        };
        byte[] bytes = ok(once).bytes();
        String[] again =
                Stream.concat(Stream.of(once), Stream.of("--threads", "3")).toArray(String[]::new);
        assertThat(ok(again).bytes()).isEqualTo(bytes);
        once[3] = "6";
        assertThat(ok(once).bytes()).isNotEqualTo(bytes);
    }

    @Test
    void aFileOfControlsAndThoseOfTheCommandAfterIt() throws IOException {
        Files.writeString(folder.resolve("controls.yaml"), """
                version: 1
                keys: [age, sex]
                controls:
                  - remove-uniques-in-real
                  - classes: {columns: [age], width: 10}
                """);
        Shell.Result result = ok(
                "sdc",
                "fake.csv",
                "-o",
                "safe.csv.gz",
                "--controls",
                "controls.yaml",
                "--real",
                "patients.csv",
                "--apply",
                "merge-rare:columns=age,below=30",
                "--json",
                "--seed",
                "3");
        JsonNode json = JsonMapper.shared().readTree(result.out());
        assertThat(json.path("changes").size()).isEqualTo(3);
        JsonNode first = json.path("changes").get(0);
        assertThat(first.path("options").path("keys").get(0).stringValue()).isEqualTo("age");
        assertThat(first.path("rowsRemoved").intValue()).isPositive();
        assertThat(json.path("rows").intValue())
                .isEqualTo(390 - first.path("rowsRemoved").intValue());
        assertThat(json.path("changes")
                        .get(1)
                        .path("columns")
                        .get(0)
                        .path("cells")
                        .intValue())
                .isEqualTo(json.path("rows").intValue());
        assertThat(json.path("seed").intValue()).isEqualTo(3);
        assertThat(folder.resolve("safe.csv.gz")).exists();
    }

    @Test
    void aDryRunWritesNothing() {
        Shell.Result result = ok("sdc", "fake.csv", "-o", "safe.csv", "--apply", "label", "--dry-run");
        assertThat(result.err()).contains("dry run: nothing was written.").doesNotContain("wrote");
        assertThat(folder.resolve("safe.csv")).doesNotExist();
    }

    @Test
    void schemaAndListsAndCompletionKnowTheControls() {
        JsonNode schema = JsonMapper.shared().readTree(ok("schema", "controls").out());
        assertThat(schema.toString()).contains("micro-aggregation", "rank-swapping");
        assertThat(ok("list", "controls").out()).contains("pram", "remove-replicated-uniques");
        assertThat(JsonMapper.shared()
                        .readTree(ok("list", "controls", "--json").out())
                        .path("controls")
                        .size())
                .isEqualTo(15);
        assertThat(ok("completion", "bash").out()).contains("sdc");
    }

    /** What one control is asked to keep from, the metric of disclosure no longer finds. */
    @Test
    void evaluateSeesTheDifference() throws IOException {
        ok(
                "sdc",
                "fake.csv",
                "-o",
                "safe.csv",
                "--apply",
                "remove-replicated-uniques",
                "--real",
                "patients.csv",
                "--keys",
                "age,sex",
                "--seed",
                "1");
        for (String file : new String[] {"fake", "safe"}) {
            ok("evaluate", "patients.csv", file + ".csv", "--keys", "age,sex", "-o", file, "--seed", "1", "-q");
        }
        assertThat(replicated("fake")).isPositive();
        assertThat(replicated("safe")).isZero();
    }

    private double replicated(String report) throws IOException {
        JsonNode json = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve(report).resolve("report.json")));
        for (JsonNode part : json.findValue("disclosure").path("parts")) {
            if (part.path("name").stringValue().equals("repU")) {
                return part.path("synthetic").doubleValue();
            }
        }
        throw new AssertionError("no repU in the report");
    }
}
