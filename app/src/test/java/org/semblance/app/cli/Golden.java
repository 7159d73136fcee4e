package org.semblance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that a command is expected to print, in {@code src/test/resources/golden}. After a wanted change:
 * {@code ./mvnw test -pl app -am -Dgolden.update=true}, then read the difference before committing it.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Compares what a command printed and its exit code with the file of that name. */
    static void check(String name, Shell shell, Shell.Result result) throws IOException {
        String text = "$ " + result.command() + "\n"
                + section("stdout", result.out())
                + section("stderr", result.err())
                + "exit " + result.code() + "\n";
        text = text.replace(shell.directory() + "/", "").replace("\r", "<CR>");
        // Scores and what they come to are the business of other tests: here only that they are told, and where.
        text = text.replaceAll("(?m)^(evaluate +)[0-9]+ measures +", "$1# measures            ");
        text = text.replaceAll("(?ms)^ +(synthetic  fresh data  reads as)$.*?(?=^  (only|scores|no) )", "  $1\n  #\n");
        Path file = FOLDER.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertThat(file).as("run once with -Dgolden.update=true").exists();
        assertThat(text).as(name).isEqualTo(Files.readString(file));
    }

    private static String section(String title, String text) {
        return text.isEmpty() ? "" : "--- " + title + "\n" + text + (text.endsWith("\n") ? "" : "<no line end>\n");
    }
}
