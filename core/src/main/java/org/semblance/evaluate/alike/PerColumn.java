package org.semblance.evaluate.alike;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Score;
import org.semblance.math.Ascending;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** Metrics that look at one column after the other: their loop, and the columns in the form they need. */
final class PerColumn {
    private PerColumn() {}

    /** The mean over those columns that a metric is about, each scored on its own; NaN where it is about none. */
    static Score mean(String metric, Comparison c, Run run, IntPredicate about, IntToDoubleFunction score) {
        double[] scores = new double[c.real().width()];
        run.parallel(scores.length, i -> scores[i] = about.test(i) ? score.applyAsDouble(i) : Double.NaN);
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            if (about.test(i)) {
                parts.put(c.name(i), scores[i]);
            }
        }
        Score found = Score.mean(metric, parts);
        return parts.isEmpty() ? found.note("There is no column of the kind that this measure is about.") : found;
    }

    /** The numbers that are not missing, ascending. */
    static double[] sorted(Table table, int column) {
        NumberColumn numbers = table.numbers(column);
        double[] values = new double[numbers.size()];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (!numbers.isMissing(i)) {
                // Adding zero turns -0.0 into 0.0, which sorting would tell apart.
                values[n++] = numbers.get(i) + 0.0;
            }
        }
        double[] present = n == values.length ? values : Arrays.copyOf(values, n);
        Ascending.sort(present);
        return present;
    }

    /** How often each label occurs, in the real and in the synthetic table, in one common order; missing ones left out. */
    static double[][] counts(Comparison c, int column) {
        return counts(Labels.of(c.real().column(column), c.synthetic().column(column)), false);
    }

    /** How often each code occurs; the last place counts the missing ones where they are asked for. */
    static double[][] counts(Labels labels, boolean missing) {
        double[][] out = new double[2][labels.levels() + (missing ? 1 : 0)];
        for (int t = 0; t < 2; t++) {
            for (int code : labels.codes()[t]) {
                if (code >= 0) {
                    out[t][code]++;
                } else if (missing) {
                    out[t][labels.levels()]++;
                }
            }
        }
        return out;
    }

    /** Counts divided by their sum; NaN throughout where that is 0. */
    static double[] shares(double[] counts) {
        double sum = Arrays.stream(counts).sum();
        return Arrays.stream(counts).map(count -> count / sum).toArray();
    }
}
