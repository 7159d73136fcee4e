package org.semblance.synthesize;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;
import org.semblance.table.Table;
import org.semblance.trees.Associations;
import org.semblance.trees.ColumnBoost;
import org.semblance.trees.ColumnTree;
import org.semblance.trees.Frame;
import org.semblance.trees.TreeChain;

/**
 * How a chain of trees is grown.
 *
 * @param order in which columns are visited
 * @param trees how trees are grown; where {@code boosted} is there, only that of the first column
 * @param boosted how boosted trees are grown, or null for plain trees
 * @param predictors most predictors of a column
 * @param common how often a number must occur to be kept as it is
 */
record TreePlan(
        TreeChain.Order order,
        ColumnTree.Settings trees,
        Boosted.@Nullable Options boosted,
        int predictors,
        int common) {
    /** For a column without predictors. */
    static final ColumnTree.Settings NO_TREES = new ColumnTree.Settings(1, 0, false);

    static TreePlan choose(Trees.Options options, Table real, Run run) {
        return new TreeChoice(options, real, run).plan();
    }

    TreePlan order(TreeChain.Order other) {
        return new TreePlan(other, trees, boosted, predictors, common);
    }

    TreePlan leaf(int minLeaf, double pruning) {
        return new TreePlan(
                order, new ColumnTree.Settings(minLeaf, pruning, trees.lines()), boosted, predictors, common);
    }

    TreePlan boost() {
        return new TreePlan(order, trees, Boosted.DEFAULTS, predictors, common);
    }

    TreeModel fit(Table real, Run run) {
        TreeCoding coding = TreeCoding.of(real, common, run);
        return fit(coding, coding.frame(real), run);
    }

    private TreeModel fit(TreeCoding coding, Frame frame, Run run) {
        Associations associations = Associations.of(frame, coding.books(), run);
        int[] visit = order.of(coding.books(), associations);
        TreeChain.Learner learner = boosted == null
                ? (f, books, target, from, rng) -> ColumnTree.fit(f, books, target, from, trees, rng)
                : (f, books, target, from, rng) -> from.length == 0
                        ? ColumnTree.fit(f, books, target, from, NO_TREES, rng)
                        : ColumnBoost.fit(f, books, target, from, boosted.settings(), rng);
        TreeChain chain = TreeChain.fit(frame, coding.books(), visit, associations, predictors, learner, run);
        return new TreeModel(coding, chain, words());
    }

    /** The plan in words, for provenance and progress. */
    String words() {
        String first = order.name().toLowerCase(Locale.ROOT) + " first";
        if (boosted != null) {
            return first + ", boosted trees";
        }
        return first + ", leaves of " + trees.minLeaf() + " rows or more"
                + (trees.pruning() > 0 ? ", splits " + trees.pruning() + " deviations above chance" : "")
                + (trees.lines() ? ", lines in leaves" : "");
    }
}
