package org.semblance.evaluate.alike;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Ranking;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;
import org.semblance.trees.Binned;
import org.semblance.trees.Boosting;

/**
 * How well boosted trees tell synthetic rows from real ones: the area under the ROC curve on rows they have not
 * learnt from; 0.5 is no better than a coin, 1 is always right.
 *
 * <p>As many rows of each table, in folds that hold equally many of both; the value is the mean over folds. It is not
 * cut off at 0.5: clearly below, synthetic rows are copies of real ones (a row's copy is in the other folds with the
 * wrong answer). Numbers are numbers, labels are labels (those seen less than twice by a fold are one), missing values
 * are values. Parts: how much of the trees'
 * gain each of the ten most telling columns has. XGBoost's defaults (100 rounds, depth 6, rate 0.3), so that figures
 * compare with published ones. Cost: folds x rounds x rows x columns.
 */
public final class Detection implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "The most rows to take of each table.", min = 10)
            int rows,

            @Option(value = "How many folds.", min = 2, max = 20)
            int folds,

            @Option(value = "How many trees.", min = 1, max = 10_000)
            int rounds,

            @Option(value = "How many questions deep a tree is.", min = 1, max = 20)
            int depth) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "detection",
            "How well boosted trees tell synthetic rows from real ones (AUC); 0.5 is no better than a coin, below are copies.",
            new Options(20_000, 3, 100, 6),
            Detection::new);

    private static final int TELLING = 10;

    private final Options options;

    Detection(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.FRESH,
                "The area under the ROC curve of boosted trees that tell synthetic from real rows, on rows they have not"
                        + " learnt from; the mean of 3 folds.",
                "Lopez-Paz and Oquab 2017, arXiv:1610.06545; settings as XGBoost's defaults.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        int each =
                Math.min(options.rows, Math.min(c.real().rows(), c.synthetic().rows()));
        int folds = options.folds;
        if (c.real().width() == 0) {
            return Score.none("detection", "There are no columns.");
        }
        if (each < 2 * folds) {
            return Score.none("detection", "There are fewer than " + 2 * folds + " rows of each table to look at.");
        }
        Table real = Sample.rows(c.real(), each, run.rng().child("real"));
        Table synthetic = Sample.rows(c.synthetic(), each, run.rng().child("synthetic"));
        FoldCodes codes = FoldCodes.of(real, synthetic);
        float[] y = new float[2 * each];
        Arrays.fill(y, each, 2 * each, 1);
        int[] fold = folds(each, run.rng().child("folds"));
        Boosting.Settings settings =
                Boosting.Settings.STANDARD.rounds(options.rounds).depth(options.depth);
        double[] auc = new double[folds];
        double[][] gain = new double[folds][];
        run.parallel(folds, k -> {
            int[] train = where(fold, k, false);
            int[] test = where(fold, k, true);
            Binned x = codes.seenFrom(train);
            Boosting.Fit fit = Boosting.fit(Boosting.Task.logistic(x, y), train, settings);
            boolean[] members = new boolean[test.length];
            for (int i = 0; i < test.length; i++) {
                members[i] = test[i] >= each;
            }
            auc[k] = Ranking.auc(fit.trees().margins(x, test), members);
            gain[k] = fit.gain();
        });
        return new Score("detection", Arrays.stream(auc).average().orElse(Double.NaN), telling(c, gain));
    }

    /** The fold of each row: the real rows dealt out in random order, and then the synthetic ones. */
    private int[] folds(int each, Rng rng) {
        int[] fold = new int[2 * each];
        for (int t = 0; t < 2; t++) {
            int[] order = new int[each];
            for (int i = 0; i < each; i++) {
                order[i] = i;
            }
            rng.child(t).shuffle(order);
            for (int i = 0; i < each; i++) {
                fold[t * each + order[i]] = i % options.folds;
            }
        }
        return fold;
    }

    private static int[] where(int[] fold, int k, boolean inside) {
        return IntStream.range(0, fold.length)
                .filter(i -> fold[i] == k == inside)
                .toArray();
    }

    private static Map<String, Double> telling(Comparison c, double[][] gain) {
        double[] sums = new double[c.real().width()];
        for (double[] one : gain) {
            for (int f = 0; f < sums.length; f++) {
                sums[f] += one[f];
            }
        }
        double whole = Arrays.stream(sums).sum();
        Map<String, Double> parts = new LinkedHashMap<>();
        IntStream.range(0, sums.length)
                .boxed()
                .filter(f -> sums[f] > 0)
                .sorted(Comparator.comparingDouble((Integer f) -> -sums[f]))
                .limit(TELLING)
                .forEach(f -> parts.put(c.name(f), sums[f] / whole));
        return parts;
    }
}
