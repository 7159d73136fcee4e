package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The commands of CONTRIBUTING.md are such as the command line takes. They are read and not run, because the method of
 * the worked example is not there until somebody adds it.
 */
class ContributingTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void everyCommandIsUnderstood() throws Exception {
        List<String> commands = Files.readAllLines(ROOT.resolve("CONTRIBUTING.md")).stream()
                .filter(line -> line.startsWith("./semblance "))
                .map(line -> line.replaceFirst(" +#.*", "").substring("./semblance ".length()))
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(3);
        for (String command : commands) {
            String[] words = command.split(" +");
            assertThatCode(() -> Cli.commandLine(new Root(), Shell.in(ROOT).streams(System.out, System.err))
                            .parseArgs(words))
                    .as(command)
                    .doesNotThrowAnyException();
            assertThat(words)
                    .filteredOn(word -> word.startsWith("examples/"))
                    .allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
        }
    }
}
