package org.semblance.evaluate.alike;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Ranking;
import org.semblance.evaluate.Score;
import org.semblance.math.SparseLogit;
import org.semblance.math.SparseRows;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * How well logistic regression tells synthetic rows from real ones: the area under the ROC curve on rows it has not
 * learnt from, the mean over folds; 0.5 is no better than a coin.
 *
 * <p>The recipe of SDMetrics' LogisticDetection: missing numbers are the real mean, labels one column each (those the
 * real table has; others are nothing), every column less its median over its interquartile range in the training
 * rows, an L2 penalty with C = 1. Here it is minimised to the end; scikit-learn stops earlier, which on columns that are
 * mostly one value can cost it a few thousandths. Part: SDMetrics' score, 1 - mean(2 max(AUC, 0.5) - 1), which is also 1 where
 * rows were copied. What it cannot tell: anything but shifts of single columns; independent columns pass. Cost: folds x
 * some 20 passes over the rows.
 *
 * <p>Source: SDMetrics 0.29, single_table.detection.
 */
public final class LogisticDetection implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "The most rows to take of each table; 0 for all.", min = 0)
            int rows,

            @Option(value = "How many folds.", min = 2, max = 20)
            int folds,

            @Option(
                    value = "Columns of yes and no: used as labels, or left out, as SDMetrics does.",
                    choices = {"use", "leave"})
            String flags) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "logistic-detection",
            "How well logistic regression tells synthetic rows from real ones (AUC), and SDMetrics' score of it.",
            new Options(20_000, 3, "use"),
            LogisticDetection::new);

    private static final SparseLogit.Settings FIT = new SparseLogit.Settings(1, 100, 1e-12);

    private final Options options;

    LogisticDetection(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.FRESH,
                "The area under the ROC curve of an L2-penalised logistic regression that tells synthetic from real rows,"
                        + " on rows it has not learnt from; the mean of " + options.folds
                        + " folds, not cut off at 0.5.",
                "SDMetrics 0.29, LogisticDetection; Lopez-Paz and Oquab 2017, arXiv:1610.06545.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Taken taken = Taken.of(c, options.rows, run);
        int reals = taken.real().rows();
        int synthetics = taken.synthetic().rows();
        if (Math.min(reals, synthetics) < 2 * options.folds) {
            return Score.none("logistic-detection", "too few rows for " + options.folds + " folds");
        }
        DetectionCoding coding = DetectionCoding.of(taken.real(), taken.synthetic(), options.flags.equals("use"));
        if (coding.width() == 0) {
            return Score.none("logistic-detection", "there is no column to tell rows by");
        }
        double[] auc = aucs(coding, folds(reals, synthetics, run.rng().child("folds")), run);
        double clipped = Arrays.stream(auc)
                .map(one -> 2 * Math.max(0.5, one) - 1)
                .average()
                .orElse(Double.NaN);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("SDMetrics' score", 1 - clipped);
        double value = Arrays.stream(auc).average().orElse(Double.NaN);
        return new Score("logistic-detection", value, parts)
                .interval(Interval.ofAuc(value, synthetics, reals))
                .note(taken.note());
    }

    /** The area per fold; real rows come first. */
    static double[] aucs(DetectionCoding coding, int[] fold, Run run) {
        double[] auc = new double[Arrays.stream(fold).max().orElse(-1) + 1];
        run.parallel(auc.length, k -> {
            int[] train = where(fold, k, false);
            int[] test = where(fold, k, true);
            DetectionCoding.Scaled scaled = coding.scaled(train);
            SparseRows x = scaled.rows(train);
            SparseLogit.Fit fit = SparseLogit.fit(x, members(coding, train), FIT);
            auc[k] = Ranking.auc(fit.margins(scaled.rows(test)), members(coding, test));
        });
        return auc;
    }

    private static boolean[] members(DetectionCoding coding, int[] rows) {
        boolean[] members = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            members[i] = rows[i] >= coding.reals();
        }
        return members;
    }

    private static int[] where(int[] fold, int k, boolean inside) {
        return IntStream.range(0, fold.length)
                .filter(i -> fold[i] == k == inside)
                .toArray();
    }

    /** Both kinds of rows dealt out in random order. */
    private int[] folds(int reals, int synthetics, Rng rng) {
        int[] fold = new int[reals + synthetics];
        int from = 0;
        for (int count : new int[] {reals, synthetics}) {
            int[] order = IntStream.range(0, count).toArray();
            rng.child(from).shuffle(order);
            for (int i = 0; i < count; i++) {
                fold[from + order[i]] = i % options.folds;
            }
            from += count;
        }
        return fold;
    }
}
