package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command says to its arguments, before it reads anything. */
class ArgumentsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void someData() throws IOException {
        Files.writeString(folder.resolve("patients.csv"), Tables.patients(120));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing |",
                "help |help",
                "help-run |help run",
                "help-inspect |inspect --help",
                "help-fit |help fit",
                "help-sample |help sample",
                "help-evaluate |help evaluate",
                "help-list |list -h",
                "help-schema |help schema",
                "help-completion |help completion",
                "help-linkage |help linkage",
                "help-linkage-from |linkage from --help",
                "help-linkage-score |linkage score --help",
                "help-linkage-learn |linkage learn --help",
                "help-linkage-replay |linkage replay --help",
                "linkage-app |linkage --app",
                "linkage-rate |linkage --rate 1.5",
                "linkage-nothing |linkage from",
                "help-unknown |help smaple",
                "unknown-command |rnu patients.csv",
                "file-as-command |patients.csv",
                "unknown-flag |run patients.csv --sed 1",
                "unknown-flags |run patients.csv --metod trees --row=5",
                "flag-without-value |run patients.csv --seed",
                "flag-of-wrong-type |run patients.csv --seed abc",
                "flag-given-twice |run patients.csv --seed 1 --seed 2",
                "no-data |run",
                "two-tables |run patients.csv more.csv",
                "rows-below-zero |sample m.semblance -n -5",
                "rows-not-whole |sample m.semblance -n 2.5",
                "threads-zero |run patients.csv --threads 0",
                "holdout-too-large |run patients.csv --holdout 2",
                "fidelity-unknown |run patients.csv --fidelity maxx",
                "method-unknown |run patients.csv --method gausian-copula",
                "option-unknown |run patients.csv --method independent --with min-laef=3",
                "option-without-value |run patients.csv --with min-leaf",
                "list-unknown-kind |list metrix",
                "list-unknown-name |list metrics detecton",
                "schema-unknown |schema projet",
                "completion-unknown |completion tcsh",
                "run-to-stdout |run patients.csv -o -",
                "sample-json-to-stdout |sample m.semblance --json -o -",
                "flag-with-value-it-does-not-take |run patients.csv --quiet=5",
            })
    void goldenTexts(String name, String arguments) throws IOException {
        Shell shell = Shell.in(folder);
        Golden.check(name.trim(), shell, shell.run(arguments == null ? new String[0] : arguments.split(" ")));
    }

    @Test
    void versionIsOneLine() {
        for (String[] asked : new String[][] {{"--version"}, {"run", "--version"}}) {
            Shell.Result result = Shell.in(folder).run(asked);
            assertThat(result.out()).matches("semblance \\S+\n");
            assertThat(result.err()).isEmpty();
            assertThat(result.code()).isZero();
        }
    }

    @Test
    void topHelpNamesEveryCommand() {
        String help = Shell.in(folder).run().out();
        Cli.commandLine(new Root(), Shell.in(folder).streams(System.out, System.err))
                .getSubcommands()
                .keySet()
                .forEach(command -> assertThat(help).contains(command));
    }

    @Test
    void aFlagIsStrongerThanTheEnvironmentAndThatThanTheDefault() {
        Shell shell = Shell.in(folder).with("SEMBLANCE_METHOD", "independent");
        assertThat(shell.run("run", "patients.csv", "--dry-run").err()).contains("would fit independent");
        assertThat(shell.run("run", "patients.csv", "--dry-run", "--method", "gaussian-copula")
                        .err())
                .contains("would fit gaussian-copula");
        assertThat(shell.with("SEMBLANCE_SEED", "7")
                        .run("run", "patients.csv", "--dry-run")
                        .err())
                .contains("seed 7");
        assertThat(shell.with("SEMBLANCE_SEED", "7")
                        .run("--seed", "8", "run", "patients.csv", "--dry-run")
                        .err())
                .contains("seed 8");
    }

    @Test
    void whatTheEnvironmentSaysWronglyIsToldLikeAFlag() {
        Shell.Result result = Shell.in(folder).with("SEMBLANCE_SEED", "x").run("run", "patients.csv", "--dry-run");
        assertThat(result.err()).contains("--seed is \"x\"");
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void completionScriptsKnowCommandsAndFlags() {
        for (String kind : new String[] {"bash", "zsh", "fish"}) {
            Shell.Result result = Shell.in(folder).run("completion", kind);
            assertThat(result.code()).isZero();
            assertThat(result.out()).contains("inspect", "holdout", "fidelity");
        }
    }
}
