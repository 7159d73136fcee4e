package org.semblance.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Values become those of a smooth distribution: sorted, averaged over their neighbours in that order, and given back by
 * rank. So nobody keeps a value that is special, and the extremes are drawn in.
 *
 * <p>Neighbours are averaged three times by a running mean (nearly a normal kernel; the order of values is kept, and all
 * stay within the bounds). synthpop's smooth.vars does the same by a spline. Equal values are spread in the order of
 * their rows. Cost: a sort.
 */
public final class Smoothing implements Control {
    private static final String NAME = "smoothing";
    private static final int PASSES = 3;

    /** The options. */
    public record Options(
            @Option("The columns: numbers, dates or times.") List<String> columns,

            @Option(
                    value = "The share of rows on either side that a value is averaged with, three times.",
                    min = 0,
                    max = 0.5)
            double width,

            @Option("Values that are codes, such as -8, and stay as they are.")
            List<String> exclude) {}

    public static final Plugin<Control> PLUGIN = Plugin.of(
            NAME,
            "Values are averaged with their neighbours in size, by rank: special values and extremes go.",
            new Options(List.of(), 0.01, List.of()),
            Smoothing::new);

    private final Options options;

    Smoothing(Options options) {
        this.options = options;
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        Edit edit = new Edit(synthetic);
        for (int position : Columns.numeric(NAME, options.columns, synthetic)) {
            Part part = Part.of(synthetic, position, options.exclude);
            int[] order = part.sorted();
            double[] values = new double[order.length];
            for (int k = 0; k < order.length; k++) {
                values[k] = part.column().get(order[k]);
            }
            int reach = (int) Math.round(order.length * options.width);
            for (int pass = 0; pass < PASSES; pass++) {
                values = means(values, reach);
            }
            Grain grain = part.grain();
            double[] out = part.column().toArray();
            for (int k = 0; k < order.length; k++) {
                out[order[k]] = grain.fit(values[k]);
            }
            edit.set(position, out);
        }
        return edit.done(NAME);
    }

    /** Of each value with those up to {@code reach} places off; sums of distances from the middle, which are small. */
    private static double[] means(double[] values, int reach) {
        if (reach == 0) {
            return values;
        }
        double[] sums = new double[values.length + 1];
        double middle = values.length == 0 ? 0 : values[values.length / 2];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + (values[i] - middle);
        }
        double[] out = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - reach);
            int to = Math.min(values.length, i + reach + 1);
            out[i] = middle + (sums[to] - sums[from]) / (to - from);
        }
        return out;
    }
}
