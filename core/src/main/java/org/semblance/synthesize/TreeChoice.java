package org.semblance.synthesize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.alike.Detection;
import org.semblance.evaluate.alike.PairTrends;
import org.semblance.evaluate.privacy.DcrShare;
import org.semblance.evaluate.useful.Usefulness;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Table;
import org.semblance.trees.ColumnTree;
import org.semblance.trees.TreeChain;

/**
 * Chooses how trees are grown on an internal split: one half is learnt from, the other shows what fresh rows would be.
 *
 * <p>The loss of a plan is how far boosted detection is from a coin, plus the error of pair trends, plus what a model
 * trained on synthetic rows loses in predicting the table's likely target, plus a penalty for
 * each point by which synthetic rows lie nearer to what was learnt from than fresh rows would, above {@value #ALLOWED}.
 * First the order is chosen, then leaf size and pruning, then the engine. Tables of fewer than {@value #FEWEST} rows or
 * more than {@value #WIDEST} columns are not split: they get what was best on average. Which candidates and why:
 * docs/decisions/005-what-trees-choose.md.
 */
final class TreeChoice {
    static final int FEWEST = 400;
    static final int WIDEST = 150;
    private static final int MOST = 16_000;
    private static final double ALLOWED = 0.02;
    private static final double COPY_PENALTY = 2;

    /** Systematic draws alone push detection below a coin; that it is copying shows in the nearest records. */
    private static final double BELOW_A_COIN = 0.2;

    private static final double BOOSTED_WORK = 1.5e6;
    private static final int SMALL = 4000;
    private static final int[] LEAVES = {50, 100};
    private static final double PRUNING = 2;
    private static final double BOOSTED_MARGIN = 0.03;

    private static final Metric DETECTION =
            Detection.PLUGIN.make(Map.of("rows", MOST / 2, "folds", 2, "rounds", 50, "depth", 6));
    private static final Metric TRENDS = PairTrends.PLUGIN.make(Map.of("most-pairs", 1000));
    private static final Metric USE =
            Usefulness.PLUGIN.make(Map.of("rows", MOST / 2, "learners", List.of("boosted"), "own", false));
    private static final Metric COPYING = DcrShare.PLUGIN.make(Map.of("rows", 4000));

    private final Trees.Options options;
    private final Table real;
    private final Run run;

    /** A plan and what it lost. */
    private record Tried(TreePlan plan, double loss, boolean exact) {}

    TreeChoice(Trees.Options options, Table real, Run run) {
        this.options = options;
        this.real = real;
        this.run = run;
    }

    TreePlan plan() {
        TreePlan start = start();
        List<TreeChain.Order> orders = options.order().equals("auto")
                ? List.of(TreeChain.Order.STRONGEST, TreeChain.Order.FEWEST, TreeChain.Order.NUMBERS)
                : List.of(start.order());
        List<double[]> leaves = leaves(start);
        boolean engines = options.engine().equals("auto");
        if (real.rows() < FEWEST || real.width() > WIDEST || real.width() < 2) {
            return start;
        }
        if (orders.size() == 1 && leaves.isEmpty() && !engines) {
            return start;
        }
        int[] rows = new int[real.rows()];
        Arrays.setAll(rows, i -> i);
        run.rng().child("split").shuffle(rows);
        int half = Math.min(rows.length, MOST) / 2;
        Table learnt = real.take(Arrays.copyOf(rows, half));
        Table fresh = real.take(Arrays.copyOfRange(rows, half, 2 * half));
        boolean boost = engines && half * (double) real.width() * real.width() <= BOOSTED_WORK;
        int trials = orders.size() + leaves.size() + (boost ? 1 : 0);
        try (Progress.Stage stage = run.progress().begin("choose", trials, "plans")) {
            Tried best = null;
            for (TreeChain.Order order : orders) {
                best = better(best, start.order(order), learnt, fresh, stage);
            }
            TreePlan ordered = best == null ? start : best.plan;
            for (double[] leaf : leaves) {
                best = better(best, ordered.leaf((int) leaf[0], leaf[1]), learnt, fresh, stage);
            }
            if (boost && best != null && !best.exact) {
                best = better(best, ordered.boost(), learnt, fresh, stage);
            }
            return best == null ? start : best.plan;
        }
    }

    /** What is set, and what was best on average where nothing is. */
    private TreePlan start() {
        TreeChain.Order order = options.order().equals("auto")
                ? TreeChain.Order.STRONGEST
                : TreeChain.Order.valueOf(options.order().toUpperCase(Locale.ROOT));
        int leaf = options.minLeaf() > 0 ? options.minLeaf() : LEAVES[real.rows() < SMALL ? 0 : 1];
        double pruning = options.pruning() >= 0 ? options.pruning() : 0;
        ColumnTree.Settings trees = new ColumnTree.Settings(leaf, pruning, options.lines());
        return new TreePlan(
                order,
                trees,
                options.engine().equals("boosted") ? Boosted.DEFAULTS : null,
                options.predictors(),
                options.common());
    }

    /** Leaf sizes and prunings to try beside those of the start. */
    private List<double[]> leaves(TreePlan start) {
        List<double[]> out = new ArrayList<>();
        if (options.engine().equals("boosted")) {
            return out;
        }
        ColumnTree.Settings trees = start.trees();
        if (options.minLeaf() == 0) {
            out.add(new double[] {LEAVES[trees.minLeaf() == LEAVES[0] ? 1 : 0], trees.pruning()});
        }
        if (options.pruning() < 0) {
            out.add(new double[] {trees.minLeaf(), PRUNING});
        }
        return out;
    }

    private Tried better(@Nullable Tried best, TreePlan plan, Table learnt, Table fresh, Progress.Stage stage) {
        Run silent = run.silent();
        TreeModel model = plan.fit(learnt, silent.child("fit"));
        Table synthetic = model.sample(learnt.rows(), silent.child("sample")).toTable(silent);
        Comparison comparison = new Comparison(learnt, synthetic, fresh);
        double above = DETECTION.measure(comparison, silent.child("detection")).value() - 0.5;
        double detection = Math.max(above, -BELOW_A_COIN * above);
        double trends = 1 - TRENDS.measure(comparison, silent.child("trends")).value();
        double nearer =
                COPYING.measure(comparison, silent.child("copying")).parts().getOrDefault("ties half", 0.5);
        double useful = USE.measure(comparison, silent.child("use")).parts().getOrDefault("difference", 0.0);
        double loss = nan(detection)
                + nan(trends)
                + Math.max(0, -nan(useful))
                + COPY_PENALTY * Math.max(0, nan(nearer) - 0.5 - ALLOWED);
        stage.add(1);
        double margin = plan.boosted() == null ? 0 : BOOSTED_MARGIN;
        return best == null || loss + margin < best.loss ? new Tried(plan, loss, model.exact()) : best;
    }

    private static double nan(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
