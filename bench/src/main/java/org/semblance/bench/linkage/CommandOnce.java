package org.semblance.bench.linkage;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.semblance.app.cli.Cli;
import org.semblance.app.cli.Streams;
import org.semblance.bench.speed.Meter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs one command of {@code semblance} in this JVM, which is new, and prints one line of JSON: its seconds after the
 * start of the JVM, classes and compiling included, processor seconds and heap.
 */
@Command(name = "linkage-command-once", description = "Times one command of semblance.", hidden = true)
public final class CommandOnce implements Callable<Integer> {
    @Option(names = "--in", description = "The folder that the command runs in.", required = true)
    private Path folder = Path.of(".");

    @Parameters(description = "The command after semblance.", arity = "1..*")
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        int[] code = {-1};
        double before = Meter.processor();
        double seconds = Meter.seconds(() -> code[0] = run(folder, words));
        System.out.println(JsonMapper.shared()
                .createObjectNode()
                .put("code", code[0])
                .put("seconds", seconds)
                .put("processor", Meter.processor() - before)
                .put("heap", Meter.heapPeak()));
        return code[0];
    }

    /** The command's exit code; what it answers is thrown away, what it says goes to standard error. */
    static int run(Path folder, List<String> words) {
        Streams streams = new Streams(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                false,
                folder,
                Map.of(),
                Clock.systemUTC());
        return Cli.execute(streams, words.toArray(String[]::new));
    }
}
