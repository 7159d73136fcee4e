package org.semblance.bench;

import org.semblance.bench.clinic.Clinic;
import org.semblance.bench.fitfor.Experiment;
import org.semblance.bench.judge.Evaluate;
import org.semblance.bench.judge.Once;
import org.semblance.bench.linkage.CommandOnce;
import org.semblance.bench.linkage.GermanOnce;
import org.semblance.bench.linkage.LargeOnce;
import org.semblance.bench.linkage.Linkage;
import org.semblance.bench.linkage.ScoreOnce;
import org.semblance.bench.quality.Quality;
import org.semblance.bench.related.OneDatabase;
import org.semblance.bench.related.Relational;
import org.semblance.bench.related.RelationalOnce;
import org.semblance.bench.sequences.Sequences;
import org.semblance.bench.speed.ReadSpeed;
import org.semblance.bench.speed.Scale;
import org.semblance.bench.speed.Stream;
import org.semblance.bench.statistical.Statistical;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks and the generator of the example data, by name; {@code bench/bench} builds and starts it. */
@Command(
        name = "bench",
        description = "Measures Semblance, and writes its example data.",
        mixinStandardHelpOptions = true,
        subcommands = {
            Quality.class,
            Relational.class,
            Sequences.class,
            Statistical.class,
            RelationalOnce.class,
            OneDatabase.class,
            Scale.class,
            Stream.class,
            ReadSpeed.class,
            Evaluate.class,
            Once.class,
            Linkage.class,
            CommandOnce.class,
            GermanOnce.class,
            LargeOnce.class,
            ScoreOnce.class,
            Experiment.class,
            Clinic.class
        })
public final class Bench {
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
