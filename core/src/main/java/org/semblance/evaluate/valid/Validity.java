package org.semblance.evaluate.valid;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;

/**
 * The share of synthetic values that the real column could hold: numbers between its smallest and its largest, labels
 * that it has. The score is the mean of the columns.
 *
 * <p>A missing number is left out where the real column misses some too, and is wrong where it misses none; a missing
 * label is right or wrong by the same rule. Fresh real rows score a little below 1, for their extremes are their own.
 * Cost: one pass. Same figures as SDMetrics 0.29 (BoundaryAdherence, CategoryAdherence, and their mean in its Diagnostic
 * Report).
 */
public final class Validity implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "validity",
            "The share of synthetic values within the range or the labels of the real column; 1 is all of them.",
            new Plugin.NoOptions(),
            options -> new Validity());

    @Override
    public About about() {
        return new About(
                About.Aspect.VALID,
                About.Better.FRESH,
                "The mean over columns of the share of synthetic values between the smallest and the largest real value"
                        + " (numbers, dates) or among the real labels.",
                "SDMetrics 0.29, BoundaryAdherence and CategoryAdherence.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        double[] scores = new double[c.real().width()];
        run.parallel(
                scores.length,
                i -> scores[i] = c.numeric(i)
                        ? numbers(c.real().numbers(i), c.synthetic().numbers(i))
                        : labels(c.real().codes(i), c.synthetic().codes(i)));
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            parts.put(c.name(i), scores[i]);
        }
        return Score.mean("validity", parts);
    }

    private static double numbers(NumberColumn real, NumberColumn synthetic) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean mayMiss = false;
        for (int i = 0; i < real.size(); i++) {
            double value = real.get(i);
            low = value < low ? value : low;
            high = value > high ? value : high;
            mayMiss |= Double.isNaN(value);
        }
        int valid = 0;
        int missing = 0;
        for (int i = 0; i < synthetic.size(); i++) {
            double value = synthetic.get(i);
            missing += Double.isNaN(value) ? 1 : 0;
            valid += value >= low && value <= high ? 1 : 0;
        }
        int counted = synthetic.size() - (mayMiss ? missing : 0);
        return real.size() == 0 || counted == 0 ? Double.NaN : (double) valid / counted;
    }

    private static double labels(CodeColumn real, CodeColumn synthetic) {
        boolean[] occurs = new boolean[real.labels().size()];
        boolean mayMiss = false;
        for (int i = 0; i < real.size(); i++) {
            int code = real.code(i);
            if (code < 0) {
                mayMiss = true;
            } else {
                occurs[code] = true;
            }
        }
        Set<String> known = new HashSet<>();
        for (int k = 0; k < occurs.length; k++) {
            if (occurs[k]) {
                known.add(real.labels().get(k));
            }
        }
        boolean[] right = new boolean[synthetic.labels().size()];
        for (int k = 0; k < right.length; k++) {
            right[k] = known.contains(synthetic.labels().get(k));
        }
        int valid = 0;
        for (int i = 0; i < synthetic.size(); i++) {
            int code = synthetic.code(i);
            valid += (code < 0 ? mayMiss : right[code]) ? 1 : 0;
        }
        return real.size() == 0 || synthetic.size() == 0 ? Double.NaN : (double) valid / synthetic.size();
    }
}
