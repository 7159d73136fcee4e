package org.semblance.evaluate.alike;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.Predictors;
import org.semblance.table.Table;
import org.semblance.trees.Binned;
import org.semblance.trees.Boosting;
import org.semblance.trees.Ensemble;

/**
 * Propensity scores by one classification tree, grown and pruned as rpart does: the share of synthetic rows in a row's
 * leaf.
 *
 * <p>Gini's gain of two classes is the gain of squares of a tree on 0 and 1, so the tree is a single boosted one of
 * full step; labels are split in the best of all ways (Fisher 1958). It is grown to the end and then pruned (Breiman,
 * Friedman, Olshen and Stone 1984, section 3.3): a tree that stops where no single question gains would not see lost
 * dependences, of which no column alone knows.
 */
final class PropensityTree implements Propensity.Model {
    /** As rpart's. */
    private static final int DEPTH = 30;

    /** rpart asks a node for three times the rows of a leaf before it looks for a question. */
    private static final int SPLITTABLE = 3;

    private final Table real;
    private final Binned x;
    private final int[] rows;
    private final Propensity.Options options;

    PropensityTree(Taken taken, Propensity.Options options) {
        this.options = options;
        real = taken.real();
        x = Predictors.of(
                taken.real(),
                taken.synthetic(),
                IntStream.range(0, real.width()).toArray());
        rows = IntStream.range(0, x.rows()).toArray();
    }

    @Override
    public Propensity.Fitted fit(boolean[] synthetic) {
        float[] y = new float[rows.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = synthetic[i] ? 1 : 0;
        }
        Boosting.Settings settings = new Boosting.Settings(1, DEPTH, 1, 0, 0, options.leaf(), 0);
        Ensemble tree =
                Boosting.fit(Boosting.Task.squared(x, y), rows, settings).trees();
        int[] leaves = tree.leaves(0, x, rows);
        int[][] counts = counts(tree, leaves, synthetic);
        boolean[] asks = pruned(tree, counts);
        double[] shares = new double[asks.length];
        double[] gains = new double[x.features()];
        shares[0] = share(counts, 0);
        for (int node = 0; node < asks.length; node++) {
            int feature = tree.feature()[node];
            int left = tree.left()[node];
            if (feature >= 0) {
                shares[left] = asks[node] ? share(counts, left) : shares[node];
                shares[left + 1] = asks[node] ? share(counts, left + 1) : shares[node];
            }
            if (asks[node]) {
                gains[feature] += squares(counts, node) - squares(counts, left) - squares(counts, left + 1);
            }
        }
        double[] scores = new double[rows.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = shares[leaves[i]];
        }
        Map<String, Double> telling = new LinkedHashMap<>();
        for (int f = 0; f < gains.length; f++) {
            telling.put(real.schema().field(f).name(), gains[f]);
        }
        return new Propensity.Fitted(scores, telling, 0);
    }

    /** How many real and how many synthetic rows come to each node. */
    private static int[][] counts(Ensemble tree, int[] leaves, boolean[] synthetic) {
        int nodes = tree.feature().length;
        int[][] counts = new int[2][nodes];
        for (int i = 0; i < leaves.length; i++) {
            counts[synthetic[i] ? 1 : 0][leaves[i]]++;
        }
        // Children come after their parent.
        for (int node = nodes - 1; node >= 0; node--) {
            for (int t = 0; t < 2 && tree.feature()[node] >= 0; t++) {
                counts[t][node] = counts[t][tree.left()[node]] + counts[t][tree.left()[node] + 1];
            }
        }
        return counts;
    }

    /** Which nodes still ask: the smallest tree that minimises wrong answers plus {@code cp} of the root's per leaf. */
    private boolean[] pruned(Ensemble tree, int[][] counts) {
        int nodes = tree.feature().length;
        double price = options.cp() * wrong(counts, 0);
        double[] cost = new double[nodes];
        boolean[] asks = new boolean[nodes];
        for (int node = nodes - 1; node >= 0; node--) {
            cost[node] = wrong(counts, node) + price;
            int left = tree.left()[node];
            if (tree.feature()[node] >= 0
                    && counts[0][node] + counts[1][node] >= SPLITTABLE * options.leaf()
                    && cost[left] + cost[left + 1] < cost[node]) {
                asks[node] = true;
                cost[node] = cost[left] + cost[left + 1];
            }
        }
        // A node below one that no longer asks is not reached.
        boolean[] reached = new boolean[nodes];
        reached[0] = true;
        for (int node = 0; node < nodes; node++) {
            asks[node] &= reached[node];
            if (tree.feature()[node] >= 0) {
                reached[tree.left()[node]] = asks[node];
                reached[tree.left()[node] + 1] = asks[node];
            }
        }
        return asks;
    }

    private static int wrong(int[][] counts, int node) {
        return Math.min(counts[0][node], counts[1][node]);
    }

    private static double share(int[][] counts, int node) {
        return counts[1][node] / (double) (counts[0][node] + counts[1][node]);
    }

    private static double squares(int[][] counts, int node) {
        return counts[0][node] * share(counts, node);
    }

    @Override
    public double expected(Propensity.Fitted fitted, double share) {
        return Double.NaN;
    }
}
