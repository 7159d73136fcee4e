package org.semblance.bench.jmh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.semblance.bench.speed.Generated;
import org.semblance.io.Dialect;
import org.semblance.io.Loaded;
import org.semblance.io.ReadOptions;
import org.semblance.io.Source;
import org.semblance.io.TableReader;
import org.semblance.io.TableWriter;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/** Reading and writing 100,000 rows of 15 columns as CSV in memory, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CsvBenchmark {
    private final Run run = Run.of(1);
    private byte[] csv = {};

    @Setup
    public void prepare() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeTo(out);
        csv = out.toByteArray();
    }

    @Benchmark
    public Loaded read() {
        return TableReader.read(Source.of(new ByteArrayInputStream(csv), "memory"), ReadOptions.DEFAULT, run);
    }

    /** Generating the rows is part of it, about a quarter. */
    @Benchmark
    public void write() {
        writeTo(OutputStream.nullOutputStream());
    }

    private void writeTo(OutputStream out) {
        TableWriter.write(new Generated(100_000, 15, Rng.of(7)), Dialect.STANDARD, out, run);
    }
}
