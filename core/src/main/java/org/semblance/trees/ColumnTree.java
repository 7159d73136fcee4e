package org.semblance.trees;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;

/**
 * The distribution of one column given others, as a classification tree whose leaves hold donors.
 *
 * <p>Fit: (1) the target's codes are grouped into classes (about 20 of equal mass for numbers); (2) labels among the
 * predictors are ordered for this target ({@link LabelOrder}); (3) {@link Cart} is grown; (4) every leaf keeps the
 * sorted fine codes of its rows, or, where other numbers explain them, a {@link LeafLine} and the sorted residuals.
 * Draw: rows are sorted by leaf, and the donors of a leaf are drawn <em>systematically</em>: one random offset, equal
 * steps through the sorted donors, shuffled over the leaf's rows, so that sampling noise nearly vanishes.
 *
 * <p>Cost: fit O(n p depth), draw O(rows depth). Keeps interactions; blurs what a leaf cannot resolve. Source of the
 * leaf draw of donors: Reiter (2005), Using CART to generate partially synthetic public use microdata, J. Off. Stat.
 * 21(3), 441-462; systematic sampling: Madow (1949), doi:10.1214/aoms/1177729988.
 */
public final class ColumnTree implements ColumnModel {
    /**
     * How a column's tree is grown.
     *
     * @param lines whether leaves may hold lines
     * @param classes into how many classes numbers are grouped
     */
    public record Settings(int minLeaf, double pruning, boolean lines, int classes) {
        public Settings(int minLeaf, double pruning, boolean lines) {
            this(minLeaf, pruning, lines, NUMBER_CLASSES);
        }
    }

    private static final int NUMBER_CLASSES = 20;
    private static final int LABEL_CLASSES = 40;
    /** Cities of hundreds of countries: with 40 classes nearly all are one. See docs/decisions/013-echoes.md. */
    private static final int MANY_LABELS = 100;

    private static final int MANY_LABEL_CLASSES = 200;
    /** Small leaves are fine where all their rows have the one value that a rule gives. */
    private static final int ALIKE = 5;
    /** Below so many rows, and a share of rows to leaves of 1 in so many, each row is drawn by itself. */
    private static final int FEW = 32;

    private final int target;
    private final int[] predictors;
    private final byte[] @Nullable [] orders;
    private final Cart cart;
    private final int[] start;
    private final int[] donors;
    private final @Nullable LeafLine[] lines;
    private final int[] pool;

    ColumnTree(
            int target,
            int[] predictors,
            byte[] @Nullable [] orders,
            Cart cart,
            int[] start,
            int[] donors,
            @Nullable LeafLine[] lines) {
        this.target = target;
        this.predictors = predictors;
        this.orders = orders;
        this.cart = cart;
        this.start = start;
        this.donors = donors;
        this.lines = lines;
        pool = pool(start, donors, lines);
    }

    /** Learns column {@code target} from the columns {@code predictors} of real rows. */
    public static ColumnTree fit(
            Frame frame, CodeBook[] books, int target, int[] predictors, Settings settings, Rng rng) {
        int labels = books[target].size() > MANY_LABELS ? MANY_LABEL_CLASSES : LABEL_CLASSES;
        Classes classes = Classes.of(frame.fine(target), books[target], settings.classes(), labels);
        byte[] @Nullable [] orders = new byte[predictors.length][];
        byte[][] codes = new byte[predictors.length][];
        int[] bins = new int[predictors.length];
        for (int k = 0; k < predictors.length; k++) {
            CodeBook book = books[predictors[k]];
            if (book.numeric()) {
                codes[k] = frame.coarse(predictors[k]);
                bins[k] = book.coarseCount();
            } else {
                orders[k] = LabelOrder.of(frame.fine(predictors[k]), book.size(), classes.of(), classes.count());
                codes[k] = reorder(frame.fine(predictors[k]), orders[k], frame.rows());
                bins[k] = most(orders[k]) + 1;
            }
        }
        Cart.Grown grown = Cart.grow(
                new Cart.Data(codes, bins, classes.of(), classes.count(), classes.single() ? ALIKE : 0),
                settings.minLeaf(),
                settings.pruning(),
                rng);
        LeafLine[] lines = new @Nullable LeafLine[grown.tree().leaves()];
        int[] donors = new int[frame.rows()];
        for (int leaf = 0; leaf < lines.length; leaf++) {
            int from = grown.start()[leaf];
            int to = grown.start()[leaf + 1];
            for (int i = from; i < to; i++) {
                donors[i] = frame.fine(target)[grown.rows()[i]];
            }
            if (settings.lines() && books[target].numeric()) {
                lines[leaf] =
                        LeafLine.fit(frame, books, target, predictors, Arrays.copyOfRange(grown.rows(), from, to));
            }
            Arrays.sort(donors, from, to);
        }
        return new ColumnTree(target, predictors, orders, grown.tree(), grown.start(), donors, lines);
    }

    private static int most(byte[] codes) {
        int most = 0;
        for (byte code : codes) {
            most = Math.max(most, code & 0xFF);
        }
        return most;
    }

    private static byte[] reorder(int[] labels, byte[] order, int rows) {
        byte[] codes = new byte[rows];
        for (int i = 0; i < rows; i++) {
            codes[i] = order[labels[i]];
        }
        return codes;
    }

    @Override
    public int target() {
        return target;
    }

    /** The columns it is drawn given, in no order. */
    public int[] predictors() {
        return predictors.clone();
    }

    @Override
    public int leaves() {
        return cart.leaves();
    }

    /** The leaf that every row falls into. */
    public int[] leaf(Frame frame) {
        byte[][] codes = codes(frame);
        int[] leaf = new int[frame.rows()];
        for (int i = 0; i < leaf.length; i++) {
            leaf[i] = cart.leaf(codes, i);
        }
        return leaf;
    }

    /** Whether some leaves hold an exact line: the column is a sum, a difference or a unit of others. */
    public boolean exact() {
        for (LeafLine line : lines) {
            if (line != null && line.exact()) {
                return true;
            }
        }
        return false;
    }

    /** How many leaves hold a line instead of codes. */
    public int lineLeaves() {
        int count = 0;
        for (LeafLine line : lines) {
            count += line == null ? 0 : 1;
        }
        return count;
    }

    @Override
    public Map<String, Object> arrays() {
        return ColumnTreeArrays.of(target, predictors, orders, cart, start, donors, lines);
    }

    @Override
    public void draw(Frame frame, CodeBook[] books, Rng rng) {
        Draw draw = new Draw(frame, books[target], target, rng);
        draw.calibrate(byLeaf(frame, draw), pool);
    }

    /**
     * Draws the target of rows that together are not like the real ones, such as one step of some sequences: the rows of
     * a leaf together, but the column is not calibrated as a whole. Cheap for few rows, each of which is drawn by itself.
     */
    public void drawEach(Frame frame, CodeBook[] books, Rng rng) {
        int n = frame.rows();
        if (n >= FEW && n >= cart.leaves() / FEW) {
            drawTogether(frame, books, rng);
        } else {
            drawEach(frame, books, IntStream.range(0, n).toArray(), rng);
        }
    }

    /** As {@link #drawEach(Frame, CodeBook[], Rng)}, the rows of a leaf always together. */
    public void drawTogether(Frame frame, CodeBook[] books, Rng rng) {
        byLeaf(frame, new Draw(frame, books[target], target, rng));
    }

    /** Draws the target of some rows, each by itself. */
    public void drawEach(Frame frame, CodeBook[] books, int[] rows, Rng rng) {
        Draw draw = new Draw(frame, books[target], target, rng);
        byte[][] codes = codes(frame);
        int[] row = new int[1];
        for (int i : rows) {
            int l = cart.leaf(codes, i);
            row[0] = i;
            draw.leaf(row, 0, 1, donors, start[l], start[l + 1], lines[l]);
        }
    }

    private byte[][] codes(Frame frame) {
        byte[][] codes = new byte[predictors.length][];
        for (int k = 0; k < predictors.length; k++) {
            byte[] order = orders[k];
            codes[k] = order == null
                    ? frame.coarse(predictors[k])
                    : reorder(frame.fine(predictors[k]), order, frame.rows());
        }
        return codes;
    }

    /**
     * Draws the rows of each leaf together.
     *
     * @return the rows that lines were drawn for which are not exact
     */
    private int[] byLeaf(Frame frame, Draw draw) {
        int n = frame.rows();
        byte[][] codes = codes(frame);
        int[] leaf = new int[n];
        int[] at = new int[cart.leaves() + 1];
        for (int i = 0; i < n; i++) {
            leaf[i] = cart.leaf(codes, i);
            at[leaf[i] + 1]++;
        }
        for (int l = 0; l < cart.leaves(); l++) {
            at[l + 1] += at[l];
        }
        int[] rows = new int[n];
        int[] next = at.clone();
        for (int i = 0; i < n; i++) {
            rows[next[leaf[i]]++] = i;
        }
        int[] smooth = new int[n];
        int count = 0;
        for (int l = 0; l < cart.leaves(); l++) {
            if (at[l + 1] > at[l]) {
                int from = draw.leaf(rows, at[l], at[l + 1], donors, start[l], start[l + 1], lines[l]);
                LeafLine line = lines[l];
                if (line != null && !line.exact()) {
                    System.arraycopy(rows, from, smooth, count, at[l + 1] - from);
                    count += at[l + 1] - from;
                }
            }
        }
        return Arrays.copyOf(smooth, count);
    }

    /** The sorted codes of all donors that lines stand for, but for exact ones. */
    private static int[] pool(int[] start, int[] donors, @Nullable LeafLine[] lines) {
        int[] pool = new int[donors.length];
        int count = 0;
        for (int l = 0; l < lines.length; l++) {
            LeafLine line = lines[l];
            if (line == null || line.exact()) {
                continue;
            }
            int[] kept = line.keptCodes();
            int k = 0;
            for (int i = start[l]; i < start[l + 1]; i++) {
                if (k < kept.length && kept[k] == donors[i]) {
                    k++;
                } else {
                    pool[count++] = donors[i];
                }
            }
        }
        int[] out = Arrays.copyOf(pool, count);
        Arrays.sort(out);
        return out;
    }

    /** The drawing of one column of one frame. */
    private static final class Draw {
        private final Frame frame;
        private final CodeBook book;
        private final int target;
        private final Rng rng;

        Draw(Frame frame, CodeBook book, int target, Rng rng) {
            this.frame = frame;
            this.book = book;
            this.target = target;
            this.rng = rng;
        }

        /**
         * Systematic draws for the rows from .. to-1 from the donors first .. last-1.
         *
         * @return the first of the rows that a line was drawn for
         */
        int leaf(int[] rows, int from, int to, int[] donors, int first, int last, @Nullable LeafLine line) {
            int wanted = to - from;
            for (int i = to - 1; i > from; i--) {
                int j = from + rng.nextInt(i - from + 1);
                int held = rows[i];
                rows[i] = rows[j];
                rows[j] = held;
            }
            double step = (last - first) / (double) wanted;
            double position = rng.nextDouble() * step;
            int smooth = to;
            for (int i = from; i < to; i++, position += step) {
                int row = rows[i];
                smooth = line != null && position >= line.kept() ? Math.min(smooth, i) : smooth;
                if (line != null && position >= line.kept()) {
                    frame.put(target, row, line.value(frame, row, position, book), book);
                } else if (line != null) {
                    frame.put(target, row, line.keptCode((int) position), book, rng);
                } else {
                    frame.put(target, row, donors[first + (int) Math.min(position, last - first - 1)], book, rng);
                }
            }
            return smooth;
        }

        /** Moves what lines drew onto the codes that they stand for, in the same order, so that lines do not smooth. */
        void calibrate(int[] rows, int[] pool) {
            if (rows.length == 0 || pool.length == 0) {
                return;
            }
            double[] values = frame.values(target);
            int[] sorted = sortedBy(values, rows);
            double step = pool.length / (double) rows.length;
            double position = rng.nextDouble() * step;
            for (int row : sorted) {
                int code = pool[(int) Math.min(position, pool.length - 1)];
                if (values[row] < book.low(code) || values[row] > book.high(code)) {
                    frame.put(target, row, code, book, rng);
                } else {
                    frame.put(target, row, values[row], book);
                }
                position += step;
            }
        }

        private static int[] sortedBy(double[] values, int[] rows) {
            Integer[] order = new Integer[rows.length];
            Arrays.setAll(order, i -> rows[i]);
            Arrays.sort(order, (a, b) -> {
                int byValue = Double.compare(values[a], values[b]);
                return byValue != 0 ? byValue : Integer.compare(a, b);
            });
            int[] out = new int[rows.length];
            Arrays.setAll(out, i -> order[i]);
            return out;
        }
    }
}
