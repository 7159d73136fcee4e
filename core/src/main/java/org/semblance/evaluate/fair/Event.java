package org.semblance.evaluate.fair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.evaluate.useful.Outcome;
import org.semblance.table.Table;

/**
 * What groups differ in: how often a label occurs, or the mean of a number.
 *
 * @param name the column, and the label if it is one
 * @param label the class among those of the outcome, or -1 for a number
 * @param unit what differences are divided by: 1, or the deviation of the number in the real rows
 */
record Event(String name, int label, double unit) {
    private static final int MOST = 10;

    /** Of two labels the rarer one; of more each that is not too rare; of a number its mean. */
    static List<Event> of(Outcome outcome, Table real) {
        double[] values = outcome.values(real);
        if (!outcome.label()) {
            return List.of(new Event(outcome.name(), -1, deviation(values)));
        }
        int[] counts = new int[outcome.classes()];
        for (double value : values) {
            if (!Double.isNaN(value)) {
                counts[(int) value]++;
            }
        }
        List<Integer> common = IntStream.range(0, counts.length)
                .filter(k -> counts[k] >= Groups.FEW)
                .boxed()
                .sorted(Comparator.comparing((Integer k) -> -counts[k]).thenComparing(k -> -k))
                .limit(MOST)
                .toList();
        if (common.size() == 2) {
            common = common.subList(1, 2);
        }
        List<Event> out = new ArrayList<>();
        for (int k : common) {
            out.add(new Event(outcome.name() + " = " + outcome.labels().get(k), k, 1));
        }
        return out;
    }

    /** As it is printed where the unit is that of {@link #of}. */
    String rate() {
        return label < 0 ? "mean of " + name + " in deviations" : "rate of " + name;
    }

    /** As it is printed where numbers have their own unit. */
    String head() {
        return (label < 0 ? "mean of " : "rate of ") + name;
    }

    private static double deviation(double[] values) {
        double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double variance =
                Arrays.stream(known).map(v -> (v - mean) * (v - mean)).average().orElse(0);
        return variance > 0 ? Math.sqrt(variance) : 1;
    }

    /** 1 or 0 per row, or the number in its unit; NaN where it is missing. */
    double[] of(double[] outcomes) {
        return Arrays.stream(outcomes)
                .map(v -> Double.isNaN(v) || label < 0 ? v / unit : v == label ? 1 : 0)
                .toArray();
    }
}
