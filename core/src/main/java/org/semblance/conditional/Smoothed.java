package org.semblance.conditional;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.math.Bandwidth;
import org.semblance.math.Order;
import org.semblance.math.SmoothingSpline;
import org.semblance.prepare.Grid;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * What another draws, smoothed, so that numbers are not those of donors: as synthpop's {@code smoothing}. By a spline
 * through the sorted draws, by the mean of each with the two draws on either side of it in their order, or by a normal
 * kernel about each, as wide as Sheather and Jones' rule says of the observed numbers. Results are rounded as the observed
 * ones are, and lie between the smallest observed one and the largest (a kernel's width beyond it); what a kernel puts
 * beyond these is reflected, not piled up on them.
 *
 * <p>Numbers that at least one in twenty observed rows share stay as they are drawn: zeros, codes and top-coded maxima
 * (synthpop leaves out one value of more than 70 %, and the maximum). Spline and mean look at all rows that are drawn at
 * once. Cost: a sort, and for the spline a fit with at most some 210 knots. Source: Nowok, Raab and Dibben (2016),
 * doi:10.18637/jss.v074.i11.
 *
 * @param by spline, rmean or density
 * @param common numbers that stay, ascending
 * @param low the smallest number that is given out
 * @param high the largest
 * @param width of the kernel
 * @param step what numbers are multiples of
 */
record Smoothed(
        Conditional.Drawer drawer, String by, double[] common, double low, double high, double width, double step)
        implements Conditional.Drawer {
    static final String NONE = "none";
    static final String SPLINE = "spline";
    static final String MEAN = "rmean";
    static final String DENSITY = "density";

    /** What the option says, for all methods that have it. */
    static final String DOC = "How drawn numbers are smoothed, so that they are not those of donors";

    private static final double SHARE = .05;
    private static final int REACH = 2;

    /** The drawer smoothed as the option has it; itself where nothing is asked, or the target holds labels. */
    static Conditional.Drawer of(String by, Conditional.Drawer drawer, Given given) {
        int[] rows = given.observed();
        if (by.equals(NONE) || rows.length == 0 || !(given.y() instanceof NumberColumn numbers)) {
            return drawer;
        }
        double[] y = Arrays.stream(rows).mapToDouble(numbers::get).toArray();
        Map<Double, Integer> counts = new HashMap<>();
        for (double value : y) {
            counts.merge(value, 1, Integer::sum);
        }
        double[] common = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= Math.max(2, SHARE * y.length))
                .mapToDouble(Map.Entry::getKey)
                .sorted()
                .toArray();
        double[] free = Arrays.stream(y)
                .filter(value -> Arrays.binarySearch(common, value) < 0)
                .toArray();
        double width = by.equals(DENSITY) ? Bandwidth.sheatherJones(free) : 0;
        return new Smoothed(
                drawer,
                by,
                common,
                Arrays.stream(free).min().orElse(0),
                Arrays.stream(free).max().orElse(0) + width,
                width,
                Grid.of(given.field(), NumberColumn.of(y)).step());
    }

    @Override
    public Column draw(Predictors x, Rng rng) {
        double[] drawn = ((NumberColumn) drawer.draw(x, rng)).toArray();
        int[] free = IntStream.range(0, drawn.length)
                .filter(i -> !Double.isNaN(drawn[i]) && Arrays.binarySearch(common, drawn[i]) < 0)
                .toArray();
        double[] values = Arrays.stream(free).mapToDouble(i -> drawn[i]).toArray();
        double[] smooth = by.equals(DENSITY) ? kernel(values, rng.child("smoothing")) : sorted(values);
        Grid grid = new Grid(step);
        for (int i = 0; i < free.length; i++) {
            drawn[free[i]] = Math.max(low, Math.min(high, grid.round(smooth[i])));
        }
        return NumberColumn.of(drawn);
    }

    private double[] kernel(double[] values, Rng rng) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            double value = values[i] + width * rng.nextGaussian();
            out[i] = value < low ? 2 * low - value : value > high ? 2 * high - value : value;
        }
        return out;
    }

    /** Smoothed in the order of their size. */
    private double[] sorted(double[] values) {
        int[] order = Order.of(values);
        double[] ascending = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        double[] smooth = by.equals(SPLINE) ? SmoothingSpline.of(ascending) : means(ascending);
        double[] out = new double[values.length];
        for (int k = 0; k < order.length; k++) {
            out[order[k]] = smooth[k];
        }
        return out;
    }

    /** Means of five; of as many as there are on both sides near the ends. */
    static double[] means(double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            int reach = Math.min(REACH, Math.min(i, out.length - 1 - i));
            for (int k = i - reach; k <= i + reach; k++) {
                out[i] += values[k] / (2 * reach + 1);
            }
        }
        return out;
    }

    @Override
    public int strange(Predictors x) {
        return drawer.strange(x);
    }

    @Override
    public Conditional.Drawer forgetful() {
        return new Smoothed(drawer.forgetful(), by, common, low, high, width, step);
    }
}
