package org.semblance.bench.related;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.semblance.constraint.Constraint;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.related.RelatedComparison;
import org.semblance.evaluate.related.RelatedMetrics;
import org.semblance.model.Size;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.synthesize.related.RelatedModel;
import org.semblance.synthesize.related.RelatedSynthesizer;
import org.semblance.table.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Synthesises databases and measures time and likeness, with SDMetrics' figures at both thresholds: for trials. */
@Command(
        name = "database",
        description = "One synthetic database: seconds, and every figure that is measured of databases.")
public final class OneDatabase implements Callable<Integer> {
    @Parameters(description = "Folders of tables, or shops:CUSTOMERS:ORDERS:COLUMNS[:PRODUCTS].")
    List<String> databases = List.of();

    @Option(names = "--scale", description = "How many times as many rows.", defaultValue = "1")
    double scale = 1;

    @Option(names = "--seed", description = "Of the run.", defaultValue = "1")
    long seed = 1;

    @Option(names = "--threads", description = "Threads.", defaultValue = "2")
    int threads = 2;

    @Option(names = "--repeat", description = "Trials; the last one is told.", defaultValue = "1")
    int repeat = 1;

    @Option(names = "--fidelity", description = "Release rare labels and extremes.")
    boolean fidelity;

    @Option(names = "--all", description = "Tell every part of the metrics.")
    boolean all;

    @Option(names = "--unmeasured", description = "Only the seconds.")
    boolean unmeasured;

    @Option(names = "--with", description = "Options of the synthesizer.")
    Map<String, String> with = Map.of();

    @Override
    public Integer call() {
        for (String name : databases) {
            one(name);
        }
        return 0;
    }

    private void one(String name) {
        Run run = new Run(Rng.of(seed), threads, Progress.NONE);
        Database real = read(name, run);
        Map<String, List<Constraint>> rules = Making.rules(real, run);
        for (int trial = 0; trial < repeat; trial++) {
            long start = System.nanoTime();
            RelatedModel model = RelatedSynthesizer.PLUGIN
                    .make(with)
                    .fit(real, rules, fidelity ? Privacy.fidelity() : Privacy.DEFAULT, run);
            long fitted = System.nanoTime();
            if (all) {
                model.ways().forEach(words -> say("  %s", words));
            }
            Run sample = run.child("sample");
            if (unmeasured) {
                long[] rows = new long[1];
                model.sample(Size.scale(scale), sample).forEach((table, part) -> rows[0] += part.rows(), sample);
                say("%s: fit %.2f s, sample %.2f s, %d rows", name, seconds(start, fitted), seconds(fitted), rows[0]);
                continue;
            }
            Database drawn = model.sample(Size.scale(scale), sample).toDatabase(sample);
            say("%s: fit %.2f s, sample %.2f s", name, seconds(start, fitted), seconds(fitted));
            if (trial == repeat - 1) {
                real.tables()
                        .forEach((table, rows) -> say(
                                "  %s: %d rows, drawn %d",
                                table, rows.rows(), drawn.table(table).rows()));
                measure(real, drawn, run.child("measure"));
            }
        }
        if (name.startsWith("shops:") && !unmeasured) {
            Database fresh = Shops.of(name).draw(Rng.of(seed + 1000));
            say("  ceiling: a fresh draw");
            measure(real, fresh, run.child("measure"));
        }
    }

    private void measure(Database real, Database drawn, Run run) {
        RelatedComparison comparison = RelatedComparison.of(real, drawn);
        for (String thresholds : List.of("0.5 0.3", "0 0")) {
            String[] both = thresholds.split(" ");
            Score score = RelatedMetrics.ALL
                    .find("sdmetrics-quality")
                    .make(Map.of("real-correlation-threshold", both[0], "real-association-threshold", both[1]))
                    .measure(comparison, run);
            say("  quality (%s) %.4f %s", thresholds, score.value(), parts(score));
        }
        for (String metric : List.of(
                "sdmetrics-diagnostic",
                "referential-integrity",
                "key-uniqueness",
                "rules",
                "intertable-trends",
                "grandparent-trends",
                "coparent-trends",
                "sibling-trends",
                "cardinality-trends",
                "sequence-timing",
                "row-differences",
                "autocorrelation",
                "transitions",
                "entity-copies")) {
            Score score = RelatedMetrics.ALL.find(metric).make(Map.of()).measure(comparison, run);
            say("  %s %.4f%s", metric, score.value(), all ? " " + parts(score) : "");
        }
    }

    private static String parts(Score score) {
        StringBuilder out = new StringBuilder();
        score.parts().forEach((part, value) -> out.append(String.format(Locale.ROOT, "%s %.3f; ", part, value)));
        return out.toString();
    }

    private Database read(String name, Run run) {
        if (name.startsWith("shops:")) {
            return Shops.of(name).draw(Rng.of(seed));
        }
        Path folder = Path.of(name);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no folder " + name);
        }
        return Folders.read(folder, run);
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static double seconds(long from) {
        return seconds(from, System.nanoTime());
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
