package org.semblance.conditional;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.trees.InferenceGrower;

/**
 * A tree of conditional inference: the value of one of the observed rows in the row's leaf. As synthpop's {@code ctree}
 * (party). A node is split while a test of independence says that some predictor tells of the target, so that the tree
 * stops by itself and does not favour predictors with many values. Keeps the values that occur, relations of any shape;
 * cannot go beyond what is observed, and leaves alone what its tests do not see. Improper. A row is never its own donor,
 * unless {@code self} is set. No observed value: as {@code sample}; no predictors, or a target that does not vary: one
 * leaf.
 *
 * <p>Predictors with labels are split as they are, however many labels they have. Cuts and tests of numbers are exact for
 * up to 1,024 different ones. Cost: rows x predictors x depth. Source: Hothorn, Hornik and Zeileis (2006), Unbiased
 * recursive partitioning, doi:10.1198/106186006X133933; Nowok, Raab and Dibben (2016), doi:10.18637/jss.v074.i11.
 */
public final class InferenceTree implements Conditional {
    /** The options, with synthpop's defaults. */
    public record Options(
            @Option(value = "Fewest rows of a leaf", min = 1, max = 1e9)
            int minBucket,

            @Option(value = "Fewest rows of a node that is split", min = 2, max = 1e9)
            int minSplit,

            @Option(
                    value = "A node is split where 1 - p, corrected for the number of predictors, is above this",
                    min = 0,
                    max = 1)
            double minCriterion,

            @Option("Whether a row may be its own donor") boolean self,

            @Option(
                    value = Smoothed.DOC,
                    choices = {Smoothed.NONE, Smoothed.SPLINE, Smoothed.MEAN, Smoothed.DENSITY})
            String smoothing) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "ctree",
            "A tree of conditional inference: the value of an observed row in the same leaf.",
            new Options(5, 20, .9, false, Smoothed.NONE),
            InferenceTree::new);

    private final Options options;

    InferenceTree(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        InferenceGrower.Rules rules = rules(options.minSplit, options.minBucket, options.minCriterion);
        return Smoothed.of(options.smoothing, TreeFit.inference(given, rules, options.self, run), given);
    }

    static InferenceGrower.Rules rules(int minSplit, int minBucket, double minCriterion) {
        return new InferenceGrower.Rules(minSplit, minBucket, minCriterion);
    }
}
