package org.semblance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The worked example of CONTRIBUTING.md still compiles, and its benchmark is one that can be asked for. */
class ContributingTest {
    private static final Pattern CLASS =
            Pattern.compile("```\\w+\\n(package [\\w.]+;.*?class (\\w+).*?)```", Pattern.DOTALL);

    @TempDir
    private Path classes;

    @Test
    void itsClassesCompile() throws Exception {
        String text = Files.readString(Path.of("..", "CONTRIBUTING.md"));
        List<JavaFileObject> sources = sources(text).toList();
        StringWriter messages = new StringWriter();
        List<String> flags =
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");

        boolean good = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, flags, null, sources)
                .call();

        assertThat(sources).hasSize(2);
        assertThat(good).as(messages.toString()).isTrue();
    }

    @Test
    void itsBenchmarksAreUnderstood() throws Exception {
        Matcher line =
                Pattern.compile("`bench/bench ([^`]+)`").matcher(Files.readString(Path.of("..", "CONTRIBUTING.md")));
        List<String> found = line.results().map(match -> match.group(1)).toList();

        assertThat(found).isNotEmpty();
        for (String arguments : found) {
            assertThat(new CommandLine(new Bench())
                            .parseArgs(arguments.split(" "))
                            .hasSubcommand())
                    .as(arguments)
                    .isTrue();
        }
    }

    private static Stream<JavaFileObject> sources(String text) {
        Stream.Builder<JavaFileObject> found = Stream.builder();
        for (Matcher match = CLASS.matcher(text); match.find(); ) {
            String code = match.group(1);
            URI name = URI.create("string:///" + match.group(2) + ".java");
            found.add(new SimpleJavaFileObject(name, JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return code;
                }
            });
        }
        return found.build();
    }
}
