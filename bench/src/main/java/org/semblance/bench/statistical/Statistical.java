package org.semblance.bench.statistical;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.semblance.bench.Line;
import org.semblance.bench.judge.Other;
import org.semblance.conditional.Conditionals;
import org.semblance.impute.Cells;
import org.semblance.impute.ChainedEquations;
import org.semblance.impute.Plan;
import org.semblance.io.Dialect;
import org.semblance.io.TableWriter;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chained equations: seconds beside R's mice on the same file, and coverage, as a Markdown table. */
@Command(name = "statistical", description = "Chained equations: seconds beside mice, and coverage of intervals.")
public final class Statistical implements Callable<Integer> {
    @Option(names = "--only", split = ",", description = "Some of speed, methods, coverage, recipe (default: all).")
    private List<String> only = List.of();

    @Option(names = "--rscript", description = "R's Rscript with mice (bench/peers/README.md).")
    private @Nullable Path rscript;

    @Option(names = "--script", description = "Default: ${DEFAULT-VALUE}.")
    private Path script = Path.of("bench", "peers", "statistical", "mice_time.R");

    @Option(names = "--rows", description = "Default: ${DEFAULT-VALUE}.")
    private int rows = 10_000;

    @Option(names = "--few", description = "Rows for methods that take mice long (default: ${DEFAULT-VALUE}).")
    private int few = 1_000;

    @Option(names = "--times", description = "Repetitions of the coverage (default: ${DEFAULT-VALUE}).")
    private int times = 1_000;

    @Option(names = "--methods", split = ",", description = "Those whose coverage is measured (all).")
    private List<String> methods = List.of();

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Override
    public Integer call() throws Exception {
        System.out.println("| what | asked | measured |");
        System.out.println("|---|---|---|");
        Run run = new Run(Rng.of(1), threads, Progress.NONE);
        if (wanted("speed")) {
            compare("default", rows, "20 times faster", run);
        }
        if (wanted("methods")) {
            for (String method : List.of("cart", "rf", "pmm", "norm")) {
                if (Conditionals.ALL.names().contains(method)) {
                    compare(method, few, method.equals("cart") || method.equals("rf") ? "50 times faster" : "", run);
                }
            }
        }
        if (wanted("coverage")) {
            Coverage.measure(
                    methods,
                    times,
                    run,
                    (method, found) -> say(
                            "coverage of 95 % intervals, " + method + ", " + times + " times",
                            method.contains("improper") ? "shown" : "93 to 97 %",
                            found));
        }
        if (wanted("recipe")) {
            Recipe.measure(run, Statistical::say);
        }
        return 0;
    }

    private boolean wanted(String part) {
        return only.isEmpty() || only.contains(part);
    }

    private static void say(String what, String asked, String measured) {
        System.out.println(new Line(what, asked, measured).markdown());
    }

    /** m = 5, five iterations; every method but the default one on the columns of numbers alone. */
    private void compare(String method, int count, String asked, Run run) throws Exception {
        boolean standard = method.equals("default");
        Table whole = Mixed.holes(Mixed.complete(count, Rng.of(3)), run.child("holes"));
        Table data = standard ? whole : whole.select(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
        Plan.Defaults defaults = standard ? Plan.Defaults.MICE : new Plan.Defaults(method, method, method, method);
        Set<String> ordered = standard ? Set.of(Mixed.ORDERED) : Set.of();
        Plan plan = Plan.of(data, Cells.missing(data), ordered, defaults);
        double first = seconds(data, plan, run);
        double warm = seconds(data, plan, run);
        JsonNode peer = peer(method, data, standard ? Mixed.ORDERED : "-", run);
        String beside = "";
        if (peer != null) {
            double theirs = peer.path("seconds").asDouble();
            beside = String.format(
                    Locale.ROOT,
                    "; mice %s %.1f s: %.0f and %.0f times",
                    peer.path("version").asString(),
                    theirs,
                    theirs / first,
                    theirs / warm);
        }
        say(
                String.format(Locale.ROOT, "impute %,d x %d by %s, m = 5, 5 iterations", count, data.width(), method),
                asked,
                String.format(
                        Locale.ROOT, "%.2f s in a new JVM, %.2f s warm, %d threads%s", first, warm, threads, beside));
    }

    private static double seconds(Table data, Plan plan, Run run) {
        long start = System.nanoTime();
        ChainedEquations.impute(data, plan, run);
        return (System.nanoTime() - start) / 1e9;
    }

    private @Nullable JsonNode peer(String method, Table data, String ordered, Run run) throws Exception {
        if (rscript == null || !Files.exists(rscript)) {
            return null;
        }
        Path file = Files.createTempFile("holes", ".csv");
        try {
            try (var out = Files.newOutputStream(file)) {
                TableWriter.write(data, Dialect.STANDARD, out, run);
            }
            List<String> lines = Other.run(
                    List.of(rscript.toString(), script.toString(), file.toString(), method, "5", "5", ordered));
            return JsonMapper.shared().readTree(lines.get(lines.size() - 1));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
