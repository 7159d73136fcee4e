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
import org.semblance.impute.Cells;
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
    /** Five sets of five iterations. */
    private static final int ROUNDS = 25;

    @Option(
            names = "--only",
            split = ",",
            description =
                    "Some of speed, methods, trees, levels, wide, labels, coverage, recipe, ranks (default: all).")
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

    @Option(names = "--tables", description = "A folder of tables whose correlations are to be kept (for ranks).")
    private @Nullable Path tables;

    @Option(names = "--designs", split = ",", description = "Of the coverage: rows, textbook, few, clusters (all).")
    private List<String> designs = List.of();

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Override
    public Integer call() throws Exception {
        if (only.contains("ranks") && tables == null) {
            System.err.println("bench: ranks needs a folder of tables: --tables FOLDER");
            return 2;
        }
        System.out.println("| what | asked | measured |");
        System.out.println("|---|---|---|");
        Run run = new Run(Rng.of(1), threads, Progress.NONE);
        if (wanted("speed")) {
            compare(
                    "default",
                    Mixed.holes(Mixed.complete(rows, Rng.of(3)), run.child("holes")),
                    "20 times faster",
                    run);
        }
        if (wanted("methods")) {
            Table data = Mixed.holes(Mixed.complete(few, Rng.of(3)), run.child("holes"))
                    .select(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
            for (String method : List.of("pmm", "norm")) {
                compare(method, data, "", run);
            }
        }
        if (wanted("trees")) {
            for (String method : List.of("cart", "rf")) {
                compare(
                        method,
                        Mixed.holes(Mixed.complete(rows, Rng.of(3)), run.child("holes")),
                        "50 times faster",
                        run);
            }
        }
        if (wanted("levels")) {
            for (String method : List.of("2l.pan", "2l.norm")) {
                compare(method, Sizes.clusters(100, 2_000, Rng.of(3)), "20 times faster", run);
                compare(method, Sizes.clusters(100, 20, Rng.of(3)), "20 times faster", run);
            }
        }
        wide(run);
        labels(run);
        if (wanted("coverage")) {
            Coverage.measure(
                    new Coverage.Wanted(methods, designs, times),
                    run,
                    (method, found) -> say(
                            "coverage of 95 % intervals, " + method + ", " + times + " times",
                            method.contains("improper") ? "shown" : "93 to 97 %",
                            found));
        }
        if (wanted("recipe")) {
            Recipe.measure(run, Statistical::say);
        }
        Path folder = tables;
        if (wanted("ranks") && folder != null) {
            Ranks.measure(folder, run, Statistical::say);
        } else if (wanted("ranks")) {
            System.err.println("bench: ranks is left out: it needs a folder of tables (--tables FOLDER)");
        }
        return 0;
    }

    private boolean wanted(String part) {
        return only.isEmpty() || only.contains(part);
    }

    private static void say(String what, String asked, String measured) {
        System.out.println(new Line(what, asked, measured).markdown());
    }

    /** Sequential synthesis of wide tables: learnt, and as many rows drawn. */
    private void wide(Run run) throws Exception {
        if (!wanted("wide")) {
            return;
        }
        say(
                "synthesis by cart, 5,000 x 305 whole numbers",
                "20 s",
                Costs.synthesis("cart", Sizes.integers(5_000, 305, Rng.of(2)), run)
                        .words());
        Table survey = Sizes.survey(5_000, Rng.of(2));
        for (String synthesizer : List.of("cart", "parametric")) {
            Costs first = Costs.synthesis(synthesizer, survey, run);
            Costs warm = Costs.synthesis(synthesizer, survey, run);
            say(
                    "synthesis by " + synthesizer + ", survey of 5,000 x 35, eight columns of 27 labels",
                    synthesizer.equals("cart") ? "1 s" : "",
                    first.words() + "; warm " + warm.words());
        }
    }

    /** A column of a thousand labels, as target and as predictor: one column imputed once. */
    private void labels(Run run) throws Exception {
        if (!wanted("labels")) {
            return;
        }
        Table towns = Sizes.towns(100_000, Rng.of(4));
        for (String one : List.of(
                "town=cart",
                "town=pmm",
                "town=default",
                "town=lda",
                "v0=cart",
                "v0=rf",
                "v0=pmm",
                "v0=norm",
                "yes=logreg",
                "class=polyreg")) {
            String[] words = one.split("=", 2);
            int column = towns.schema().index(words[0]);
            Table data = Sizes.holes(towns, column);
            Costs costs = Costs.imputation(data, Costs.once(data, column, words[1]), run);
            String what =
                    words[0].equals("town") ? "a column of 1,000 labels" : "a column given 1,000 labels and others";
            say(what + " by " + words[1] + ", 100,000 rows, once", "10 s", costs.words());
        }
    }

    /** m = 5, five iterations; the default methods, or one for every column; mice goes once and counts 25 times. */
    private void compare(String method, Table data, String asked, Run run) throws Exception {
        boolean standard = method.equals("default");
        boolean levels = method.startsWith("2l");
        Plan.Defaults defaults = standard ? Plan.Defaults.MICE : new Plan.Defaults(method, method, method, method);
        Set<String> ordered = standard ? Set.of(Mixed.ORDERED) : Set.of();
        Plan plan =
                levels ? Costs.multilevel(data, method, 5, 5) : Plan.of(data, Cells.missing(data), ordered, defaults);
        Costs first = Costs.imputation(data, plan, run);
        Costs warm = Costs.imputation(data, plan, run);
        JsonNode peer = peer(
                method,
                data,
                standard ? Mixed.ORDERED : levels ? data.schema().names().get(0) : "-",
                run);
        String beside = "";
        if (peer != null) {
            double theirs = ROUNDS * peer.path("seconds").asDouble();
            double processor = ROUNDS * peer.path("processor").asDouble();
            beside = String.format(
                    Locale.ROOT,
                    "; mice %s %.1f s (processor %.1f s): %.0f and %.0f times, of the processor %.0f",
                    peer.path("version").asString(),
                    theirs,
                    processor,
                    theirs / first.wall(),
                    theirs / warm.wall(),
                    processor / warm.processor());
        }
        say(
                String.format(
                        Locale.ROOT, "impute %,d x %d by %s, m = 5, 5 iterations", data.rows(), data.width(), method),
                asked,
                "new JVM " + first.words() + ", warm " + warm.words() + ", " + threads + " threads" + beside);
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
                    List.of(rscript.toString(), script.toString(), file.toString(), method, "1", "1", ordered));
            return JsonMapper.shared().readTree(lines.get(lines.size() - 1));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
