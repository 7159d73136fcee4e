package org.semblance.evaluate.useful;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Predictors;
import org.semblance.evaluate.Ranking;
import org.semblance.random.Rng;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;
import org.semblance.trees.Binned;
import org.semblance.trees.Boosting;
import org.semblance.trees.Boosting.Task;
import org.semblance.trees.Ensemble;
import org.semblance.trees.Loss;

/**
 * How well boosted trees that learnt from one table predict a column of another.
 *
 * @param value AUC of a label (the mean over labels where there are more than two), R2 of a number
 * @param right the share of labels predicted right; NaN for a number
 */
record Prediction(double value, double right) {
    /** Trees are cheap, so the rate is lower than in detection; early stopping finds how many are needed. */
    private static final Boosting.Settings SETTINGS =
            Boosting.Settings.STANDARD.rounds(100).eta(0.2).patience(10);

    /** The most trees, so that a target of many labels takes no longer than one of few. */
    private static final int TREES = 600;

    /** A tenth of the rows stops the boosting. */
    private static final int WATCHED = 10;

    private record Rows(int[] learn, int[] watch, int[] test) {}

    /** Learns the column {@code target} from the others of {@code learnt}, and predicts it in {@code holdout}. */
    static Prediction of(Table learnt, Table holdout, int target, Rng rng) {
        int[] predictors = IntStream.range(0, learnt.width())
                .filter(column -> column != target)
                .toArray();
        int[] train = known(learnt, target);
        int[] test = known(holdout, target);
        if (train.length < 2 || test.length < 2 || predictors.length == 0) {
            return new Prediction(Double.NaN, Double.NaN);
        }
        for (int i = 0; i < test.length; i++) {
            test[i] += learnt.rows();
        }
        rng.child("watched").shuffle(train);
        int watched = train.length / WATCHED;
        Rows rows = new Rows(Arrays.copyOfRange(train, watched, train.length), Arrays.copyOf(train, watched), test);
        Binned x = Predictors.of(learnt, holdout, predictors);
        return learnt.column(target) instanceof NumberColumn
                ? number(x, numbers(learnt, holdout, target), rows)
                : label(x, Labels.of(learnt.column(target), holdout.column(target)), rows);
    }

    private static int[] known(Table table, int column) {
        return IntStream.range(0, table.rows())
                .filter(i -> !table.column(column).isMissing(i))
                .toArray();
    }

    /** The target of all rows, moved and scaled to mean 0 and deviation 1 in the rows to learn from. */
    private static float[] numbers(Table learnt, Table holdout, int target) {
        double[] upper = learnt.numbers(target).toArray();
        double[] lower = holdout.numbers(target).toArray();
        double mean =
                Arrays.stream(upper).filter(v -> !Double.isNaN(v)).average().orElse(0);
        double variance = Arrays.stream(upper)
                .filter(v -> !Double.isNaN(v))
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        double scale = variance > 0 ? Math.sqrt(variance) : 1;
        float[] y = new float[upper.length + lower.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) (((i < upper.length ? upper[i] : lower[i - upper.length]) - mean) / scale);
        }
        return y;
    }

    private static Prediction number(Binned x, float[] y, Rows rows) {
        Ensemble trees = Boosting.fit(Task.squared(x, y), rows.learn, rows.watch, SETTINGS)
                .trees();
        float[] predicted = trees.margins(x, rows.test);
        double mean = Arrays.stream(rows.test).mapToDouble(i -> y[i]).average().orElse(0);
        double missed = 0;
        double spread = 0;
        for (int i = 0; i < predicted.length; i++) {
            double truth = y[rows.test[i]];
            missed += (truth - predicted[i]) * (truth - predicted[i]);
            spread += (truth - mean) * (truth - mean);
        }
        return new Prediction(spread > 0 ? 1 - missed / spread : Double.NaN, Double.NaN);
    }

    private static Prediction label(Binned x, Labels labels, Rows rows) {
        float[] y = new float[x.rows()];
        int at = 0;
        for (int[] table : labels.codes()) {
            for (int code : table) {
                y[at++] = Math.max(0, code);
            }
        }
        int classes = labels.levels();
        Task task = classes <= 2 ? Task.logistic(x, y) : Task.softmax(x, y, classes);
        Boosting.Settings settings = SETTINGS.rounds(Math.max(10, Math.min(SETTINGS.rounds(), TREES / classes)));
        Ensemble trees = Boosting.fit(task, rows.learn, rows.watch, settings).trees();
        float[][] chances = chances(trees, x, rows.test);
        int[] truth = Arrays.stream(rows.test).map(i -> (int) y[i]).toArray();
        double right = 0;
        for (int i = 0; i < truth.length; i++) {
            right += best(chances, i) == truth[i] ? 1 : 0;
        }
        double auc = IntStream.range(classes <= 2 ? 1 : 0, chances.length)
                .mapToDouble(k -> auc(chances[k], truth, k))
                .filter(one -> !Double.isNaN(one))
                .average()
                .orElse(Double.NaN);
        return new Prediction(auc, right / truth.length);
    }

    /** The chance of each label in each row, as {@code [label][row]}. */
    private static float[][] chances(Ensemble trees, Binned x, int[] rows) {
        float[] margins = trees.margins(x, rows);
        int outputs = trees.outputs();
        float[][] chances = new float[Math.max(2, outputs)][rows.length];
        for (int i = 0; i < rows.length; i++) {
            if (outputs == 1) {
                chances[1][i] = (float) Loss.probability(margins[i]);
                chances[0][i] = 1 - chances[1][i];
                continue;
            }
            Loss.softmax(margins, i * outputs, outputs);
            for (int k = 0; k < outputs; k++) {
                chances[k][i] = margins[i * outputs + k];
            }
        }
        return chances;
    }

    private static int best(float[][] chances, int row) {
        int best = 0;
        for (int k = 1; k < chances.length; k++) {
            best = chances[k][row] > chances[best][row] ? k : best;
        }
        return best;
    }

    private static double auc(float[] chance, int[] truth, int label) {
        boolean[] members = new boolean[truth.length];
        for (int i = 0; i < truth.length; i++) {
            members[i] = truth[i] == label;
        }
        return Ranking.auc(chance, members);
    }
}
