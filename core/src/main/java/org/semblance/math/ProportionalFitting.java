package org.semblance.math;

import java.util.Arrays;

/**
 * A table with given margins that is otherwise as near as can be to the one it starts from (iterative proportional
 * fitting): each margin in turn is met by multiplying, until a round changes no cell by more than a tolerance.
 *
 * <p>Cells with the last dimension running fastest. Cost: cells x margins x rounds. Source: Deming and Stephan (1940),
 * doi:10.1214/aoms/1177731829; Bishop, Fienberg and Holland (1975), Discrete Multivariate Analysis, section 3.5.
 *
 * @param table the fitted cells
 * @param rounds how many were gone through
 * @param change the largest change of a cell in the last round
 */
public record ProportionalFitting(double[] table, int rounds, double change) {
    /**
     * A margin.
     *
     * @param dimensions of the table that it keeps, ascending
     * @param cells what it must be, the last dimension running fastest
     */
    public record Margin(int[] dimensions, double[] cells) {}

    /** @param start cells to start from; what is 0 stays 0 */
    public static ProportionalFitting of(
            int[] sizes, double[] start, Iterable<Margin> margins, double tolerance, int most) {
        double[] table = start.clone();
        double[] before = new double[table.length];
        double change = Double.POSITIVE_INFINITY;
        int round = 0;
        while (round < most && change > tolerance) {
            System.arraycopy(table, 0, before, 0, table.length);
            for (Margin margin : margins) {
                meet(sizes, table, margin);
            }
            change = 0;
            for (int i = 0; i < table.length; i++) {
                change = Math.max(change, Math.abs(table[i] - before[i]));
            }
            round++;
        }
        return new ProportionalFitting(table, round, change);
    }

    private static void meet(int[] sizes, double[] table, Margin margin) {
        double[] factor = margin(sizes, table, margin.dimensions);
        for (int m = 0; m < factor.length; m++) {
            factor[m] = factor[m] > 0 ? margin.cells[m] / factor[m] : 0;
        }
        new Walk(sizes, margin.dimensions).each((cell, place) -> table[cell] *= factor[place]);
    }

    /** The sums of a table over the dimensions that are not kept. */
    public static double[] margin(int[] sizes, double[] table, int[] dimensions) {
        double[] out = new double[Arrays.stream(dimensions).map(d -> sizes[d]).reduce(1, Math::multiplyExact)];
        new Walk(sizes, dimensions).each((cell, place) -> out[place] += table[cell]);
        return out;
    }

    private interface Visit {
        void at(int cell, int place);
    }

    /** All cells in order, each with its place in a margin. */
    private record Walk(int[] sizes, int[] dimensions) {
        void each(Visit visit) {
            int d = sizes.length;
            int[] stride = new int[d];
            for (int k = dimensions.length - 1, own = 1; k >= 0; own *= sizes[dimensions[k--]]) {
                stride[dimensions[k]] = own;
            }
            int[] digit = new int[d];
            int cells = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
            int place = 0;
            for (int cell = 0; cell < cells; cell++) {
                visit.at(cell, place);
                for (int k = d - 1; k >= 0; k--) {
                    place += stride[k];
                    if (++digit[k] < sizes[k]) {
                        break;
                    }
                    place -= sizes[k] * stride[k];
                    digit[k] = 0;
                }
            }
        }
    }
}
