package org.semblance.conditional;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.trees.LeafTree;

/**
 * A classification or regression tree: the value of one of the observed rows in the row's leaf. As mice's {@code cart}
 * (rpart); improper. Keeps the values that occur, relations of any shape, zeros and bounds; cannot go beyond what is
 * observed. A row is never its own donor, unless {@code self} is set. No observed value: as {@code sample}; no
 * predictors, or a target that does not vary: one leaf.
 *
 * <p>Predictors with labels are split as they are, not by 0/1 columns, however many labels they have. Up to 1,024
 * different numbers are split exactly as by rpart, of more neighbours share a code. Cost: rows x predictors x depth.
 * Source: Burgette and Reiter (2010), Multiple imputation for missing data via sequential regression trees,
 * doi:10.1093/aje/kwq260; Breiman, Friedman, Olshen and Stone (1984).
 */
public final class TreeDonors implements Conditional {
    /** The options, with mice's defaults. */
    public record Options(
            @Option(
                    value = "Fewest rows of a leaf; a node of less than three times as many is not split",
                    min = 1,
                    max = 1e9)
            int minBucket,

            @Option(
                    value = "Splits that lower the risk of the whole tree by a smaller share are taken back",
                    min = 0,
                    max = 1)
            double cp,

            @Option(
                    "Whether the risk of labels is how many differ from their leaf's commonest, as in rpart, not their impurity")
            boolean byError,

            @Option("Whether a row may be its own donor, as in mice")
            boolean self,

            @Option(
                    value = Smoothed.DOC,
                    choices = {Smoothed.NONE, Smoothed.SPLINE, Smoothed.MEAN, Smoothed.DENSITY})
            String smoothing) {}

    private static final int DEPTH = 30;

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "cart",
            "A tree: the value of an observed row in the same leaf.",
            new Options(5, 1e-4, true, false, Smoothed.NONE),
            TreeDonors::new);

    private final Options options;

    TreeDonors(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        LeafTree.Rules rules =
                new LeafTree.Rules(3 * options.minBucket, options.minBucket, options.cp, DEPTH, 0, options.byError);
        return Smoothed.of(options.smoothing, TreeFit.tree(given, rules, options.self, run), given);
    }
}
