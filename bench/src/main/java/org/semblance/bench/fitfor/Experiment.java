package org.semblance.bench.fitfor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The experiment behind "fit for": makes rows well and badly, measures them, does works with them, sets thresholds. */
@Command(name = "fitfor", description = "Which measured values say that work with synthetic rows goes well.")
public final class Experiment implements Callable<Integer> {
    @Parameters(paramLabel = "DATA", description = "The folder that the paths in the list of tables start from.")
    private Path data = Path.of(".");

    @Option(names = "--tables", description = "The list of tables (default: ${DEFAULT-VALUE}).")
    private Path tables = Path.of("bench", "fitfor", "tables.txt");

    @Option(names = "--seeds", description = "How often every table is dealt out anew (default: ${DEFAULT-VALUE}).")
    private int seeds = 1;

    @Option(names = "--threads", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 2;

    @Option(names = "--out", description = "Where the trials are kept (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("bench", "fitfor", "trials.csv");

    @Option(names = "--way", description = "Only rows made in this way; may be repeated.")
    private List<String> ways = List.of();

    @Option(names = "--again", description = "Tries tables anew although the file has them.")
    private boolean again;

    @Override
    public Integer call() throws IOException {
        List<Trial> trials = again ? new ArrayList<>() : TrialFile.read(out);
        for (int seed = 1; seed <= seeds; seed++) {
            for (Listed listed : Listed.all(tables)) {
                table(listed, seed, trials);
            }
        }
        Thresholds thresholds = new Thresholds(trials);
        System.out.printf(
                Locale.ROOT,
                "%d trials%n%nWhat the report says:%n%n%s%nMeasures that a reader would look at:%n%n%s%nThe best measures:%n%n%s%nOne measure alone: yes / with care"
                        + " (found, false yes on tables left out):%n%n%s",
                trials.size(),
                thresholds.said(),
                thresholds.natural(),
                thresholds.chosen(),
                thresholds.singles());
        return 0;
    }

    private void table(Listed listed, int seed, List<Trial> trials) throws IOException {
        String name = listed.name();
        int round = seed;
        if (trials.stream().anyMatch(trial -> trial.table().equals(name) && trial.seed() == round)) {
            return;
        }
        long begun = System.nanoTime();
        Run run = new Run(Rng.of(seed).child(name), threads, Progress.NONE);
        Subject subject = Subject.of(listed, listed.read(data, run), run.rng().child("deal"));
        List<Made> made = Made.all(subject, run.child("make")).stream()
                .filter(one -> ways.isEmpty() || ways.contains(one.way()))
                .toList();
        Ground ground = new Ground(subject);
        List<Work> works = works(ground, run.rng().child("works"));
        Trial[] found = new Trial[made.size()];
        run.parallel(found.length, i -> {
            Made one = made.get(i);
            Run own = run.threads(1).child(one.way());
            Map<String, Double> measured = Measured.of(subject, one.rows(), own.child("measure"));
            Map<String, Double> went = new LinkedHashMap<>();
            Coded rows = ground.code(one.rows());
            for (int k = 0; k < works.size(); k++) {
                works.get(k).judge(rows, own.rng().child("work").child(k), went);
            }
            found[i] = new Trial(name, one.way(), round, measured, went);
        });
        trials.addAll(List.of(found));
        TrialFile.write(trials, out);
        System.err.printf(
                Locale.ROOT,
                "%s seed %d: %d rows learnt from, %d ways, %.0f s%n",
                name,
                seed,
                subject.learn().rows(),
                found.length,
                (System.nanoTime() - begun) / 1e9);
    }

    private static List<Work> works(Ground ground, Rng rng) {
        return List.of(
                new Training(ground, rng.child("training")),
                new Estimates(ground, rng.child("estimates")),
                new Exploring(ground),
                new Teaching(ground),
                new Testing(ground),
                new Sharing(ground, rng.child("sharing")));
    }
}
