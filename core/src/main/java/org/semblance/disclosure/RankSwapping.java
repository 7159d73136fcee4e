package org.semblance.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Values change places with others of nearly the same rank (Moore 1996): every column keeps its values exactly, and a row
 * no longer has its own. Correlations between columns shrink a little.
 *
 * <p>From the smallest value on, each that has not been swapped yet is swapped with one of those up to so many places
 * above it that have not been, at random; the last ones may find no partner. Missing values stay where they are. Cost:
 * a sort and a few draws a row.
 */
public final class RankSwapping implements Control {
    private static final String NAME = "rank-swapping";
    private static final int TRIES = 20;

    /** The options. */
    public record Options(
            @Option("The columns: numbers, dates or times.") List<String> columns,

            @Option(
                    value = "How far the ranks of two swapped values may be apart, in percent of the rows.",
                    min = 0,
                    max = 100)
            double percent,

            @Option("Values that are codes, such as -8, and stay where they are.")
            List<String> exclude) {}

    public static final Plugin<Control> PLUGIN = Plugin.of(
            NAME,
            "Values change places with others of nearly the same rank: every column keeps its values exactly.",
            new Options(List.of(), 5, List.of()),
            RankSwapping::new);

    private final Options options;

    RankSwapping(Options options) {
        this.options = options;
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        Edit edit = new Edit(synthetic);
        for (int position : Columns.numeric(NAME, options.columns, synthetic)) {
            Part part = Part.of(synthetic, position, options.exclude);
            int[] order = part.sorted();
            int reach = (int) Math.ceil(order.length * options.percent / 100);
            double[] out = part.column().toArray();
            boolean[] swapped = new boolean[order.length];
            Rng rng = run.rng().child(part.field().name());
            for (int i = 0; i < order.length; i++) {
                int j = swapped[i] ? -1 : partner(i, Math.min(order.length - 1, i + reach), swapped, rng);
                if (j >= 0) {
                    double held = out[order[i]];
                    out[order[i]] = out[order[j]];
                    out[order[j]] = held;
                    swapped[i] = true;
                    swapped[j] = true;
                }
            }
            edit.set(position, out);
        }
        return edit.done(NAME);
    }

    /** One of those after {@code i} up to {@code last} that are free, each as likely; -1 where none is. */
    private static int partner(int i, int last, boolean[] swapped, Rng rng) {
        if (last <= i) {
            return -1;
        }
        for (int t = 0; t < TRIES; t++) {
            int j = i + 1 + rng.nextInt(last - i);
            if (!swapped[j]) {
                return j;
            }
        }
        int free = 0;
        int chosen = -1;
        for (int j = i + 1; j <= last; j++) {
            if (!swapped[j] && rng.nextInt(++free) == 0) {
                chosen = j;
            }
        }
        return chosen;
    }
}
