package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Sample;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Train on synthetic, test on real; beside it, train on real, test on the same real rows.
 *
 * <p>With a holdout both learn from as many rows as they have and predict it. Without one the real rows are dealt into
 * folds: each fold is predicted by what learnt from the other folds, and by what learnt from equally many synthetic rows.
 * The synthesizer has then seen the rows that are predicted, so one that copies looks better than it is.
 *
 * @param outcome what is predicted
 * @param synthetic rows to learn from
 * @param real rows to learn from; the folds are dealt from them
 * @param fold per real row its fold; empty where there is a holdout
 * @param tests the rows that are predicted: the holdout, or the folds
 */
public record Trial(Outcome outcome, Table synthetic, Table real, int[] fold, List<Table> tests) {
    /** @param rows the most rows to learn from, and to predict */
    public static Trial of(Comparison c, int target, int rows, int folds, Rng rng) {
        Table holdout = c.holdout();
        // The streams that the figures in the benchmarks were drawn with.
        Table real = Sample.rows(c.real(), rows, rng.child(1).child("rows"));
        if (holdout != null) {
            Table synthetic = Sample.rows(c.synthetic(), rows, rng.child(0).child("rows"));
            Outcome outcome = Outcome.of(target, synthetic, real, holdout);
            Table test = outcome.known(Sample.rows(holdout, rows, rng.child("test")));
            return new Trial(outcome, synthetic, real, new int[0], List.of(test));
        }
        Outcome outcome = Outcome.of(target, c.synthetic(), real);
        Table known = outcome.known(real);
        int learnt = (int) ((long) known.rows() * (folds - 1) / folds);
        Table synthetic = Sample.rows(c.synthetic(), learnt, rng.child(0).child("rows"));
        int[] order = IntStream.range(0, known.rows()).toArray();
        rng.child("folds").shuffle(order);
        int[] fold = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            fold[order[i]] = i % folds;
        }
        List<Table> tests = new ArrayList<>();
        for (int k = 0; k < folds; k++) {
            tests.add(known.take(where(fold, k, true)));
        }
        return new Trial(outcome, synthetic, known, fold, tests);
    }

    /** Tested rows for each row learnt from: real ones, then synthetic ones. */
    public double[] testsPerRow() {
        int tested = tests.stream().mapToInt(Table::rows).sum();
        int folds = Math.max(2, tests.size());
        double learnt = fold.length == 0 ? real.rows() : (double) real.rows() * (folds - 1) / folds;
        return new double[] {tested / learnt, tested / Math.max(1.0, synthetic.rows())};
    }

    /** The same trial where nothing is learnt from some columns, given by their positions. */
    public Trial without(int[] columns) {
        int[] kept = IntStream.range(0, real.width())
                .filter(c -> c == outcome.column() || IntStream.of(columns).noneMatch(column -> column == c))
                .toArray();
        int target = (int) IntStream.of(kept).filter(c -> c < outcome.column()).count();
        return new Trial(
                new Outcome(target, outcome.name(), outcome.label(), outcome.labels()),
                synthetic.select(kept),
                real.select(kept),
                fold,
                tests.stream().map(test -> test.select(kept)).toList());
    }

    /** The class with the highest chance in a row. */
    public static int best(double[][] chances, int row) {
        return Quality.best(chances, row);
    }

    private static int[] where(int[] fold, int k, boolean inside) {
        return IntStream.range(0, fold.length)
                .filter(i -> fold[i] == k == inside)
                .toArray();
    }

    /** The rows that are predicted, one table below the other, as {@link #predictions} has them. */
    public Table tested() {
        return fold.length == 0 ? tests.get(0) : real.take(inFolds());
    }

    /** The real rows, fold after fold. */
    private int[] inFolds() {
        return IntStream.range(0, tests.size())
                .mapToObj(k -> where(fold, k, true))
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    /** How often something must be learnt for {@link #predictions}. */
    public int jobs() {
        return 1 + tests.size();
    }

    /**
     * What one of the jobs predicts: job 0 learns from the synthetic rows and predicts all; job 1 + k learns from the
     * real ones and predicts fold k, or the holdout. Null where there is nothing to learn.
     */
    public double @Nullable [][] predict(Learner learner, int job, Rng rng) {
        int k = job - 1;
        Table learnt = job == 0 ? synthetic : fold.length == 0 ? real : real.take(where(fold, k, false));
        Lesson lesson = new Lesson(learnt, job == 0 ? tested() : tests.get(k), outcome);
        return lesson.possible() ? learner.predict(lesson, rng.child(job)) : null;
    }

    /**
     * All predictions of one learner.
     *
     * @param synthetic by what learnt from synthetic rows, {@code [class][row]}
     * @param real by what learnt from real ones
     */
    public record Predictions(double[][] synthetic, double[][] real) {}

    /** The jobs' predictions put together, or null where one of them had nothing to learn. */
    public @Nullable Predictions together(List<double @Nullable [][]> jobs) {
        double[][] bySynthetic = jobs.get(0);
        List<double[][]> byReal = new ArrayList<>();
        for (double[][] one : jobs.subList(1, jobs.size())) {
            if (one == null) {
                return null;
            }
            byReal.add(one);
        }
        if (bySynthetic == null) {
            return null;
        }
        double[][] whole = new double[bySynthetic.length][bySynthetic[0].length];
        int at = 0;
        for (double[][] one : byReal) {
            for (int c = 0; c < whole.length; c++) {
                System.arraycopy(one[c], 0, whole[c], at, one[c].length);
            }
            at += one[0].length;
        }
        return new Predictions(bySynthetic, whole);
    }

    /** How good predictions of all tested rows are, fold by fold. */
    List<Quality> quality(double[][] predicted) {
        List<Quality> out = new ArrayList<>();
        int from = 0;
        for (Table test : tests) {
            int to = from + test.rows();
            double[][] own = new double[predicted.length][];
            for (int c = 0; c < own.length; c++) {
                own[c] = Arrays.copyOfRange(predicted[c], from, to);
            }
            out.add(Quality.of(own, outcome.values(test), outcome.label()));
            from = to;
        }
        return out;
    }

    /** Does the jobs of several learners, and one more thing, on the threads of a run. */
    public List<@Nullable Predictions> predictions(List<Learner> learners, Run run, Runnable beside) {
        int jobs = jobs();
        double[][][] found = new double[learners.size() * jobs][][];
        run.parallel(found.length + 1, task -> {
            if (task == 0) {
                beside.run();
                return;
            }
            int i = task - 1;
            double[][] one = predict(learners.get(i / jobs), i % jobs, run.rng());
            found[i] = one == null ? new double[0][] : one;
        });
        List<@Nullable Predictions> out = new ArrayList<>();
        for (int l = 0; l < learners.size(); l++) {
            List<double @Nullable [][]> own = new ArrayList<>();
            for (int j = 0; j < jobs; j++) {
                double[][] one = found[l * jobs + j];
                own.add(one.length == 0 ? null : one);
            }
            out.add(together(own));
        }
        return out;
    }
}
