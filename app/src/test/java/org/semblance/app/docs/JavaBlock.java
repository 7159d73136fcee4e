package org.semblance.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** A Java block, compiled as it stands (a whole class, or statements with their imports) and run in its own process. */
final class JavaBlock {
    private static final String NAME = "Snippet";

    private JavaBlock() {}

    static void run(Snippets.Snippet snippet, Path directory) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(directory, "java");
        Path file = folder.resolve(NAME + ".java");
        Files.writeString(file, whole(snippet.text()));
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter words = new StringWriter();
        boolean compiled = compiler.getTask(
                        words,
                        null,
                        null,
                        List.of("--release", "17", "-proc:none", "-cp", classPath, "-d", folder.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)
                                .getJavaFileObjects(file))
                .call();
        assertThat(compiled).as(snippet + " compiles:\n" + words).isTrue();
        Path log = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        folder + File.pathSeparator + classPath,
                        NAME)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as(snippet + " ends").isTrue();
        assertThat(process.exitValue())
                .as(snippet + "\n" + Files.readString(log))
                .isZero();
    }

    private static String whole(String text) {
        if (text.contains("class " + NAME)) {
            return text;
        }
        String imports = text.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String body = text.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        return imports + "\npublic class " + NAME + " {\n  public static void main(String[] args) throws Exception {\n"
                + body + "\n  }\n}\n";
    }
}
