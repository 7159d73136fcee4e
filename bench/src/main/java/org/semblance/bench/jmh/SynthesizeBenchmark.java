package org.semblance.bench.jmh;

import java.util.Map;
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
import org.semblance.model.Model;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.Synthesis;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Table;

/** Fitting and sampling 30,000 rows of 15 columns at the defaults, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 3, time = 4)
@Fork(1)
public class SynthesizeBenchmark {
    private static final int ROWS = 30_000;

    @Param({"independent", "gaussian-copula", "trees", "boosted"})
    public String synthesizer = "";

    private final Run run = Run.of(1);
    private final Table real = new Generated(ROWS, 15, Rng.of(7)).toTable(Run.of(1));
    private Model[] fitted = {};

    @Setup
    public void prepare() {
        fitted = new Model[] {fit()};
    }

    @Benchmark
    public Model fit() {
        return Synthesis.fit(real, Synthesizers.ALL.find(synthesizer), Map.of(), Privacy.DEFAULT, run);
    }

    @Benchmark
    public Table sample() {
        return fitted[0].sample(ROWS, run).toTable(run);
    }
}
