package org.semblance.linkage.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.semblance.linkage.score.LinkScore;
import org.semblance.linkage.score.Links;
import org.semblance.linkage.score.PairCounts;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/**
 * How hard a set is to link, stated by linkers that anybody can run: the scale of the error rates at which
 * Fellegi-Sunter reaches an asked F1, and what three linkers reach over the scales.
 *
 * <p>F1 at a scale is the mean over {@link #SEEDS} sets; the same seeds are used at every scale (common random numbers),
 * so that what remains of chance is alike on both sides of a step and F1 falls almost without noise. A set drawn with
 * another seed has an F1 around the target with the spread that the result states.
 *
 * <p>Cost: about ten scales of so many sets of making and linking.
 */
public final class Difficulty {
    /** Sets that a scale is judged by. */
    public static final int SEEDS = 5;

    /** As near to the target as the mean over the calibration seeds is brought. */
    public static final double NEAR = 0.005;

    private static final double MOST = 100;
    private static final int STEPS = 14;
    private static final double[] CURVE = {0, 0.25, 0.5, 0.75, 1, 1.5, 2};

    private Difficulty() {}

    /** Makes a set of linked files with the error rates scaled; the same scale and seed make the same set. */
    public interface Maker {
        Set make(double scale, long seed);
    }

    /** Two files and the pairs that are true. */
    public record Set(Records source, Records target, Links truth) {}

    /**
     * What one linker reaches at one scale.
     *
     * @param f1 mean over the sets
     * @param spread standard deviation of one set's F1
     */
    public record Point(double scale, String linker, double precision, double recall, double f1, double spread) {}

    /**
     * What was found.
     *
     * @param scale of the error rates
     * @param f1 that Fellegi-Sunter reaches at it, mean over the calibration seeds
     * @param spread standard deviation of the F1 of one set
     * @param curve of all linkers over scales around it, by scale
     */
    public record Result(double target, double scale, double f1, double spread, List<Point> curve) {
        public Result {
            curve = List.copyOf(curve);
        }

        /** difficulty.csv. */
        public String csv() {
            StringBuilder out = new StringBuilder("scale,linker,precision,recall,f1,f1_sd\n");
            for (Point point : curve) {
                out.append(String.format(
                        Locale.ROOT,
                        "%.6f,%s,%.6f,%.6f,%.6f,%.6f%n".replace("%n", "\n"),
                        point.scale,
                        point.linker,
                        point.precision,
                        point.recall,
                        point.f1,
                        point.spread));
            }
            return out.toString();
        }
    }

    /**
     * Finds the scale for a target F1, and the curve around it.
     *
     * @throws ProblemException where the target is easier than the set without errors, or harder than any scale makes it
     */
    public static Result calibrate(double target, Maker maker, Run run) {
        if (!(target > 0 && target <= 1)) {
            throw ProblemException.usage(
                    Problem.of("difficulty is " + target + ", but must be above 0 and at most 1."));
        }
        Run silent = run.silent();
        try (Progress.Stage stage = run.progress().begin("calibrate difficulty", 0, "scales")) {
            Point found = search(target, maker, silent, stage);
            List<Point> curve = new ArrayList<>();
            double base = found.scale > 0 ? found.scale : 1;
            for (double part : CURVE) {
                for (Linker linker : Linkers.REFERENCE) {
                    curve.add(measure(part * base, linker, maker, silent));
                }
                stage.add(1);
            }
            return new Result(target, found.scale, found.f1, found.spread, curve);
        }
    }

    /** Widens until the target lies between two scales, then halves (in the logarithm, for rates multiply). */
    private static Point search(double target, Maker maker, Run run, Progress.Stage stage) {
        Linker linker = new FellegiSunter(FellegiSunter.Options.DEFAULT);
        Point none = measure(0, linker, maker, run);
        if (none.f1 <= target + NEAR) {
            if (none.f1 < target - 2 * NEAR) {
                throw ProblemException.usage(Problem.of(String.format(
                                Locale.ROOT,
                                "an F1 of %s cannot be reached: without any error it is %.3f.",
                                target,
                                none.f1))
                        .fix("Ask for less, or make the files tell people apart better: more columns, fuller ones,"
                                + " fewer people of one name."));
            }
            return none;
        }
        double low = 0;
        double high = 1;
        Point at = measure(high, linker, maker, run);
        while (at.f1 > target && high < MOST) {
            low = high;
            high *= 2;
            at = measure(high, linker, maker, run);
            stage.add(1);
        }
        if (at.f1 > target + NEAR) {
            throw ProblemException.usage(Problem.of(String.format(
                            Locale.ROOT,
                            "an F1 of %s cannot be reached: with error rates times %.0f it is still %.3f.",
                            target,
                            high,
                            at.f1))
                    .fix("Blank more: lower identifier_coverage, name_coverage or date_coverage, or hide_identifier."));
        }
        Point best = at;
        for (int step = 0; step < STEPS && Math.abs(best.f1 - target) > NEAR / 5; step++) {
            double middle = low == 0 ? high / 2 : Math.sqrt(low * high);
            at = measure(middle, linker, maker, run);
            stage.add(1);
            if (Math.abs(at.f1 - target) < Math.abs(best.f1 - target)) {
                best = at;
            }
            if (at.f1 > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return best;
    }

    /** Of {@link #SEEDS} sets, one after another: each linker uses the run's threads itself. */
    static Point measure(double scale, Linker linker, Maker maker, Run run) {
        double precision = 0;
        double recall = 0;
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Run.checkCancelled();
            PairCounts counts = counts(maker.make(scale, seed), linker, run);
            double f = f1(counts);
            precision += counts.predicted() == 0 ? 1 : counts.precision();
            recall += counts.actual() == 0 ? 1 : counts.recall();
            sum += f;
            squares += f * f;
        }
        double mean = sum / SEEDS;
        double variance = Math.max(0, squares / SEEDS - mean * mean) * SEEDS / (SEEDS - 1);
        return new Point(scale, linker.name(), precision / SEEDS, recall / SEEDS, mean, Math.sqrt(variance));
    }

    /** What Fellegi-Sunter reaches on one set. */
    public static double f1(Set set, Run run) {
        return f1(counts(set, new FellegiSunter(FellegiSunter.Options.DEFAULT), run.silent()));
    }

    private static double f1(PairCounts counts) {
        return counts.actual() + counts.predicted() == 0 ? 1 : counts.f();
    }

    static PairCounts counts(Set set, Linker linker, Run run) {
        Fields fields = Fields.of(set.source, set.target);
        Links links = linker.link(fields, run);
        return LinkScore.pairs(fields.sides(), set.truth, links, run);
    }
}
