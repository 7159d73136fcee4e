package org.semblance.conditional;

import java.util.function.Supplier;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.trees.LeafTree;

/**
 * A random forest: the value of one of the observed rows that share a leaf with the row in any of the trees. As mice's
 * {@code rf} (with ranger); each tree on rows drawn with replacement, a few predictors tried at each node, donors all
 * observed rows of the leaves. A row is never its own donor, unless {@code self} is set. No observed value: as
 * {@code sample}. Cost: trees x rows x tried predictors x depth, trees in parallel. Source: Doove, van Buuren and
 * Dusseldorp (2014), doi:10.1016/j.csda.2013.10.025.
 */
public final class ForestDonors implements Conditional {
    /** The options, with mice's and ranger's defaults. */
    public record Options(
            @Option(value = "How many trees", min = 1, max = 10_000)
            int trees,

            @Option(
                    value = "How many predictors are tried at a node; 0 for the root of their number",
                    min = 0,
                    max = 1e6)
            int tried,

            @Option(
                    value = "Nodes of at most so many rows are not split; 0 for 5 of numbers and 1 of labels",
                    min = 0,
                    max = 1e9)
            int nodeSize,

            @Option("Whether a row may be its own donor, as in mice")
            boolean self,

            @Option(
                    value = Smoothed.DOC,
                    choices = {Smoothed.NONE, Smoothed.SPLINE, Smoothed.MEAN, Smoothed.DENSITY})
            String smoothing) {}

    private static final int DEPTH = 100;

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "rf",
            "A random forest: the value of an observed row that shares a leaf.",
            new Options(10, 0, 0, false, Smoothed.NONE),
            ForestDonors::new);

    /** All predictors tried at each node. */
    public static final Plugin<Conditional> BAG = Plugin.of(
            "bag",
            "Bagged trees: the value of an observed row that shares a leaf.",
            new Options(10, 1_000_000, 5, false, Smoothed.NONE),
            ForestDonors::new);

    /** As many trees as ranger grows. */
    public static final Plugin<Conditional> RANGER = Plugin.of(
            "ranger",
            "A random forest of 500 trees: the value of an observed row that shares a leaf.",
            new Options(500, 0, 0, false, Smoothed.NONE),
            ForestDonors::new);

    private final Options options;

    ForestDonors(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        return grown(given, () -> LeafTree.Rows.ALL, run);
    }

    /** Grows only the branches that the rows come to. */
    @Override
    public Column once(Given given, Run run, Predictors x, Rng rng) {
        return grown(given, () -> new LeafDrawer.Cells(x), run).draw(x, rng);
    }

    private Drawer grown(Given given, Supplier<LeafTree.Rows> wanted, Run run) {
        int p = given.x().table().width();
        int tried = options.tried > 0 ? options.tried : Math.max(1, (int) Math.sqrt(p));
        int size = options.nodeSize > 0 ? options.nodeSize : given.y() instanceof NumberColumn ? 5 : 1;
        LeafTree.Rules rules = new LeafTree.Rules(size + 1, 1, 0, DEPTH, tried, false);
        return Smoothed.of(
                options.smoothing, TreeFit.forest(given, rules, options.trees, options.self, wanted, run), given);
    }
}
