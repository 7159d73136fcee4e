package org.semblance.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.semblance.app.cli.Cli;
import org.semblance.app.cli.Streams;

/**
 * The {@code semblance} commands of a shell block, run in this process; lines of other programs are left out. Understood:
 * quotes, comments, a backslash at a line's end, {@code > file}, {@code < file}; a pipe into another program ends the
 * command. A comment {@code # exit 3} says that the command is meant to fail with that code. What stands below
 * {@code $ head -4 FILE} must be what the file begins with.
 */
final class ShellBlock {
    private ShellBlock() {}

    static void run(Snippets.Snippet snippet, Path directory) throws Exception {
        List<String> lines = List.of(snippet.text().replace("\\\n", " ").split("\n"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).matches("\\$ head -\\d+ \\S+")) {
                head(lines.get(i).split("[ -]+"), lines.subList(i + 1, lines.size()), directory);
            }
            String command = lines.get(i).trim().replaceFirst("^\\$ ", "").replaceFirst("^\\./semblance", "semblance");
            if (!command.startsWith("semblance")) {
                continue;
            }
            int expected = command.matches(".*# exit \\d+.*")
                    ? Integer.parseInt(command.replaceAll(".*# exit (\\d+).*", "$1"))
                    : 0;
            List<String> words = words(command);
            Path input = redirect(words, "<", directory);
            Path output = redirect(words, ">", directory);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Streams streams = new Streams(
                    new ByteArrayInputStream(input == null ? new byte[0] : Files.readAllBytes(input)),
                    out,
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false,
                    directory,
                    Map.of(),
                    Clock.systemUTC());
            int code = Cli.execute(streams, words.subList(1, words.size()).toArray(String[]::new));
            assertThat(code)
                    .as(command + "\n" + err.toString(StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            if (output != null) {
                Files.write(output, out.toByteArray());
            }
        }
    }

    private static void head(String[] command, List<String> shown, Path directory) throws Exception {
        int count = Integer.parseInt(command[2]);
        assertThat(shown.subList(0, Math.min(count, shown.size())))
                .isEqualTo(Files.readAllLines(directory.resolve(command[3])).subList(0, count));
    }

    private static Path redirect(List<String> words, String sign, Path directory) {
        int at = words.indexOf(sign);
        if (at < 0) {
            return null;
        }
        words.remove(at);
        return directory.resolve(words.remove(at));
    }

    /** The words of a command, up to a comment, a pipe or a semicolon. */
    static List<String> words(String command) {
        List<String> out = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = '\0';
        boolean open = false;
        for (char c : (command + " ").toCharArray()) {
            if (quote != '\0') {
                if (c == quote) {
                    quote = '\0';
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                open = true;
            } else if (Character.isWhitespace(c)) {
                if (open || word.length() > 0) {
                    out.add(word.toString());
                }
                word.setLength(0);
                open = false;
            } else if ((c == '#' && word.length() == 0) || c == '|' || c == ';') {
                break;
            } else {
                word.append(c);
            }
        }
        return out;
    }
}
