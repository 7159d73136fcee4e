package org.semblance.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.semblance.bench.speed.Generated;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Metrics;
import org.semblance.evaluate.Score;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * What comparing 20,000 rows of 12 columns with as many others costs, on one thread: column-shapes is KS and total
 * variation, pair-trends is correlation and contingency, detection is boosting, dcr-share is distances.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class CompareBenchmark {
    private static final int ROWS = 20_000;

    @Param({"column-shapes", "pair-trends", "detection", "dcr-share"})
    public String metric = "";

    private final Run run = Run.of(1);
    private final Comparison comparison = new Comparison(table(7), table(8), table(9));
    private Metric made = Metrics.ALL.find("column-shapes").make();

    @Setup
    public void prepare() {
        made = Metrics.ALL.find(metric).make();
    }

    @Benchmark
    public Score measure() {
        return made.measure(comparison, run);
    }

    private static Table table(long seed) {
        return new Generated(ROWS, 12, Rng.of(seed)).toTable(Run.of(1));
    }
}
