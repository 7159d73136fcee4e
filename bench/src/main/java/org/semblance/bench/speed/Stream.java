package org.semblance.bench.speed;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.semblance.io.Dialect;
import org.semblance.io.TableWriter;
import org.semblance.model.Model;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.Synthesizers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether the rate of sampling stays as it is, and memory too, for more rows than any memory holds. */
@Command(
        name = "stream",
        description =
                "Samples many rows as CSV into nothing and prints the rate over time; give BENCH_JAVA_OPTS=-Xmx512m.")
public final class Stream implements Callable<Integer> {
    @Option(names = "--rows", description = "Default: ${DEFAULT-VALUE}.")
    private long rows = 100_000_000;

    @Option(names = "--columns", description = "Default: ${DEFAULT-VALUE}.")
    private int columns = 15;

    @Option(names = "--method", description = "Default: ${DEFAULT-VALUE}.")
    private String method = "trees";

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Override
    public Integer call() throws Exception {
        Run run = new Run(Rng.of(1), threads, Progress.NONE);
        Model model = Synthesis.fit(
                new Generated(32_000, columns, Rng.of(7)).toTable(run),
                Synthesizers.ALL.find(method),
                Map.of(),
                Privacy.DEFAULT,
                run.child("fit"));
        Meter.Sink sink = new Meter.Sink();
        AtomicBoolean done = new AtomicBoolean();
        System.out.printf(
                Locale.ROOT, "heap at most %d MB, %d columns, %d threads%n%n", Meter.heapLimit(), columns, threads);
        Thread watcher = new Thread(() -> watch(sink, done), "watcher");
        watcher.setDaemon(true);
        Meter.watchHeap();
        watcher.start();
        double seconds = Meter.seconds(
                () -> TableWriter.write(model.sample(rows, run.child("sample")), Dialect.STANDARD, sink, run));
        done.set(true);
        System.out.printf(
                Locale.ROOT,
                "%n%,d rows, %.1f GB in %.0f s: %,.0f rows and %.0f MB a second; heap peak %d MB%n",
                rows,
                sink.bytes() / 1e9,
                seconds,
                rows / seconds,
                sink.bytes() / 1e6 / seconds,
                Meter.heapPeak());
        return 0;
    }

    /** A line of the table every 15 seconds. */
    private static void watch(Meter.Sink sink, AtomicBoolean done) {
        System.out.println("| after s | GB | MB/s since the line above |");
        System.out.println("|---|---|---|");
        long begun = System.nanoTime();
        long last = begun;
        long before = 0;
        while (!done.get()) {
            try {
                Thread.sleep(15_000);
            } catch (InterruptedException e) {
                return;
            }
            long now = System.nanoTime();
            long bytes = sink.bytes();
            System.out.printf(
                    Locale.ROOT,
                    "| %.0f | %.2f | %.0f |%n",
                    (now - begun) / 1e9,
                    bytes / 1e9,
                    (bytes - before) * 1e3 / (now - last));
            last = now;
            before = bytes;
        }
    }
}
