package org.semblance.synthesize.sequence;

import java.util.Arrays;
import org.semblance.synthesize.sequence.Layout.Feature;

/**
 * What a feature of few values (the hour, the ward) adds to what is to be expected of a column: one number for each.
 *
 * @param edges between the cells of a feature of numbers, ascending; none for labels
 * @param effects of each cell, or of each label by its code
 */
record Cells(Feature feature, boolean label, double[] edges, double[] effects) {
    private static final int MOST = 32;
    /** Cells of few rows are pulled towards nothing, as if they had so many more. */
    private static final double SHRINK = 10;

    /** The cells of a feature of labels, without effect. */
    static Cells ofLabels(Feature feature, int labels) {
        return new Cells(feature, true, new double[0], new double[labels]);
    }

    /** The cells of a feature of numbers, of about equal size, without effect. */
    static Cells ofNumbers(Feature feature, double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] distinct = Arrays.stream(sorted).distinct().limit(MOST + 1L).toArray();
        double[] edges;
        if (distinct.length <= MOST) {
            edges = new double[Math.max(0, distinct.length - 1)];
            Arrays.setAll(edges, i -> distinct[i] + (distinct[i + 1] - distinct[i]) / 2);
        } else {
            edges = new double[MOST - 1];
            Arrays.setAll(edges, i -> sorted[(int) ((i + 1L) * sorted.length / MOST)]);
            edges = Arrays.stream(edges).distinct().toArray();
        }
        return new Cells(feature, false, edges, new double[edges.length + 1]);
    }

    /** Which cell a number lies in, -1 where it is missing. */
    int cell(double value) {
        if (Double.isNaN(value)) {
            return -1;
        }
        int at = Arrays.binarySearch(edges, value);
        return at >= 0 ? at : -at - 1;
    }

    double effect(int cell) {
        return cell < 0 || cell >= effects.length ? 0 : effects[cell];
    }

    /** The same with the mean residual of each cell as its effect. */
    Cells with(int[] cells, double[] residual) {
        double[] sums = new double[effects.length];
        double[] counts = new double[effects.length];
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] >= 0) {
                sums[cells[i]] += residual[i];
                counts[cells[i]]++;
            }
        }
        Arrays.setAll(sums, c -> sums[c] / (counts[c] + SHRINK));
        return new Cells(feature, label, edges, sums);
    }

    /** The sum of two effects of the same cells. */
    Cells plus(Cells other) {
        double[] sum = new double[effects.length];
        Arrays.setAll(sum, c -> effects[c] + other.effects[c]);
        return new Cells(feature, label, edges, sum);
    }
}
