package org.semblance.trees;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * One classification tree over predictor codes of one byte, stored as flat arrays.
 *
 * <p>Grown greedily by the Gini gain over the classes of the target. Large nodes are searched by histograms (the larger
 * child's is its parent's less the smaller child's), small ones by counting sort with O(1) updates of both sides'
 * sums of squares. Nodes above {@value #SEARCH_ROWS} rows are searched on a random part of that size.
 *
 * <p>A split must gain more than chance would: under no dependence the gain of a split is a mean of about
 * {@code G = 1 - sum p^2} times a chi-squared over its degrees of freedom; {@code pruning} is how many standard
 * deviations above that mean is asked for.
 *
 * <p>Shapes: predictors p arrays of n bytes; target n bytes. Cost O(n p depth); memory O(n + p bins classes depth).
 * Source: Breiman, Friedman, Olshen and Stone (1984), Classification and Regression Trees, chapter 2.
 */
public final class Cart {
    private static final int HISTOGRAM_ROWS = 3000;
    private static final int SEARCH_ROWS = 60_000;
    private static final int DEPTH = 100;

    /**
     * What a tree is grown on.
     *
     * @param predictors [p][n] codes as unsigned bytes
     * @param bins [p] how many codes each predictor has
     * @param target [n] class of each row as an unsigned byte
     * @param classes how many classes there are
     * @param alike fewest rows of a leaf whose rows are all of one class, where that is one value: knowing it is
     *     knowing a rule, not a row; 0 where a class is a range of values
     */
    public record Data(byte[][] predictors, int[] bins, byte[] target, int classes, int alike) {}

    /** Which split of a node: predictor and the last code that goes left. */
    private record Split(int predictor, int code, double gain) {}

    private static final Split NONE = new Split(-1, 0, 0);

    private final int[] predictor;
    private final int[] code;
    private final int[] left;
    private final int leaves;

    private Cart(int[] predictor, int[] code, int[] left, int leaves) {
        this.predictor = predictor;
        this.code = code;
        this.left = left;
        this.leaves = leaves;
    }

    /** The tree as it was stored: see {@link #predictors()}, {@link #codes()} and {@link #children()}. */
    public static Cart restore(int[] predictor, int[] code, int[] left) {
        int nodes = predictor.length;
        if (nodes == 0 || code.length != nodes || left.length != nodes) {
            throw new IllegalArgumentException("the arrays of the tree do not fit together");
        }
        int leaves = (nodes + 1) / 2;
        for (int i = 0; i < nodes; i++) {
            if (predictor[i] >= 0 && (left[i] <= i || left[i] >= nodes - 1)) {
                throw new IllegalArgumentException("node " + i + " has no children");
            }
            if (predictor[i] < 0 && (code[i] < 0 || code[i] >= leaves)) {
                throw new IllegalArgumentException("node " + i + " is no leaf");
            }
        }
        return new Cart(predictor, code, left, leaves);
    }

    public int leaves() {
        return leaves;
    }

    /** The predictor each node splits on; -1 for a leaf. */
    public int[] predictors() {
        return predictor.clone();
    }

    /** The last code that goes left; for a leaf, its number. */
    public int[] codes() {
        return code.clone();
    }

    /** Each node's left child; the right one follows it. */
    public int[] children() {
        return left.clone();
    }

    /** The leaf that row {@code row} of the predictors falls into. */
    public int leaf(byte[][] predictors, int row) {
        int node = 0;
        while (predictor[node] >= 0) {
            node = (predictors[predictor[node]][row] & 0xFF) <= code[node] ? left[node] : left[node] + 1;
        }
        return code[node];
    }

    /** A tree together with its training rows by leaf: rows of leaf l are {@code rows[start[l] .. start[l + 1] - 1]}. */
    public record Grown(Cart tree, int[] rows, int[] start) {}

    /**
     * Grows a tree.
     *
     * @param minLeaf fewest rows of a leaf
     * @param pruning standard deviations above chance that a split must gain; 0 keeps every gain
     */
    public static Grown grow(Data data, int minLeaf, double pruning, Rng rng) {
        return new Grower(data, minLeaf, pruning, rng).grow();
    }

    /** The work of growing one tree. */
    private static final class Grower {
        private final Data data;
        private final int minLeaf;
        private final double pruning;
        private final Rng rng;
        private final int classes;
        private final int alike;
        private final int smallest;
        private final int[] offset;
        private final int histogramSize;
        private final int[] rows;
        private final int[] spare;
        private final int[] searched;
        private final int[] sortedCounts = new int[257];
        private final byte[] sortedTarget = new byte[HISTOGRAM_ROWS];
        private final int[] leftCounts;
        private final int[] rightCounts;

        private int[] predictor = new int[64];
        private int[] code = new int[64];
        private int[] left = new int[64];
        private int[] start = new int[64];
        private int nodes;
        private int leaves;

        Grower(Data data, int minLeaf, double pruning, Rng rng) {
            this.data = data;
            this.minLeaf = minLeaf;
            this.pruning = pruning;
            this.rng = rng;
            classes = data.classes();
            alike = data.alike();
            smallest = alike > 0 ? Math.min(alike, minLeaf) : minLeaf;
            int p = data.predictors().length;
            offset = new int[p + 1];
            for (int f = 0; f < p; f++) {
                offset[f + 1] = offset[f] + data.bins()[f] * classes;
            }
            histogramSize = offset[p];
            int n = data.target().length;
            rows = new int[n];
            Arrays.setAll(rows, i -> i);
            spare = new int[n];
            searched = new int[Math.min(n, SEARCH_ROWS)];
            leftCounts = new int[classes];
            rightCounts = new int[classes];
        }

        Grown grow() {
            add();
            split(0, 0, rows.length, null, 0);
            start = Arrays.copyOf(start, leaves + 1);
            start[leaves] = rows.length;
            Cart tree = new Cart(
                    Arrays.copyOf(predictor, nodes), Arrays.copyOf(code, nodes), Arrays.copyOf(left, nodes), leaves);
            return new Grown(tree, rows, start);
        }

        private int add() {
            if (nodes == predictor.length) {
                predictor = Arrays.copyOf(predictor, nodes * 2);
                code = Arrays.copyOf(code, nodes * 2);
                left = Arrays.copyOf(left, nodes * 2);
            }
            return nodes++;
        }

        /** Splits the rows from .. to-1 of a node as far as it pays; the histogram, where given, is the node's own. */
        private void split(int node, int from, int to, int @Nullable [] histogram, int depth) {
            int m = to - from;
            Split best = NONE;
            int[] own = histogram;
            if (m >= minLeaf + smallest && depth < DEPTH && data.predictors().length > 0) {
                if (m > SEARCH_ROWS) {
                    Run.checkCancelled();
                    own = null;
                    best = searchPart(from, to);
                } else if (m >= HISTOGRAM_ROWS) {
                    own = own == null ? histogram(rows, from, to) : own;
                    best = searchHistogram(own, m, minLeaf);
                } else {
                    own = null;
                    best = searchSorted(from, to);
                }
            }
            if (best.predictor < 0) {
                predictor[node] = -1;
                code[node] = leaves;
                if (leaves + 1 >= start.length) {
                    start = Arrays.copyOf(start, start.length * 2);
                }
                start[leaves++] = from;
                return;
            }
            int middle = partition(from, to, best);
            predictor[node] = best.predictor;
            code[node] = best.code;
            int child = add();
            add();
            left[node] = child;
            int[] leftHistogram = null;
            int[] rightHistogram = null;
            boolean leftIsSmall = middle - from <= to - middle;
            int large = Math.max(middle - from, to - middle);
            if (own != null && large >= HISTOGRAM_ROWS) {
                int[] small = leftIsSmall ? histogram(rows, from, middle) : histogram(rows, middle, to);
                for (int i = 0; i < histogramSize; i++) {
                    own[i] -= small[i];
                }
                leftHistogram = leftIsSmall ? small : own;
                rightHistogram = leftIsSmall ? own : small;
            }
            split(child, from, middle, leftHistogram, depth + 1);
            split(child + 1, middle, to, rightHistogram, depth + 1);
        }

        /** Stable, so that rows stay in ascending order and memory is walked forwards. */
        private int partition(int from, int to, Split split) {
            byte[] codes = data.predictors()[split.predictor];
            int l = from;
            int r = 0;
            for (int i = from; i < to; i++) {
                int row = rows[i];
                if ((codes[row] & 0xFF) <= split.code) {
                    rows[l++] = row;
                } else {
                    spare[r++] = row;
                }
            }
            System.arraycopy(spare, 0, rows, l, r);
            return l;
        }

        private int[] histogram(int[] of, int from, int to) {
            int[] histogram = new int[histogramSize];
            byte[] target = data.target();
            for (int f = 0; f < offset.length - 1; f++) {
                byte[] codes = data.predictors()[f];
                int base = offset[f];
                for (int i = from; i < to; i++) {
                    int row = of[i];
                    histogram[base + (codes[row] & 0xFF) * classes + (target[row] & 0xFF)]++;
                }
            }
            return histogram;
        }

        private Split searchPart(int from, int to) {
            double stride = (to - from) / (double) searched.length;
            double at = rng.nextDouble() * stride;
            for (int i = 0; i < searched.length; i++) {
                searched[i] = rows[from + (int) (at + i * stride)];
            }
            int least = Math.max(1, (int) (minLeaf / stride));
            Split found = searchHistogram(histogram(searched, 0, searched.length), searched.length, least);
            if (found.predictor < 0) {
                return NONE;
            }
            int size = 0;
            byte[] codes = data.predictors()[found.predictor];
            for (int i = from; i < to; i++) {
                size += (codes[rows[i]] & 0xFF) <= found.code ? 1 : 0;
            }
            return size >= minLeaf && to - from - size >= minLeaf ? found : NONE;
        }

        private Split searchHistogram(int[] histogram, int m, int least) {
            long[] total = new long[classes];
            for (int k = 0; k < data.bins()[0]; k++) {
                for (int t = 0; t < classes; t++) {
                    total[t] += histogram[k * classes + t];
                }
            }
            double squares = 0;
            for (long count : total) {
                squares += (double) count * count;
            }
            double base = squares / m;
            double best = base + threshold(total, m);
            Split found = NONE;
            long[] leftOnes = new long[classes];
            for (int f = 0; f < offset.length - 1; f++) {
                Arrays.fill(leftOnes, 0);
                long size = 0;
                double leftSquares = 0;
                double rightSquares = squares;
                int at = offset[f];
                for (int k = 0; k < data.bins()[f] - 1; k++) {
                    long before = size;
                    for (int t = 0; t < classes; t++, at++) {
                        long c = histogram[at];
                        if (c > 0) {
                            long l = leftOnes[t];
                            long r = total[t] - l;
                            leftSquares += c * (2 * l + c);
                            rightSquares -= c * (2 * r - c);
                            leftOnes[t] = l + c;
                            size += c;
                        }
                    }
                    if (size == before || !fits(size, leftSquares, least)) {
                        continue;
                    }
                    if (m - size < Math.min(least, smallest)) {
                        break;
                    }
                    if (!fits(m - size, rightSquares, least)) {
                        continue;
                    }
                    double score = leftSquares / size + rightSquares / (m - size);
                    if (score > best) {
                        best = score;
                        found = new Split(f, k, score - base);
                    }
                }
            }
            return found;
        }

        private Split searchSorted(int from, int to) {
            int m = to - from;
            byte[] target = data.target();
            long[] total = new long[classes];
            for (int i = from; i < to; i++) {
                total[target[rows[i]] & 0xFF]++;
            }
            double squares = 0;
            for (long count : total) {
                squares += (double) count * count;
            }
            double base = squares / m;
            double best = base + threshold(total, m);
            if (squares == (double) m * m) {
                return NONE;
            }
            Split found = NONE;
            for (int f = 0; f < offset.length - 1; f++) {
                if (!sort(data.predictors()[f], from, to)) {
                    continue;
                }
                for (int t = 0; t < classes; t++) {
                    leftCounts[t] = 0;
                    rightCounts[t] = (int) total[t];
                }
                int leftSquares = 0;
                int rightSquares = (int) squares;
                int at = 0;
                for (int k = 0; k < data.bins()[f] - 1; k++) {
                    int end = sortedCounts[k];
                    if (end == at) {
                        continue;
                    }
                    for (; at < end; at++) {
                        int t = sortedTarget[at] & 0xFF;
                        leftSquares += 2 * leftCounts[t]++ + 1;
                        rightSquares -= 2 * rightCounts[t]-- - 1;
                    }
                    if (!fits(at, leftSquares, minLeaf)) {
                        continue;
                    }
                    if (m - at < smallest) {
                        break;
                    }
                    if (!fits(m - at, rightSquares, minLeaf)) {
                        continue;
                    }
                    double score = leftSquares / (double) at + rightSquares / (double) (m - at);
                    if (score > best) {
                        best = score;
                        found = new Split(f, k, score - base);
                    }
                }
            }
            return found;
        }

        /** Counting sort of the targets by a predictor's code; false where all codes are equal. */
        private boolean sort(byte[] codes, int from, int to) {
            byte[] target = data.target();
            Arrays.fill(sortedCounts, 0);
            int first = codes[rows[from]] & 0xFF;
            boolean varies = false;
            for (int i = from; i < to; i++) {
                int k = codes[rows[i]] & 0xFF;
                varies |= k != first;
                sortedCounts[k + 1]++;
            }
            if (!varies) {
                return false;
            }
            for (int k = 1; k <= 256; k++) {
                sortedCounts[k] += sortedCounts[k - 1];
            }
            for (int i = from; i < to; i++) {
                int row = rows[i];
                sortedTarget[sortedCounts[codes[row] & 0xFF]++] = target[row];
            }
            return true;
        }

        /** Whether a side may be a leaf: enough rows, or fewer that are all alike. */
        private boolean fits(long size, double squares, int least) {
            return size >= least || (alike > 0 && size >= alike && squares == (double) size * size);
        }

        /** The gain that chance alone would hardly reach. */
        private double threshold(long[] total, int m) {
            double sum = 0;
            double sumSquares = 0;
            for (long count : total) {
                double p = count / (double) m;
                double v = p * (1 - p);
                sum += v;
                sumSquares += v * v;
            }
            if (pruning <= 0 || sumSquares == 0) {
                return 1e-9 * Math.max(1, sum);
            }
            double freedom = Math.max(1, sum * sum / sumSquares - 1);
            return sum * (1 + pruning * Math.sqrt(2 / freedom));
        }
    }
}
