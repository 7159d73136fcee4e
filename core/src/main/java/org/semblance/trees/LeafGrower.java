package org.semblance.trees;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;

/**
 * Grows a {@link LeafTree} greedily by the largest fall of impurity, and takes back what does not pay.
 *
 * <p>Cost: rows x predictors x depth. Source: Breiman, Friedman, Olshen and Stone (1984), Classification and Regression
 * Trees, chapters 2, 3 and 8; Therneau and Atkinson (1997), An introduction to recursive partitioning using the rpart
 * routines.
 */
public final class LeafGrower {
    /**
     * What a tree is grown on.
     *
     * @param x predictors of all rows
     * @param rows which of them there are, ascending
     * @param weights of all rows, how often each counts: one of weight 0 has no say, but comes down to its leaf; empty
     *     where each counts once
     */
    public record Grounds(List<Feature> x, int[] rows, int[] weights) {
        private int weight(int row) {
            return weights.length == 0 ? 1 : weights[row];
        }

        /** The rows, those before others that count; returns how many do. */
        private int countingFirst(int[] out) {
            int first = 0;
            for (int row : rows) {
                out[first] = row;
                first += weight(row) > 0 ? 1 : 0;
            }
            int others = first;
            for (int row : rows) {
                if (weight(row) == 0) {
                    out[others++] = row;
                }
            }
            return first;
        }

        /** What all rows weigh. */
        private int weight() {
            int sum = 0;
            for (int row : rows) {
                sum += weight(row);
            }
            return sum;
        }
    }

    private final List<Feature> whole;
    private final RiskTarget wholeY;
    /** The features, target and rows that are looked at: all, or those of the branch that is grown. */
    private List<Feature> x;

    private RiskTarget y;
    private int[] rows;
    private final LeafTree.Rules rules;
    private final GrowingTree tree;
    /** How many rows come first, because they count. */
    private final int counting;

    private final int[] drawn;
    private final int[] places;
    /** The rows that want a leaf; no one else's branches are grown. */
    private final LeafTree.Rows wanted;

    private final int[] wanting;
    private final int[] spare;
    private final boolean all;

    private double least;

    private LeafGrower(Grounds on, RiskTarget y, LeafTree.Rules rules, LeafTree.Rows wanted) {
        whole = on.x;
        wholeY = y;
        x = whole;
        this.y = y;
        this.rules = rules;
        this.wanted = wanted;
        all = wanted == LeafTree.Rows.ALL;
        wanting = new int[wanted.count()];
        Arrays.setAll(wanting, i -> i);
        spare = new int[wanting.length];
        int[] ordered = new int[on.rows.length];
        counting = on.countingFirst(ordered);
        tree = new GrowingTree(ordered);
        rows = tree.rows;
        drawn = new int[x.size()];
        Arrays.setAll(drawn, f -> f);
        places = new int[Math.min(drawn.length, Math.max(0, rules.tried()))];
    }

    /**
     * A tree for numbers.
     *
     * @param values of all rows
     * @param wanted rows for which the tree must be right; branches that none of them comes to are cut short, so only
     *     trees from which nothing is taken back can be asked for some
     * @param rng for the predictors that are tried at a node
     */
    public static LeafTree.Grown numbers(
            Grounds on, double[] values, LeafTree.Rules rules, LeafTree.Rows wanted, Rng rng) {
        double sum = 0;
        for (int row : on.rows) {
            sum += on.weight(row) * values[row];
        }
        int weight = on.weight();
        double mean = sum / Math.max(1, weight);
        double[] centred = new double[values.length];
        for (int i = 0; i < centred.length; i++) {
            centred[i] = values[i] - mean;
        }
        RiskTarget y = new NumberTarget(centred, on.weights, on.rows.length, weight);
        return new LeafGrower(on, y, rules, wanted).grow(rng);
    }

    /**
     * A tree for labels; as for numbers.
     *
     * @param of the class of every row
     */
    public static LeafTree.Grown labels(Grounds on, Classes of, LeafTree.Rules rules, LeafTree.Rows wanted, Rng rng) {
        RiskTarget y;
        if (of.count <= 2) {
            double[] values = new double[of.of.length];
            Arrays.setAll(values, i -> of.of[i]);
            y = new TwoClassTarget(values, on.weights, on.rows.length, on.weight(), rules.byError());
        } else {
            y = new ClassTarget(of.of, of.count, rules.byError(), on.weights, on.rows.length);
        }
        return new LeafGrower(on, y, rules, wanted).grow(rng);
    }

    /** The class of every row: 0 .. count-1. */
    public record Classes(int[] of, int count) {}

    private LeafTree.Grown grow(Rng rng) {
        if (rules.cp() > 0 && !all) {
            throw new IllegalArgumentException("a tree from which splits are taken back must be grown for all rows");
        }
        y.begin(tree.rows, 0, counting);
        least = rules.cp() * y.risk();
        int[] active = new int[x.size()];
        Arrays.setAll(active, f -> f);
        split(new Node(0, 0, counting, tree.rows.length, 0), new Asked(0, wanting.length, rng), active);
        return tree.grown();
    }

    /** Rows from .. to-1, of which those before {@code counting} have a say. */
    private record Node(int id, int from, int counting, int to, int depth) {}

    /** Which rows want the node, and its own randomness, whichever other nodes are grown. */
    private record Asked(int from, int to, Rng rng) {
        /** @param draws whether anything is drawn at nodes */
        Asked left(int middle, boolean draws) {
            return new Asked(from, middle, draws ? rng.child(0) : rng);
        }

        Asked right(int middle, boolean draws) {
            return new Asked(middle, to, draws ? rng.child(1) : rng);
        }
    }

    /** What is below a node costs, and how many splits are there. */
    private record Below(double risk, int splits) {
        static final Below NOTHING = new Below(0, 0);
    }

    private Below split(Node node, Asked asked, int[] active) {
        tree.leaf(node.id, node.counting, node.to);
        if (!all && asked.from == asked.to) {
            return Below.NOTHING;
        }
        y.begin(rows, node.from, node.counting);
        double risk = y.risk();
        Below alone = new Below(risk, 0);
        if (y.total < Math.max(rules.minSplit(), 2 * rules.minLeaf())
                || node.depth >= rules.depth()
                || y.pure()
                || risk <= least) {
            return alone;
        }
        if (few(node)) {
            return inside(node, asked, active);
        }
        int[] varying = search(node, active, asked.rng);
        if (best < 0) {
            return alone;
        }
        if (!x.get(best).labels()) {
            parting = Parting.between(x.get(best), last, next);
        }
        tree.ask(node.id, best, parting);
        int middle = tree.part(rows, x.get(best), parting, node.from, node.counting, node.to);
        int counted = tree.counted;
        int after = middle + node.counting - node.from - counted;
        // Children of so few rows are leaves, unless rows weigh more than one.
        if (x != whole && (y.weights.length > 0 || Math.max(counted, after - middle) >= rules.minSplit())) {
            branch().part(rows, node.from, counted, middle, after, varying);
        }
        int wants = all ? 0 : part(asked.from, asked.to);
        int child = tree.left(node.id);
        boolean draws = rules.tried() > 0;
        Below one = split(
                new Node(child, node.from, node.from + counted, middle, node.depth + 1),
                asked.left(wants, draws),
                varying);
        Below other =
                split(new Node(child + 1, middle, after, node.to, node.depth + 1), asked.right(wants, draws), varying);
        Below both = new Below(one.risk + other.risk, one.splits + other.splits + 1);
        if (rules.cp() > 0 && risk - both.risk <= least * both.splits) {
            tree.leaf(node.id, node.counting, node.to);
            return alone;
        }
        return both;
    }

    private @Nullable SmallBranch branch;
    private @Nullable RiskTarget branchY;
    private int[] branchRows = new int[0];

    private boolean draws() {
        return rules.tried() > 0 && rules.tried() < whole.size();
    }

    /** Whether a node is better grown with its rows copied together: where all features are looked at in every node. */
    private boolean few(Node node) {
        int m = node.counting - node.from;
        return x == whole && m <= SmallBranch.MOST && m >= SmallBranch.LEAST && !draws();
    }

    private SmallBranch branch() {
        SmallBranch made = branch;
        if (made == null) {
            made = new SmallBranch(whole);
            branch = made;
        }
        return made;
    }

    /** Grows below a node with its rows copied together. */
    private Below inside(Node node, Asked asked, int[] active) {
        SmallBranch small = branch();
        RiskTarget own = branchY;
        if (own == null || own.weight.length < node.to - node.from) {
            own = wholeY.few(Math.max(SmallBranch.MOST, node.to - node.from));
            branchY = own;
        }
        if (branchRows.length == 0) {
            branchRows = new int[tree.rows.length];
        }
        small.enter(tree.rows, node.from, node.counting, node.to, active, branchRows);
        own.take(wholeY, small.held());
        x = small.x;
        y = own;
        rows = branchRows;
        Below below = split(node, asked, active);
        x = whole;
        y = wholeY;
        rows = tree.rows;
        small.leave(rows, branchRows);
        return below;
    }

    private int best;
    private Parting parting = Parting.NONE;
    /** Of numbers: the codes that the best question parts. */
    private int last;

    private int next;

    /** Finds the best question; returns the predictors that vary in the node. */
    private int[] search(Node node, int[] active, Rng rng) {
        best = -1;
        most = 0;
        if (draws()) {
            for (int i = 0; i < places.length; i++) {
                places[i] = i + rng.nextInt(drawn.length - i);
                swap(i, places[i]);
                varies(drawn[i], node);
            }
            // Back, so that what is drawn in a node does not depend on the nodes before it.
            for (int i = places.length - 1; i >= 0; i--) {
                swap(i, places[i]);
            }
            return active;
        }
        int[] varying = new int[active.length];
        int kept = 0;
        for (int f : active) {
            if (varies(f, node)) {
                varying[kept++] = f;
            }
        }
        return Arrays.copyOf(varying, kept);
    }

    private double most;

    /** Whether a feature varies in a node; keeps it where it is the best so far. */
    private boolean varies(int f, Node node) {
        Feature feature = x.get(f);
        boolean varies = x == whole
                ? y.search(feature, rows, node.from, node.counting, rules.minLeaf())
                : branch().search(y, f, rows, node.from, node.counting, rules.minLeaf());
        if (!varies) {
            return false;
        }
        if (y.after >= 0 && y.gain > most) {
            most = y.gain;
            best = f;
            if (feature.labels()) {
                parting = Parting.of(feature, y.runs, y, 0);
            } else {
                last = y.after;
                next = y.next;
            }
        }
        return true;
    }

    private void swap(int i, int j) {
        int held = drawn[j];
        drawn[j] = drawn[i];
        drawn[i] = held;
    }

    /** Parts the rows that want a leaf; returns where those begin that go right. */
    private int part(int from, int to) {
        int l = from;
        int r = 0;
        for (int i = from; i < to; i++) {
            LeafTree.Row row = wanted.at(wanting[i]);
            boolean goes = parting.set().length == 0
                    ? row.number(best) <= parting.cut()
                    : LeafTree.in(parting.set(), 0, row.label(best));
            if (goes) {
                wanting[l++] = wanting[i];
            } else {
                spare[r++] = wanting[i];
            }
        }
        System.arraycopy(spare, 0, wanting, l, r);
        return l;
    }
}
