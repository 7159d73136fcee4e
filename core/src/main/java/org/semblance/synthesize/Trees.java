package org.semblance.synthesize;

import org.semblance.model.Model;
import org.semblance.model.Stored;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import org.semblance.trees.ColumnTree;

/**
 * Sequential trees: each column is drawn from the leaves of a classification tree on the columns before it.
 *
 * <p>Fit: (1) every column is put into codes ({@link org.semblance.trees.CodeBook}); (2) order of columns, leaf size,
 * pruning and engine are chosen on an internal split ({@link TreeChoice}) where they are not set; (3) a tree per column,
 * columns in parallel. Sample: column by column for 65,536 rows at a time, donors of a leaf drawn systematically.
 *
 * <p>Shapes: n rows x p columns. Cost: fit O(n p^2 depth), sample O(rows p depth); memory O(n p) to fit, about 4 n p
 * bytes for the model. Keeps marginals nearly exactly, interactions, zeros and caps, sums of columns. Loses: what leaves
 * of the chosen size cannot resolve. Source: Reiter (2005), J. Off. Stat. 21(3), 441-462, with the differences that
 * {@link ColumnTree} names.
 */
public final class Trees implements Synthesizer {
    private static final int SMALLEST_LEAF = 10;

    /** What can be set; "auto", 0 and -1 leave the choice to the internal split. */
    public record Options(
            @Option(
                    value = "Which columns come first; auto tries the others on an internal split",
                    choices = {"auto", "fewest", "strongest", "numbers", "table"})
            String order,

            @Option(
                    value = "Fewest real rows of a leaf, 10 or more, since small leaves copy; 0 chooses",
                    min = 0,
                    max = 1e6)
            int minLeaf,

            @Option(value = "Standard deviations above chance that a split must gain; -1 chooses", min = -1, max = 100)
            double pruning,

            @Option("Whether leaves may hold a line through other numbers")
            boolean lines,

            @Option(
                    value = "What draws a column: trees, boosted trees, or the better on an internal split",
                    choices = {"auto", "trees", "boosted"})
            String engine,

            @Option(
                    value = "Most columns that a tree is grown on; the most informative are taken",
                    min = 1,
                    max = 10_000)
            int predictors,

            @Option(value = "How often a number must occur to be kept as it is", min = 1, max = 1e6)
            int common) {
        public Options {
            if (minLeaf > 0 && minLeaf < SMALLEST_LEAF) {
                throw ProblemException.usage(Problem.of("min-leaf is " + minLeaf + ", but leaves of fewer than "
                                + SMALLEST_LEAF + " rows copy real rows.")
                        .fix("Set 10 or more, or 0 to have it chosen."));
            }
        }
    }

    static final Options DEFAULTS = new Options("auto", 0, -1, true, "auto", 60, 5);

    public static final Plugin<Synthesizer> PLUGIN = Plugin.of(
            "trees",
            "Each column from trees on the columns before it: fast, keeps almost everything, tunes itself on an internal split.",
            DEFAULTS,
            Trees::new);

    private final Options options;

    public Trees(Options options) {
        this.options = options;
    }

    @Override
    public Model fit(Table real, Run run) {
        return TreePlan.choose(options, real, run.child("choose")).fit(real, run.child("trees"));
    }

    @Override
    public boolean keepsOrders() {
        return true;
    }

    @Override
    public Model load(Stored stored, Schema schema) {
        return TreeModel.load(stored, schema);
    }
}
