package org.semblance.bench.linkage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.semblance.bench.Line;
import org.semblance.plugin.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Record-linkage sets: speed beside the peers, memory, rates, difficulty, learning and scoring, as a Markdown table. */
@Command(name = "linkage", description = "Record-linkage sets: speed, memory, rates, difficulty, learning, scoring.")
public final class Linkage implements Callable<Integer> {
    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("german", new GermanPart());
        PARTS.put("sets", new SetsPart());
        PARTS.put("large", new LargePart());
        PARTS.put("rates", new RatesPart());
        PARTS.put("difficulty", new DifficultyPart());
        PARTS.put("learning", new LearningPart());
        PARTS.put("splink", new SplinkPart());
        PARTS.put("scoring", new ScoringPart());
    }

    @Option(names = "--only", split = ",", description = "Some of the parts (default: all of them).")
    private List<String> only = List.of();

    @Option(names = "--rows", description = "Rows of the comparison with peers (default: ${DEFAULT-VALUE}).")
    private long rows = 1_000_000;

    @Option(names = "--locale", description = "Of the German example (default: ${DEFAULT-VALUE}).")
    private String locale = "de-DE";

    @Option(names = "--large-rows", description = "Rows made in little memory (default: ${DEFAULT-VALUE}).")
    private long largeRows = 100_000_000;

    @Option(names = "--records", description = "Records scored (default: ${DEFAULT-VALUE}).")
    private int records = 100_000_000;

    @Option(names = "--gecko", description = "Python with bench/peers/linkage/requirements-gecko.txt.")
    private @Nullable Path gecko;

    @Option(names = "--tables", description = "A copy of gecko-data; without it, tables of its size are made.")
    private @Nullable Path tables;

    @Option(names = "--pseudopeople", description = "Python with bench/peers/linkage/requirements-pseudopeople.txt.")
    private @Nullable Path pseudopeople;

    @Option(names = "--splink", description = "Python with bench/peers/linkage/requirements-splink.txt.")
    private @Nullable Path splink;

    @Option(names = "--data", description = "The folder that holds linkage/febrl.")
    private @Nullable Path data;

    @Option(names = "--scripts", description = "Default: ${DEFAULT-VALUE}.")
    private Path scripts = Path.of("bench", "peers", "linkage");

    @Option(names = "--work", description = "A folder on a disk with room (default: a temporary one).")
    private @Nullable Path work;

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Override
    public Integer call() throws Exception {
        for (String name : only) {
            if (!PARTS.containsKey(name)) {
                System.err.println("there is no part " + name + ". " + Nearest.hint(name, PARTS.keySet())
                        + " The parts are: " + String.join(", ", PARTS.keySet()));
                return 2;
            }
        }
        Path folder = work == null ? Files.createTempDirectory("linkage") : Files.createTempDirectory(work, "linkage");
        try {
            return measured(new Setting(
                    folder,
                    scripts,
                    gecko,
                    pseudopeople,
                    splink,
                    tables,
                    data,
                    locale,
                    rows,
                    largeRows,
                    records,
                    threads));
        } finally {
            Setting.delete(folder);
        }
    }

    /** A part that fails is told in its line, and the others go on. */
    private int measured(Setting setting) {
        System.out.println("| what | asked | measured |");
        System.out.println("|---|---|---|");
        int failed = 0;
        for (Map.Entry<String, Part> part : PARTS.entrySet()) {
            if (!only.isEmpty() && !only.contains(part.getKey())) {
                continue;
            }
            try {
                part.getValue().measure(setting, line -> System.out.println(line.markdown()));
            } catch (Exception e) {
                System.out.println(new Line(part.getKey(), "", "failed: " + e.getMessage()).markdown());
                failed = 1;
            }
        }
        return failed;
    }
}
