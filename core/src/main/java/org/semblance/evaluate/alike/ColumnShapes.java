package org.semblance.evaluate.alike;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.math.Ascending;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.NumberColumn;

/**
 * How like the columns are, one by one: the mean of one score per column, 1 the same and 0 nothing in common.
 *
 * <p>Numbers and dates: 1 minus the largest distance of the two distribution functions (Kolmogorov and Smirnov), of
 * values rounded to 14 decimals. Labels: 1 minus the total variation distance of their shares. Missing values are
 * left out; a column of nothing else scores NaN where the real one is, and 0 where only the synthetic one is: it was lost.
 * Cost: a sort of each column. With {@code lost} = skip the same figures as SDMetrics 0.29 (KSComplement, TVComplement,
 * and their mean in its Quality Report), which leaves a lost column out.
 */
public final class ColumnShapes implements Metric {
    /** The options. */
    public record Options(
            @Option(
                    value = "A column that has values in the real table only: scored zero, or left out.",
                    choices = {"zero", "skip"})
            String lost) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "column-shapes",
            "How like the columns are one by one: KS distance of numbers, total variation of labels; 1 is the same.",
            new Options("zero"),
            ColumnShapes::new);

    /** What SDMetrics counts a label with that only the synthetic table has. */
    private static final double ABSENT = 1e-6;

    private final double lost;

    ColumnShapes(Options options) {
        lost = options.lost.equals("zero") ? 0 : Double.NaN;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over columns of 1 minus the Kolmogorov-Smirnov distance (numbers, dates) or 1 minus the total"
                        + " variation distance (labels).",
                "SDMetrics 0.29, KSComplement and TVComplement.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        double[] scores = new double[c.real().width()];
        run.parallel(
                scores.length,
                i -> scores[i] = c.numeric(i)
                        ? numbers(c.real().numbers(i), c.synthetic().numbers(i))
                        : labels(Labels.of(c.real().column(i), c.synthetic().column(i))));
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            parts.put(c.name(i), scores[i]);
        }
        return Score.mean("column-shapes", parts);
    }

    private double numbers(NumberColumn real, NumberColumn synthetic) {
        double[] a = sorted(real);
        double[] b = sorted(synthetic);
        return a.length > 0 && b.length == 0 ? lost : similarity(a, b);
    }

    /**
     * 1 minus the largest distance of the distribution functions of two sets of numbers, NaN left out; NaN where one is
     * empty. SDMetrics' KSComplement.
     */
    public static double similarity(NumberColumn real, NumberColumn synthetic) {
        return similarity(sorted(real), sorted(synthetic));
    }

    private static double similarity(double[] a, double[] b) {
        if (a.length == 0 || b.length == 0) {
            return Double.NaN;
        }
        // Of i / n - j / m in whole numbers: a division per value would cost more than all the rest.
        long furthest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double at = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == at) {
                i++;
            }
            while (j < b.length && b[j] == at) {
                j++;
            }
            furthest = Math.max(furthest, Math.abs((long) i * b.length - (long) j * a.length));
        }
        return 1 - (double) furthest / a.length / b.length;
    }

    private static double[] sorted(NumberColumn column) {
        double[] values = new double[column.size()];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            double value = column.get(i);
            if (!Double.isNaN(value)) {
                values[n++] = value;
            }
        }
        double[] present = n == values.length ? values : Arrays.copyOf(values, n);
        Ascending.sort(present);
        // Rounding keeps the order. Beyond 1e6 a double has fewer than 14 decimals, and NumPy's way only adds noise.
        for (int i = 0; i < n; i++) {
            present[i] = Math.abs(present[i]) < 1e6 ? Math.rint(present[i] * 1e14) / 1e14 : present[i];
        }
        return present;
    }

    private double labels(Labels column) {
        double[] real = counts(column.codes()[0], column.levels());
        double[] synthetic = counts(column.codes()[1], column.levels());
        double reals = Arrays.stream(real).sum();
        double synthetics = Arrays.stream(synthetic).sum();
        if (reals == 0 || synthetics == 0) {
            return reals == 0 ? Double.NaN : lost;
        }
        for (int k = 0; k < real.length; k++) {
            if (real[k] == 0 && synthetic[k] > 0) {
                real[k] = ABSENT;
                reals += ABSENT;
            }
        }
        double variation = 0;
        for (int k = 0; k < real.length; k++) {
            variation += Math.abs(real[k] / reals - synthetic[k] / synthetics);
        }
        return 1 - variation / 2;
    }

    private static double[] counts(int[] codes, int levels) {
        double[] counts = new double[levels];
        for (int code : codes) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        return counts;
    }
}
