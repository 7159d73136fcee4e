package org.semblance.bench.related;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Related tables beside SDV's HMA: speed, memory, likeness, integrity, rules, as a Markdown table. */
@Command(
        name = "relational",
        description = "Related tables beside SDV's HMA: speed, memory, likeness, integrity, rules.")
public final class Relational implements Callable<Integer> {
    /** Where lines go. */
    interface Lines {
        void add(String what, String asked, String measured);
    }

    /** One thing that is measured; every line is told as soon as it is known. */
    interface Part {
        void measure(Setting setting, Lines out) throws Exception;
    }

    /**
     * What parts are given.
     *
     * @param data the folder of real databases, or null
     * @param clinic the example
     */
    record Setting(Hma hma, @Nullable Path data, Path clinic, int seeds, int threads, List<String> databases) {}

    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("speed", new SpeedPart());
        PARTS.put("generator", new GeneratorPart());
        PARTS.put("forest", new ForestPart());
        PARTS.put("databases", new DatabasesPart());
        PARTS.put("pairs", new PairsPart());
    }

    @Option(names = "--only", split = ",", description = "Some of the parts (default: all of them).")
    private List<String> only = List.of();

    @Option(names = "--data", description = "The folder that holds chinook, northwind, sakila and so on.")
    private @Nullable Path data;

    @Option(names = "--databases", split = ",", description = "Some of those in --data (default: all of them).")
    private List<String> databases = List.of();

    @Option(names = "--clinic", description = "Default: ${DEFAULT-VALUE}.")
    private Path clinic = Path.of("examples", "clinic");

    @Option(names = "--sdv", description = "Python with bench/peers/relational/requirements.txt.")
    private @Nullable Path sdv;

    @Option(names = "--script", description = "Default: ${DEFAULT-VALUE}.")
    private Path script = Path.of("bench", "peers", "relational", "hma.py");

    @Option(names = "--limit", description = "Seconds for HMA on each schema (default: ${DEFAULT-VALUE}).")
    private int limit = 300;

    @Option(names = "--seeds", description = "Of the generator (default: ${DEFAULT-VALUE}).")
    private int seeds = 3;

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
        Path work = Files.createTempDirectory("relational");
        Setting setting = new Setting(new Hma(sdv, script, limit, work), data, clinic, seeds, threads, databases);
        System.out.println("| what | asked | measured |");
        System.out.println("|---|---|---|");
        int failed = 0;
        for (Map.Entry<String, Part> part : PARTS.entrySet()) {
            if (!only.isEmpty() && !only.contains(part.getKey())) {
                continue;
            }
            try {
                part.getValue().measure(setting, Relational::line);
            } catch (Exception e) {
                line(part.getKey(), "", "failed: " + e);
                failed = 1;
            }
        }
        Folders.delete(work);
        return failed;
    }

    private static void line(String what, String asked, String measured) {
        System.out.println("| " + what + " | " + asked + " | " + measured + " |");
    }
}
