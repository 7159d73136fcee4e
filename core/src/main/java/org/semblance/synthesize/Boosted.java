package org.semblance.synthesize;

import java.util.Locale;
import org.semblance.model.Model;
import org.semblance.model.Stored;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import org.semblance.trees.ColumnBoost;
import org.semblance.trees.TreeChain;

/**
 * Sequential boosted trees: each column is drawn by boosted classifiers that ask in which half of its codes the value
 * lies, level by level ({@link ColumnBoost}), given the columns before it.
 *
 * <p>Shapes: n rows x p columns. Cost: 10 to 50 times that of {@link Trees}. Copies least and keeps smooth dependence
 * where columns are many; blurs what lies inside one of its classes of a number. Classifiers as in Chen and Guestrin
 * (2016), doi:10.1145/2939672.2939785.
 */
public final class Boosted implements Synthesizer {
    /** What can be set. */
    public record Options(
            @Option(
                    value = "Which columns come first",
                    choices = {"fewest", "strongest", "numbers", "table"})
            String order,

            @Option(value = "How many classes numbers are grouped into", min = 2, max = 250)
            int classes,

            @Option(value = "Most trees of one classifier", min = 1, max = 10_000)
            int rounds,

            @Option(value = "Most questions on the way to a leaf", min = 1, max = 20)
            int depth,

            @Option(value = "What share of its step a tree makes", min = 0.001, max = 1)
            double eta,

            @Option(
                    value = "Most columns that a column is learnt from; the most informative are taken",
                    min = 1,
                    max = 10_000)
            int predictors,

            @Option(value = "How often a number must occur to be kept as it is", min = 1, max = 1e6)
            int common) {
        ColumnBoost.Settings settings() {
            return new ColumnBoost.Settings(classes, rounds, depth, eta);
        }
    }

    static final Options DEFAULTS = new Options("strongest", 64, 120, 5, 0.15, 60, 5);

    public static final Plugin<Synthesizer> PLUGIN = Plugin.of(
            "boosted",
            "Each column from boosted trees on the columns before it: copies least, many times slower than trees.",
            DEFAULTS,
            Boosted::new);

    private final Options options;

    public Boosted(Options options) {
        this.options = options;
    }

    @Override
    public Model fit(Table real, Run run) {
        TreeChain.Order order = TreeChain.Order.valueOf(options.order().toUpperCase(Locale.ROOT));
        return new TreePlan(order, TreePlan.NO_TREES, options, options.predictors(), options.common())
                .fit(real, run.child("boosted"));
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
