package org.semblance.bench.speed;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.semblance.io.Dialect;
import org.semblance.io.ReadOptions;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.io.TableWriter;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Megabytes of CSV read a second, inference of types included: 15 columns, half of them words, as Adult has. */
@Command(name = "read", description = "Reads a generated CSV file several times and prints MB/s of each time.")
public final class ReadSpeed implements Callable<Integer> {
    @Option(names = "--rows", description = "Default: ${DEFAULT-VALUE}, about 80 MB.")
    private int rows = 1_000_000;

    @Option(names = "--columns", description = "Default: ${DEFAULT-VALUE}.")
    private int columns = 15;

    @Option(names = "--times", description = "Default: ${DEFAULT-VALUE}.")
    private int times = 5;

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Override
    public Integer call() throws Exception {
        Run run = new Run(Rng.of(1), threads, Progress.NONE);
        Path file = Files.createTempFile("read", ".csv");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                TableWriter.write(new Generated(rows, columns, Rng.of(7)), Dialect.STANDARD, out, run);
            }
            double megabytes = Files.size(file) / 1e6;
            System.out.printf(
                    Locale.ROOT, "%.0f MB, %,d rows, %d columns, %d threads%n", megabytes, rows, columns, threads);
            for (int i = 0; i < times; i++) {
                double seconds = Meter.seconds(() -> TableReader.read(Source.of(file), ReadOptions.DEFAULT, run));
                System.out.printf(Locale.ROOT, "%.2f s, %.0f MB/s%n", seconds, megabytes / seconds);
            }
        } finally {
            Files.delete(file);
        }
        return 0;
    }
}
