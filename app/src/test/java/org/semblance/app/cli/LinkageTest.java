package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets made by the command. */
class LinkageTest {
    /** As e2elink's documentation has it (MIT licence), to the letter. */
    private static final String DOCUMENTED = """
            # source file
            src:
              - size: 100
            # target file
            trg:
              - size: 1000
            # truth file
            truth:
              - expected_rate: 0.7
            """;

    /** The keys and forms of the parameters that e2elink's sampler writes. */
    private static final String SAMPLER = """
            { "source": { "size": 200, "dupl": 0.01, "visits": 1, "sort_by_date": true, "date_format": "%d %b %Y",
              "swap_full_name": 0.01, "abbreviate_full_name": 0.01, "misspell_full_name": 0.1,
              "name_misspelling_type": "Fast", "age_format": "birth_date", "name_format": "lower",
              "split_full_name": false, "shuffle_columns": false, "hide_identifier": false,
              "identifier_coverage": 0.25, "date_coverage": 1.0, "name_coverage": 1.0, "age_coverage": 1.0,
              "sex_format": "lower_abbrv", "header": [0, 0], "clinvar": false },
              "target": { "size": 900, "header": [2, 1], "clinvar": true, "name_misspelling_type": "Accurate" },
              "truth": { "exp_linkage_rate": 1.0 } }
            """;

    @TempDir
    Path folder;

    private Shell.Result run(String... arguments) {
        return Shell.in(folder).run(arguments);
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Set<String> sources(List<String> truth) {
        Set<String> out = new HashSet<>();
        truth.stream().skip(1).forEach(pair -> out.add(pair.split(",")[0]));
        return out;
    }

    @Test
    void theDocumentedFileAsItStands() throws IOException {
        Files.writeString(folder.resolve("synthetic_params.yml"), DOCUMENTED);
        Shell.Result result = run("linkage", "--params", "synthetic_params.yml", "--seed", "1");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEmpty();
        assertThat(files())
                .containsExactly("params.yml", "source.csv", "synthetic_params.yml", "target.csv", "truth.csv");
        assertThat(lines("source.csv")).hasSize(101);
        assertThat(lines("target.csv")).hasSize(1001);
        assertThat(lines("truth.csv").get(0)).isEqualTo("src_idx,trg_idx");
        assertThat(sources(lines("truth.csv"))).hasSize(70);
        // Without any file it is the same set.
        assertThat(run("linkage", "--seed", "1", "-o", "plain").code()).isZero();
        for (String name : List.of("source.csv", "target.csv", "truth.csv", "params.yml")) {
            assertThat(folder.resolve("plain/" + name)).hasSameBinaryContentAs(folder.resolve(name));
        }
    }

    @Test
    void whatTheSamplerWrites() throws IOException {
        Files.writeString(folder.resolve("params.json"), SAMPLER);
        Shell.Result result = run("linkage", "--params", "params.json", "--seed", "1", "-o", "set");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(lines("set/source.csv").get(0)).isEqualTo("identifier,full_name,sex,birth_date,visit_date");
        assertThat(lines("set/target.csv").get(0))
                .isEqualTo("Client Id,Name,Gender,Date Of Birth,Date Of Visit,Hiv Status");
        assertThat(sources(lines("set/truth.csv"))).hasSize(200);
    }

    @Test
    void theTemplateIsAFileOfParameters() throws IOException {
        assertThat(run("linkage", "--template-params").err()).contains("wrote synthetic_params.yml");
        assertThat(run("linkage", "--template-params").code()).isEqualTo(Cli.USAGE);
        assertThat(run("linkage", "--template-params", "--force").code()).isZero();
        assertThat(run("linkage", "--template-params", "-o", "-").out()).contains("expected_rate");
        assertThat(folder.resolve("-")).doesNotExist();
        assertThat(run("linkage", "--params", "synthetic_params.yml", "--seed", "1", "-o", "set")
                        .code())
                .isZero();
        assertThat(run("linkage", "--seed", "1", "-o", "plain").code()).isZero();
        assertThat(folder.resolve("set/target.csv")).hasSameBinaryContentAs(folder.resolve("plain/target.csv"));
    }

    @Test
    void nothingIsReplacedUnasked() throws IOException {
        Files.writeString(folder.resolve("truth.csv"), "mine");
        Shell.Result refused = run("linkage", "--seed", "1");
        assertThat(refused.code()).isEqualTo(Cli.USAGE);
        assertThat(refused.err()).contains("refused: truth.csv exists", "--force");
        assertThat(files()).containsExactly("truth.csv");
        assertThat(run("linkage", "--seed", "1", "--dry-run", "--force").err()).contains("nothing was written");
        assertThat(files()).containsExactly("truth.csv");
        assertThat(run("linkage", "--seed", "1", "--force").code()).isZero();
        assertThat(lines("truth.csv").get(0)).isEqualTo("src_idx,trg_idx");
        Files.writeString(folder.resolve("file"), "mine");
        assertThat(run("linkage", "-o", "file").err()).contains("file is a file");
        assertThat(run("linkage", "-o", "-").code()).isEqualTo(Cli.USAGE);
    }

    @Test
    void allProblemsAtOnceWithTheirLines() throws IOException {
        Files.writeString(folder.resolve("p.yml"), """
                src:
                  - sizee: 100
                  - visits: 0
                trg:
                  date_formt: "%d"
                  date_format: "%d/%m"
                truth:
                  expected_rate: 1.7
                erors: none
                errors:
                  sex:
                    - typpo: 0.1
                """);
        Shell.Result result = run("linkage", "--params", "p.yml");
        assertThat(result.code()).isEqualTo(Cli.DATA);
        assertThat(result.err())
                .contains("p.yml has 7 problems")
                .contains("line 2", "Did you mean \"size\"?")
                .contains("line 3", "visits")
                .contains("line 5", "Did you mean \"date_format\"?")
                .contains("line 6", "the year is missing")
                .contains("line 8", "between 0 and 1")
                .contains("line 9", "Did you mean \"errors\"?")
                .contains("line 12", "typo");
        assertThat(files()).containsExactly("p.yml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate 1.5|between 0 and 1",
                "--source-rows 0|--source-rows is 0, but must be between 1 and",
                "--source-rows 100 --target-rows 40 --rate 0.9|is impossible",
                "--locale xx-XX|xx-XX",
                "--difficulty 2|between 0 and 1",
                "--sorce-rows 3|Did you mean \"--source-rows\"?",
                "scor truth.csv links.csv|Did you mean \"score\"?",
                "--params none.yml|none.yml",
                "--app|the web app is not there yet"
            })
    void wrongFlagsAreRefusedBeforeAnythingIsWritten(String flags, String words) throws IOException {
        Shell.Result result = run(("linkage " + flags).split(" "));
        assertThat(result.code()).isIn(Cli.USAGE, Cli.DATA);
        assertThat(result.err()).contains(words);
        assertThat(result.out()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void logReplaysByTheCommandAndLogsOfOtherFilesAreRefused() throws IOException {
        assertThat(run("linkage", "--seed", "1", "--log").code()).isZero();
        assertThat(files())
                .containsExactly(
                        "changes.csv", "clean", "params.yml", "people.csv", "source.csv", "target.csv", "truth.csv");
        Shell.Result again = run("linkage", "replay", "clean/target.csv", "changes.csv", "-o", "again.csv");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(folder.resolve("again.csv")).hasSameBinaryContentAs(folder.resolve("target.csv"));
        assertThat(run("linkage", "replay", "clean/target.csv", "changes.csv", "-o", "again.csv")
                        .code())
                .isEqualTo(Cli.USAGE);
        Shell.Result clean = run(
                "linkage",
                "replay",
                "again.csv",
                "changes.csv",
                "--invert",
                "--table",
                "target",
                "-o",
                "again.csv",
                "--force");
        assertThat(clean.code()).as(clean.err()).isZero();
        assertThat(folder.resolve("again.csv")).hasSameBinaryContentAs(folder.resolve("clean/target.csv"));
        Shell.Result wrong = run("linkage", "replay", "target.csv", "changes.csv", "-o", "wrong.csv");
        assertThat(wrong.code()).isEqualTo(Cli.DATA);
        assertThat(wrong.err()).contains("the cell is not the one that was changed");
        assertThat(run("linkage", "replay", "target.csv", "truth.csv", "-o", "wrong.csv")
                        .err())
                .contains("this is no log of changes");
        assertThat(run("linkage", "replay", "again.csv", "changes.csv", "-o", "wrong.csv")
                        .err())
                .contains("--table source or --table target");
        assertThat(folder.resolve("wrong.csv")).doesNotExist();
    }

    /** Stopped half way, a set leaves neither files nor folder behind, and what stood there stays. */
    @Test
    void anInterruptedSetLeavesNothing() throws Exception {
        Files.writeString(folder.resolve("truth.csv"), "mine");
        Shell.Result[] result = new Shell.Result[1];
        Thread worker = new Thread(() -> result[0] =
                run("linkage", "--source-rows", "1e6", "--target-rows", "4e7", "--seed", "1", "--force", "--log"));
        worker.start();
        while (worker.isAlive() && files().size() == 1) {
            Thread.onSpinWait();
        }
        worker.interrupt();
        worker.join();
        assertThat(result[0].code()).isEqualTo(Cli.INTERRUPTED);
        assertThat(result[0].err()).endsWith("interrupted: nothing was written\n");
        assertThat(files()).containsExactly("truth.csv");
        assertThat(Files.readString(folder.resolve("truth.csv"))).isEqualTo("mine");
    }

    /** What was asked for holds for the mean of such sets; this one has its own. */
    @Test
    void difficultyTellsThisSet() {
        String[] asked = "linkage --source-rows 60 --target-rows 400 --seed 2 --difficulty 0.99 -o".split(" ");
        Shell.Result made =
                run(Stream.concat(Arrays.stream(asked), Stream.of("my set")).toArray(String[]::new));
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err())
                .contains("! an F1 of 0.99 is not reached")
                .contains("asked 0.99")
                .containsPattern("one set lies 0\\.\\d{3} from it \\(standard deviation\\), this set: [01]\\.\\d{3}")
                .contains("next: link the rows, then semblance linkage score 'my set/truth.csv' links.csv");
    }
}
