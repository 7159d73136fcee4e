package org.semblance.trees;

import java.util.Arrays;
import java.util.List;
import org.semblance.random.Rng;

/**
 * Grows a {@link LeafTree} greedily by the largest fall of impurity, and takes back what does not pay.
 *
 * <p>Cost: rows x predictors x depth. Source: Breiman, Friedman, Olshen and Stone (1984), Classification and Regression
 * Trees, chapters 2, 3 and 8; Therneau and Atkinson (1997), An introduction to recursive partitioning using the rpart
 * routines.
 */
public final class LeafGrower {
    private final List<Feature> x;
    private final RiskTarget y;
    private final LeafTree.Rules rules;
    private final Rng rng;
    private final Runs runs;
    private final int[] drawn;
    private final GrowingTree tree;
    private double least;

    private LeafGrower(List<Feature> x, int[] rows, RiskTarget y, LeafTree.Rules rules, Rng rng) {
        this.x = x;
        this.y = y;
        this.rules = rules;
        this.rng = rng;
        tree = new GrowingTree(rows);
        runs = new Runs(rows.length);
        drawn = new int[x.size()];
        Arrays.setAll(drawn, f -> f);
    }

    /**
     * A tree for numbers.
     *
     * @param rows which rows it is grown on; a row may come several times
     * @param values of all rows
     */
    public static LeafTree.Grown numbers(List<Feature> x, int[] rows, double[] values, LeafTree.Rules rules, Rng rng) {
        double mean =
                Arrays.stream(rows).mapToDouble(row -> values[row]).average().orElse(0);
        double[] centred = new double[values.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = values[i] - mean;
        }
        return new LeafGrower(x, rows, new NumberTarget(centred), rules, rng).grow();
    }

    /**
     * A tree for labels.
     *
     * @param of the class of every row
     */
    public static LeafTree.Grown labels(
            List<Feature> x, int[] rows, int[] of, int classes, LeafTree.Rules rules, Rng rng) {
        return new LeafGrower(x, rows, new ClassTarget(of, classes, rules.byError()), rules, rng).grow();
    }

    private LeafTree.Grown grow() {
        int all = tree.rows.length;
        y.begin(tree.rows, 0, all);
        least = rules.cp() * y.risk();
        int[] active = new int[x.size()];
        Arrays.setAll(active, f -> f);
        split(0, 0, all, active, 0);
        return tree.grown();
    }

    /** What is below a node costs, and how many splits are there. */
    private record Below(double risk, int splits) {}

    private Below split(int node, int from, int to, int[] active, int depth) {
        y.begin(tree.rows, from, to);
        double risk = y.risk();
        tree.leaf(node, to);
        Below alone = new Below(risk, 0);
        if (to - from < Math.max(rules.minSplit(), 2 * rules.minLeaf())
                || depth >= rules.depth()
                || y.pure()
                || risk <= least) {
            return alone;
        }
        int[] varying = search(from, to, active);
        if (best < 0) {
            return alone;
        }
        int middle = tree.part(node, x.get(best), best, parting, from, to);
        int child = tree.left(node);
        Below one = split(child, from, middle, varying, depth + 1);
        Below other = split(child + 1, middle, to, varying, depth + 1);
        Below both = new Below(one.risk + other.risk, one.splits + other.splits + 1);
        if (rules.cp() > 0 && risk - both.risk <= least * both.splits) {
            tree.leaf(node, to);
            return alone;
        }
        return both;
    }

    private int best;
    private Parting parting = Parting.NONE;

    /** Finds the best question; returns the predictors that vary in the node. */
    private int[] search(int from, int to, int[] active) {
        best = -1;
        double most = 0;
        boolean all = rules.tried() <= 0 || rules.tried() >= x.size();
        int tries = all ? active.length : rules.tried();
        int[] varying = all ? new int[active.length] : active;
        int kept = 0;
        for (int i = 0; i < tries; i++) {
            int f = all ? active[i] : draw(i);
            Feature feature = x.get(f);
            runs.of(feature, tree.rows, from, to);
            if (runs.count < 2) {
                continue;
            }
            if (all) {
                varying[kept++] = f;
            }
            y.search(runs, feature.labels(), rules.minLeaf());
            if (y.after >= 0 && y.gain > most) {
                most = y.gain;
                best = f;
                parting = Parting.of(feature, runs, y, Double.NaN);
            }
        }
        return all ? Arrays.copyOf(varying, kept) : varying;
    }

    private int draw(int i) {
        int j = i + rng.nextInt(drawn.length - i);
        int held = drawn[j];
        drawn[j] = drawn[i];
        drawn[i] = held;
        return held;
    }
}
