package org.semblance.bench.speed;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.semblance.io.Dialect;
import org.semblance.io.TableWriter;
import org.semblance.model.Model;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What fitting, sampling and writing cost against rows and columns, as a Markdown table. */
@Command(name = "scale", description = "Fit, sample and write against rows and columns, on generated tables.")
public final class Scale implements Callable<Integer> {
    @Option(names = "--rows", split = ",", description = "With 20 columns each (default: ${DEFAULT-VALUE}).")
    private List<Integer> rows = List.of(10_000, 100_000, 1_000_000);

    @Option(names = "--columns", split = ",", description = "With 100,000 rows each (default: ${DEFAULT-VALUE}).")
    private List<Integer> columns = List.of(10, 50, 100, 200);

    @Option(names = "--method", description = "Default: ${DEFAULT-VALUE}.")
    private String method = "trees";

    @Option(names = "--with", description = "An option of the method, name=value.")
    private Map<String, String> options = Map.of();

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Override
    public Integer call() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "`%s` %s, %d threads, heap at most %d MB; rows out = rows in; warm, best of two (one from 1,000,000 rows on)%n%n",
                method,
                options.isEmpty() ? "at its defaults" : options,
                threads,
                Meter.heapLimit());
        System.out.println("| rows | columns | fit s | sample s | sample and write s | CSV MB | heap peak MB |");
        System.out.println("|---|---|---|---|---|---|---|");
        line(10_000, 20, false);
        for (int count : rows) {
            line(count, 20, true);
        }
        for (int width : columns) {
            line(100_000, width, true);
        }
        return 0;
    }

    private void line(int count, int width, boolean shown) throws Exception {
        Run run = new Run(Rng.of(1), threads, Progress.NONE);
        Table table = new Generated(count, width, Rng.of(7)).toTable(run);
        double fit = Double.POSITIVE_INFINITY;
        double sample = Double.POSITIVE_INFINITY;
        double write = Double.POSITIVE_INFINITY;
        Path file = Files.createTempFile("scale", ".csv");
        Meter.watchHeap();
        try {
            for (int repeat = 0; repeat < (count >= 1_000_000 ? 1 : 2); repeat++) {
                Model[] model = new Model[1];
                fit = Math.min(
                        fit,
                        Meter.seconds(() -> model[0] = Synthesis.fit(
                                table, Synthesizers.ALL.find(method), options, Privacy.DEFAULT, run.child("fit"))));
                sample = Math.min(sample, Meter.seconds(() -> draw(model[0], count, run)));
                write = Math.min(write, Meter.seconds(() -> write(model[0], count, file, run)));
            }
            if (shown) {
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %d | %.2f | %.2f | %.2f | %.1f | %,d |%n",
                        count,
                        width,
                        fit,
                        sample,
                        write,
                        Files.size(file) / 1e6,
                        Meter.heapPeak());
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void draw(Model model, int count, Run run) {
        var drawn = model.sample(count, run.child("sample"));
        run.parallel(Math.toIntExact(drawn.blocks()), drawn::block);
    }

    private static void write(Model model, int count, Path file, Run run) throws Exception {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            TableWriter.write(model.sample(count, run.child("sample")), Dialect.STANDARD, out, run);
        }
    }
}
