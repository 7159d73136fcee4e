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
    private final NodeTarget y;
    private final LeafTree.Rules rules;
    private final Rng rng;
    private final int[] rows;
    private final int[] spare;
    private final Runs runs;
    private final int[] drawn;

    private int[] predictor = new int[64];
    private double[] cut = new double[64];
    private int[] left = new int[64];
    private int[][] sets = new int[64][];
    private int[] end = new int[64];
    private int nodes;
    private double least;

    private LeafGrower(List<Feature> x, int[] rows, NodeTarget y, LeafTree.Rules rules, Rng rng) {
        this.x = x;
        this.y = y;
        this.rules = rules;
        this.rng = rng;
        this.rows = rows.clone();
        spare = new int[rows.length];
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
        add();
        y.begin(rows, 0, rows.length);
        least = rules.cp() * y.risk();
        int[] active = new int[x.size()];
        Arrays.setAll(active, f -> f);
        split(0, 0, rows.length, active, 0);
        return new Flat().grown();
    }

    private int add() {
        if (nodes == predictor.length) {
            int room = 2 * nodes;
            predictor = Arrays.copyOf(predictor, room);
            cut = Arrays.copyOf(cut, room);
            left = Arrays.copyOf(left, room);
            sets = Arrays.copyOf(sets, room);
            end = Arrays.copyOf(end, room);
        }
        predictor[nodes] = -1;
        return nodes++;
    }

    /** What is below a node costs, and how many splits are there. */
    private record Below(double risk, int splits) {}

    private Below split(int node, int from, int to, int[] active, int depth) {
        y.begin(rows, from, to);
        double risk = y.risk();
        end[node] = to;
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
        int middle = part(node, from, to);
        int child = add();
        add();
        predictor[node] = best;
        left[node] = child;
        Below one = split(child, from, middle, varying, depth + 1);
        Below other = split(child + 1, middle, to, varying, depth + 1);
        Below both = new Below(one.risk + other.risk, one.splits + other.splits + 1);
        if (rules.cp() > 0 && risk - both.risk <= least * both.splits) {
            predictor[node] = -1;
            return alone;
        }
        return both;
    }

    private int best;
    private double bestCut;
    private int lastLeft;
    private int[] bestSet = new int[0];

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
            runs.of(feature, rows, from, to);
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
                take(feature);
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

    private void take(Feature feature) {
        if (!feature.labels()) {
            lastLeft = runs.code[y.after];
            bestCut = feature.between(lastLeft, runs.code[y.after + 1]);
            return;
        }
        int words = (feature.size() + 32) >>> 5;
        bestSet = new int[words + 1];
        bestSet[0] = words;
        int goes = 0;
        for (int j = 0; j <= y.after; j++) {
            int run = y.order[j];
            int bit = runs.code[run] + 1;
            bestSet[1 + (bit >>> 5)] |= 1 << bit;
            goes += runs.start[run + 1] - runs.start[run];
        }
        if (2 * goes <= runs.start[runs.count]) {
            return;
        }
        // Labels that are not in the node go where most rows go.
        int[] here = new int[words];
        for (int run = 0; run < runs.count; run++) {
            int bit = runs.code[run] + 1;
            here[bit >>> 5] |= 1 << bit;
        }
        for (int w = 0; w < words; w++) {
            bestSet[1 + w] |= ~here[w];
        }
    }

    /** Stable; returns where the right side begins. */
    private int part(int node, int from, int to) {
        Feature feature = x.get(best);
        int[] codes = feature.codes();
        cut[node] = bestCut;
        int[] set = feature.labels() ? bestSet : new int[0];
        sets[node] = set;
        int l = from;
        int r = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            int bit = codes[row] + 1;
            boolean goes = set.length == 0 ? codes[row] <= lastLeft : (set[1 + (bit >>> 5)] >>> bit & 1) != 0;
            if (goes) {
                rows[l++] = row;
            } else {
                spare[r++] = row;
            }
        }
        System.arraycopy(spare, 0, rows, l, r);
        return l;
    }

    /** The nodes that were kept, numbered anew. */
    private final class Flat {
        private final int[] asked = new int[nodes];
        private final double[] cuts = new double[nodes];
        private final int[] children = new int[nodes];
        private final int[] set = new int[nodes];
        private int[] words = new int[16];
        private int[] start = new int[nodes + 1];
        private int used;
        private int length;
        private int leaves;

        LeafTree.Grown grown() {
            used = 1;
            copy(0, 0);
            start = Arrays.copyOf(start, leaves + 1);
            for (int l = 0; l < leaves; l++) {
                Arrays.sort(rows, start[l], start[l + 1]);
            }
            return new LeafTree.Grown(
                    new LeafTree(
                            Arrays.copyOf(asked, used),
                            Arrays.copyOf(cuts, used),
                            Arrays.copyOf(children, used),
                            Arrays.copyOf(set, used),
                            Arrays.copyOf(words, length)),
                    rows,
                    start);
        }

        private void copy(int from, int to) {
            asked[to] = predictor[from];
            set[to] = -1;
            if (predictor[from] < 0) {
                children[to] = leaves;
                start[++leaves] = end[from];
                return;
            }
            cuts[to] = cut[from];
            if (sets[from].length > 0) {
                set[to] = length;
                while (length + sets[from].length > words.length) {
                    words = Arrays.copyOf(words, 2 * words.length);
                }
                System.arraycopy(sets[from], 0, words, length, sets[from].length);
                length += sets[from].length;
            }
            children[to] = used;
            used += 2;
            int child = children[to];
            copy(left[from], child);
            copy(left[from] + 1, child + 1);
        }
    }
}
