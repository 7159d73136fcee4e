package org.semblance.evaluate.useful;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;
import org.semblance.evaluate.Interval;
import org.semblance.math.GeneralizedModel;
import org.semblance.math.Regression;

/**
 * How good predictions are.
 *
 * @param value the area under the ROC curve of a label (the mean over labels against the rest, those with both kinds of
 *     rows, where there are more than two); R2 of a number
 * @param influence what each row adds to the value's error: its mean is 0, its variance over n that of the value. For
 *     two labels that is the variance of DeLong et al. (1988), doi:10.2307/2531595
 * @param measures all measures by name, the value first
 */
record Quality(double value, double[] influence, Map<String, Double> measures) {
    static final Quality NONE = new Quality(Double.NaN, new double[0], Map.of());

    /** Bins of the calibration error (Guo et al. 2017, arXiv:1706.04599). */
    private static final int BINS = 15;

    /** Chances are kept this far from 0 and 1 where their log-odds are taken. */
    private static final double EDGE = 1e-6;

    /**
     * @param predicted chances {@code [class][row]} of a label, {@code [0][row]} of a number
     * @param truth class or number of each row
     */
    static Quality of(double[][] predicted, double[] truth, boolean label) {
        return label ? ofLabel(predicted, truth) : ofNumber(predicted[0], truth);
    }

    private static Quality ofNumber(double[] predicted, double[] truth) {
        int n = truth.length;
        double mean = Arrays.stream(truth).average().orElse(Double.NaN);
        double spread = 0;
        double missed = 0;
        double absolute = 0;
        for (int i = 0; i < n; i++) {
            spread += (truth[i] - mean) * (truth[i] - mean);
            missed += (truth[i] - predicted[i]) * (truth[i] - predicted[i]);
            absolute += Math.abs(truth[i] - predicted[i]);
        }
        double value = spread > 0 ? 1 - missed / spread : Double.NaN;
        double[] influence = new double[n];
        for (int i = 0; i < n; i++) {
            double error = (truth[i] - predicted[i]) * (truth[i] - predicted[i]);
            double off = (truth[i] - mean) * (truth[i] - mean);
            influence[i] = ((1 - value) * off - error) / (spread / n);
        }
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("R2", value);
        measures.put("root mean squared error", Math.sqrt(missed / n));
        measures.put("mean absolute error", absolute / n);
        return new Quality(value, influence, measures);
    }

    private static Quality ofLabel(double[][] chances, double[] truth) {
        int n = truth.length;
        int classes = chances.length;
        double[] influence = new double[n];
        double sum = 0;
        int known = 0;
        for (int k = classes == 2 ? 1 : 0; k < classes; k++) {
            double auc = auc(chances[k], truth, k, influence);
            if (!Double.isNaN(auc)) {
                sum += auc;
                known++;
            }
        }
        double value = known == 0 ? Double.NaN : sum / known;
        for (int i = 0; i < n; i++) {
            influence[i] /= Math.max(1, known);
        }
        int[] best = IntStream.range(0, n).map(i -> best(chances, i)).toArray();
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("AUC", value);
        measures.put("F1, mean over labels", f1(best, truth, classes));
        measures.put(
                "share right",
                IntStream.range(0, n).filter(i -> best[i] == truth[i]).count() / (double) n);
        measures.put("calibration error", calibrationError(chances, best, truth));
        measures.put("Brier score", brier(chances, truth));
        if (classes == 2) {
            measures.put("calibration slope", slope(chances[1], truth));
        }
        return new Quality(value, influence, measures);
    }

    static int best(double[][] chances, int row) {
        int best = 0;
        for (int k = 1; k < chances.length; k++) {
            best = chances[k][row] > chances[best][row] ? k : best;
        }
        return best;
    }

    /** The area under the ROC curve of one class against the rest; adds each row's part in its error. */
    static double auc(double[] chance, double[] truth, int label, double[] influence) {
        int n = truth.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(chance[a], chance[b]));
        double members = Arrays.stream(truth).filter(t -> t == label).count();
        double others = n - members;
        if (members == 0 || others == 0) {
            return Double.NaN;
        }
        double[] placed = new double[n];
        double membersBelow = 0;
        double othersBelow = 0;
        double area = 0;
        for (int from = 0; from < n; ) {
            int to = from;
            double tied = 0;
            while (to < n && chance[order[to]] == chance[order[from]]) {
                tied += truth[order[to++]] == label ? 1 : 0;
            }
            double tiedOthers = to - from - tied;
            for (int i = from; i < to; i++) {
                placed[order[i]] = truth[order[i]] == label
                        ? (othersBelow + tiedOthers / 2) / others
                        : (members - membersBelow - tied / 2) / members;
            }
            area += tied * (othersBelow + tiedOthers / 2);
            membersBelow += tied;
            othersBelow += tiedOthers;
            from = to;
        }
        double auc = area / members / others;
        for (int i = 0; i < n; i++) {
            double kind = truth[i] == label ? members : others;
            influence[i] += (placed[i] - auc) * n / kind * Math.sqrt(kind / Math.max(1, kind - 1));
        }
        return auc;
    }

    /** The mean over the labels that occur or are predicted. */
    private static double f1(int[] best, double[] truth, int classes) {
        double[] right = new double[classes];
        double[] either = new double[classes];
        for (int i = 0; i < best.length; i++) {
            right[best[i]] += best[i] == truth[i] ? 1 : 0;
            either[best[i]]++;
            either[(int) truth[i]]++;
        }
        return IntStream.range(0, classes)
                .filter(k -> either[k] > 0)
                .mapToDouble(k -> 2 * right[k] / either[k])
                .average()
                .orElse(Double.NaN);
    }

    /** The mean difference of confidence and share right, over bins of equal width of the confidence. */
    private static double calibrationError(double[][] chances, int[] best, double[] truth) {
        double[] off = new double[BINS];
        for (int i = 0; i < best.length; i++) {
            double confidence = chances[best[i]][i];
            int bin = (int) Math.max(0, Math.min(BINS - 1, Math.ceil(confidence * BINS) - 1));
            off[bin] += confidence - (best[i] == truth[i] ? 1 : 0);
        }
        return Arrays.stream(off).map(Math::abs).sum() / best.length;
    }

    /** Half the mean squared difference of chances and truth, summed over labels: for two labels that of one of them. */
    private static double brier(double[][] chances, double[] truth) {
        double sum = 0;
        for (int k = 0; k < chances.length; k++) {
            for (int i = 0; i < truth.length; i++) {
                double off = chances[k][i] - (truth[i] == k ? 1 : 0);
                sum += off * off;
            }
        }
        return sum / 2 / truth.length;
    }

    /** By how much log-odds are to be multiplied to be right: below 1 they are too sure (Cox 1958). */
    private static double slope(double[] chance, double[] truth) {
        double[] ones = new double[chance.length];
        Arrays.fill(ones, 1);
        double[] odds = Arrays.stream(chance)
                .map(p -> Math.max(EDGE, Math.min(1 - EDGE, p)))
                .map(p -> FastMath.log(p / (1 - p)))
                .toArray();
        Regression fit = GeneralizedModel.fit(GeneralizedModel.Family.LOGISTIC, new double[][] {ones, odds}, truth);
        return fit.converged() ? fit.coefficients()[1] : Double.NaN;
    }

    /** The mean over folds; those without a value in this or the other list are left out. */
    static Quality mean(List<Quality> folds) {
        if (folds.size() == 1) {
            return folds.get(0);
        }
        if (folds.isEmpty()) {
            return NONE;
        }
        int rows = folds.stream().mapToInt(fold -> fold.influence.length).sum();
        double[] influence = new double[rows];
        int at = 0;
        for (Quality fold : folds) {
            for (double one : fold.influence) {
                influence[at++] = one * rows / folds.size() / fold.influence.length;
            }
        }
        Map<String, Double> measures = new LinkedHashMap<>();
        for (String name : folds.get(0).measures.keySet()) {
            measures.put(
                    name,
                    folds.stream()
                            .mapToDouble(fold -> fold.measures.getOrDefault(name, Double.NaN))
                            .average()
                            .orElse(Double.NaN));
        }
        double value = folds.stream().mapToDouble(Quality::value).average().orElse(Double.NaN);
        return new Quality(value, influence, measures);
    }

    /** Of the value, over the rows it was tested on. */
    Interval interval() {
        return Double.isNaN(value) ? Interval.NONE : Interval.around(value, error(influence));
    }

    /** Of the difference to what other predictions of the same rows give. */
    Interval difference(Quality other) {
        if (Double.isNaN(value) || Double.isNaN(other.value)) {
            return Interval.NONE;
        }
        double[] both = new double[influence.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = influence[i] - other.influence[i];
        }
        return Interval.around(value - other.value, error(both));
    }

    private static double error(double[] influence) {
        return Math.sqrt(Arrays.stream(influence).map(one -> one * one).sum()) / influence.length;
    }
}
