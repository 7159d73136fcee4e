package org.semblance.bench.judge;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.bench.speed.Generated;
import org.semblance.bench.speed.Meter;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Measure;
import org.semblance.evaluate.Measures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Metrics;
import org.semblance.evaluate.Question;
import org.semblance.project.Judgement;
import org.semblance.random.Rng;
import org.semblance.report.Report;
import org.semblance.report.page.HtmlReport;
import org.semblance.run.Run;
import org.semblance.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One judgement, timed; {@link Evaluate} starts it in a JVM of its own. */
@Command(name = "evaluate-once", description = "Judges one pair of tables and prints seconds.", hidden = true)
public final class Once implements Callable<Integer> {
    @Option(names = "--real", description = "Rows learnt from.")
    private @Nullable Path real;

    @Option(names = "--synthetic", description = "Rows made.")
    private @Nullable Path synthetic;

    @Option(names = "--holdout", description = "Real rows held back.")
    private @Nullable Path holdout;

    @Option(names = "--target", description = "As evaluate's.")
    private String target = "";

    @Option(names = "--model", description = "As evaluate's.")
    private String model = "";

    @Option(names = "--sensitive", split = ",", description = "As evaluate's.")
    private List<String> sensitive = List.of();

    @Option(names = "--keys", split = ",", description = "As evaluate's.")
    private List<String> keys = List.of();

    @Option(names = "--generated", description = "Instead of files: so many generated rows, a fifth held back.")
    private int generated;

    @Option(names = "--columns", description = "Of generated tables.")
    private int columns = 20;

    @Option(
            names = "--metrics",
            split = ",",
            description = "Only these metrics, at their defaults; prints their values.")
    private List<String> metrics = List.of();

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Override
    public Integer call() throws Exception {
        Laps laps = new Laps("evaluate");
        Run run = new Run(Rng.of(1), threads, laps);
        List<Table> tables = new ArrayList<>();
        double reading = Meter.seconds(() -> tables.addAll(generated > 0 ? generate(run) : read(run)));
        Meter.watchHeap();
        if (!metrics.isEmpty()) {
            one(tables, run.silent());
            return 0;
        }
        List<Judgement> judged = new ArrayList<>();
        double seconds = Meter.seconds(() -> judged.add(Judgement.of(
                tables.get(0),
                List.of(tables.get(1)),
                tables.size() > 2 ? tables.get(2) : null,
                new Question(target, model, sensitive, keys, false),
                run)));
        System.out.printf(
                Locale.ROOT,
                "%s: evaluation %.1f s, heap peak %,d of at most %,d MB (reading or making them %.1f s)%n",
                rows(tables),
                seconds,
                Meter.heapPeak(),
                Meter.heapLimit(),
                reading);
        slowest(laps.laps());
        render(judged.get(0), run.silent());
        judged.get(0).findings().notMeasured().forEach(words -> System.out.println("  not measured: " + words));
        return 0;
    }

    private List<Table> read(Run run) {
        List<Table> tables = new ArrayList<>();
        for (Path file : new Path[] {real, synthetic, holdout}) {
            if (file != null) {
                tables.add(Job.read(file, run));
            }
        }
        return tables;
    }

    /** Real rows, as many synthetic ones of the same law, and a holdout. */
    private List<Table> generate(Run run) {
        Table whole = new Generated(generated, columns, Rng.of(7)).toTable(run.silent());
        int held = generated / 5;
        return List.of(
                whole.take(IntStream.range(held, generated).toArray()),
                new Generated(generated, columns, Rng.of(8)).toTable(run.silent()),
                whole.take(IntStream.range(0, held).toArray()));
    }

    private static String rows(List<Table> tables) {
        List<String> counts = tables.stream()
                .map(table -> String.format(Locale.ROOT, "%,d", table.rows()))
                .toList();
        return String.join(" / ", counts) + " x " + tables.get(0).width();
    }

    /** The page, from the findings to its bytes. */
    private static void render(Judgement judged, Run run) throws Exception {
        List<byte[]> page = new ArrayList<>();
        double before = Meter.processor();
        double seconds = Meter.seconds(() -> {
            Report report = Pages.report(judged.comparison(), judged.findings(), judged.notes(), run);
            page.add(HtmlReport.text(report).getBytes(StandardCharsets.UTF_8));
        });
        System.out.printf(
                Locale.ROOT,
                "  %6.2f s %6.2f s  the report, %,d kB%n",
                seconds,
                Meter.processor() - before,
                page.get(0).length / 1000);
    }

    private static void slowest(List<Laps.Lap> laps) {
        List<Measure> measures = Measures.DEFAULT;
        System.out.println("  clock    processors");
        IntStream.range(0, laps.size())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -laps.get(k).processor()))
                .forEach(k -> System.out.printf(
                        Locale.ROOT,
                        "  %6.2f s %6.2f s  %s (%s)%n",
                        laps.get(k).seconds(),
                        laps.get(k).processor(),
                        measures.get(k).name(),
                        measures.get(k).metric()));
        System.out.printf(
                Locale.ROOT,
                "  %6.2f s %6.2f s  together%n",
                laps.stream().mapToDouble(Laps.Lap::seconds).sum(),
                laps.stream().mapToDouble(Laps.Lap::processor).sum());
    }

    /** A line of JSON: the metrics' values, and the seconds they took together: the first time, and the third. */
    private void one(List<Table> tables, Run run) throws Exception {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        Comparison comparison = Comparison.of(tables.get(0), tables.get(1));
        for (String name : List.of("seconds", "", "warm")) {
            double seconds = Meter.seconds(() -> {
                for (String metric : metrics) {
                    Metric made = Metrics.ALL.find(metric).make();
                    line.put(metric, made.measure(comparison, run).value());
                }
            });
            if (!name.isEmpty()) {
                line.put(name, seconds);
            }
        }
        System.out.println(line);
    }
}
