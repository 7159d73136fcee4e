package org.semblance.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.semblance.random.Rng;

/**
 * The distribution of one column given others, as boosted trees that answer one question after another.
 *
 * <p>The target's codes are grouped into classes in order, and the classes into a binary tree of about equal mass. At
 * every node a boosted classifier says how likely the right half is; the nodes of the top {@value #OWN} levels have
 * classifiers of their own, those of a deeper level share one that knows the node as a predictor. Trees stop growing
 * when held-out rows no longer gain. Draw: level by level, by systematic Bernoulli draws over rows sorted by their
 * probability, then a donor code of the class.
 *
 * <p>Shapes: n rows, p predictors, K classes. Cost: fit O(log K rounds depth n p), draw O(log K rounds depth rows).
 * Holds counts of codes, no rows: it copies least, and blurs what lies inside a class.
 */
public final class ColumnBoost implements ColumnModel {
    /**
     * How it is grown.
     *
     * @param classes how many classes numbers are grouped into
     * @param rounds the most trees of a classifier
     */
    public record Settings(int classes, int rounds, int depth, double eta) {}

    static final int OWN = 2;
    private static final int MOST_LABELS = 255;
    private static final double HELD_OUT = 0.12;
    private static final int PATIENCE = 6;
    private static final int FEW_ROWS = 300;

    /** One question: rows in classes from .. to-1 go right where their class is at least middle. */
    record Node(int from, int middle, int to) {}

    /** A classifier of some nodes of one level; the node's position among them is its last predictor. */
    record Question(int level, int firstNode, int nodes, Ensemble trees) {}

    private final int target;
    private final int[] predictors;
    private final Node[][] levels;
    private final List<Question> questions;
    private final int[] classStart;
    private final int[] donors;

    ColumnBoost(
            int target, int[] predictors, Node[][] levels, List<Question> questions, int[] classStart, int[] donors) {
        this.target = target;
        this.predictors = predictors;
        this.levels = levels;
        this.questions = questions;
        this.classStart = classStart;
        this.donors = donors;
    }

    /** Learns column {@code target} from the columns {@code predictors} of real rows. */
    public static ColumnBoost fit(
            Frame frame, CodeBook[] books, int target, int[] predictors, Settings settings, Rng rng) {
        int[] fine = frame.fine(target);
        Classes classes = Classes.of(fine, books[target], settings.classes(), MOST_LABELS);
        int n = frame.rows();
        int[] mass = new int[classes.count()];
        for (byte c : classes.of()) {
            mass[c & 0xFF]++;
        }
        int[] start = new int[classes.count() + 1];
        for (int c = 0; c < mass.length; c++) {
            start[c + 1] = start[c] + mass[c];
        }
        int[] donors = new int[n];
        int[] next = start.clone();
        for (int i = 0; i < n; i++) {
            donors[next[classes.of()[i] & 0xFF]++] = fine[i];
        }
        for (int c = 0; c < mass.length; c++) {
            Arrays.sort(donors, start[c], start[c + 1]);
        }
        Node[][] levels = levels(mass);
        Inputs inputs = Inputs.of(frame, books, predictors);
        List<Question> questions = new ArrayList<>();
        for (int level = 0; level < levels.length; level++) {
            int together = level < OWN ? 1 : levels[level].length;
            for (int first = 0; first < levels[level].length; first += together) {
                questions.add(ask(inputs, classes, levels[level], level, first, together, settings, rng));
            }
        }
        return new ColumnBoost(target, predictors, levels, questions, start, donors);
    }

    private static Question ask(
            Inputs inputs,
            Classes classes,
            Node[] nodes,
            int level,
            int first,
            int together,
            Settings settings,
            Rng rng) {
        int n = classes.of().length;
        int[] nodeOf = new int[classes.count()];
        Arrays.fill(nodeOf, -1);
        for (int k = first; k < first + together; k++) {
            Arrays.fill(nodeOf, nodes[k].from, nodes[k].to, k);
        }
        int[] rows = new int[n];
        float[] right = new float[n];
        short[] place = new short[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int c = classes.of()[i] & 0xFF;
            if (nodeOf[c] >= 0) {
                rows[count++] = i;
                right[i] = c >= nodes[nodeOf[c]].middle ? 1 : 0;
                place[i] = (short) (nodeOf[c] - first + 1);
            }
        }
        rows = Arrays.copyOf(rows, count);
        rng.child(level).child(first).shuffle(rows);
        int held = count < FEW_ROWS ? 0 : (int) (count * HELD_OUT);
        int[] valid = Arrays.copyOf(rows, held);
        int[] train = Arrays.copyOfRange(rows, held, count);
        Arrays.sort(train);
        int rounds = held == 0 ? Math.min(10, settings.rounds()) : settings.rounds();
        Boosting.Settings boosting =
                new Boosting.Settings(rounds, settings.depth(), settings.eta(), 1, 0, 5, held == 0 ? 0 : PATIENCE);
        Boosting.Fit fit =
                Boosting.fit(Boosting.Task.logistic(inputs.with(place, together), right), train, valid, boosting);
        return new Question(level, first, together, fit.trees());
    }

    /** Halves of about equal mass, level by level, until every class is alone. */
    private static Node[][] levels(int[] mass) {
        List<Node[]> levels = new ArrayList<>();
        List<int[]> ranges = List.of(new int[] {0, mass.length});
        while (true) {
            List<Node> nodes = new ArrayList<>();
            List<int[]> below = new ArrayList<>();
            for (int[] range : ranges) {
                if (range[1] - range[0] < 2) {
                    continue;
                }
                int middle = middle(mass, range[0], range[1]);
                nodes.add(new Node(range[0], middle, range[1]));
                below.add(new int[] {range[0], middle});
                below.add(new int[] {middle, range[1]});
            }
            if (nodes.isEmpty()) {
                return levels.toArray(new Node[0][]);
            }
            levels.add(nodes.toArray(new Node[0]));
            ranges = below;
        }
    }

    private static int middle(int[] mass, int from, int to) {
        long total = 0;
        for (int c = from; c < to; c++) {
            total += mass[c];
        }
        long held = mass[from];
        int middle = from + 1;
        while (middle < to - 1 && held + mass[middle] / 2 < total / 2) {
            held += mass[middle++];
        }
        return middle;
    }

    @Override
    public int target() {
        return target;
    }

    @Override
    public int leaves() {
        int leaves = 0;
        for (Question question : questions) {
            for (int feature : question.trees.feature()) {
                leaves += feature < 0 ? 1 : 0;
            }
        }
        return leaves;
    }

    @Override
    public Map<String, Object> arrays() {
        return ColumnBoostArrays.of(target, predictors, levels, questions, classStart, donors);
    }

    @Override
    public void draw(Frame frame, CodeBook[] books, Rng rng) {
        int n = frame.rows();
        int[] from = new int[n];
        int[] to = new int[n];
        Arrays.fill(to, classStart.length - 1);
        Inputs inputs = Inputs.of(frame, books, predictors);
        for (Question question : questions) {
            answer(question, inputs, from, to, rng);
        }
        int[][] byClass = grouped(from, classStart.length - 1);
        for (int c = 0; c < byClass.length; c++) {
            donors(frame, books[target], byClass[c], c, rng);
        }
    }

    /** Sends the rows of a question's nodes left or right. */
    private void answer(Question question, Inputs inputs, int[] from, int[] to, Rng rng) {
        Node[] nodes = levels[question.level];
        int[] nodeOf = new int[classStart.length];
        Arrays.fill(nodeOf, -1);
        for (int k = question.firstNode; k < question.firstNode + question.nodes; k++) {
            nodeOf[nodes[k].from] = k;
        }
        int n = from.length;
        short[] place = new short[n];
        int[] rows = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int k = nodeOf[from[i]];
            if (k >= 0 && nodes[k].to == to[i]) {
                place[i] = (short) (k - question.firstNode + 1);
                rows[count++] = i;
            }
        }
        rows = Arrays.copyOf(rows, count);
        float[] margin = question.trees.margins(inputs.with(place, question.nodes), rows);
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = (long) place[rows[i]] << 52 | (long) ordered(margin[i]) << 20 | rng.nextInt(1 << 20);
        }
        int[] order = sortedOrder(sorted);
        double sum = rng.nextDouble();
        for (int i : order) {
            int row = rows[i];
            Node node = nodes[question.firstNode + place[row] - 1];
            double before = Math.floor(sum);
            sum += Loss.probability(margin[i]);
            if (Math.floor(sum) > before) {
                from[row] = node.middle;
            } else {
                to[row] = node.middle;
            }
        }
    }

    /** A float as a whole number of 32 bits in the same order. */
    private static long ordered(float value) {
        int bits = Float.floatToIntBits(value);
        return (bits < 0 ? ~bits : bits | 0x80000000) & 0xFFFFFFFFL;
    }

    private static int[] sortedOrder(long[] keys) {
        Integer[] order = new Integer[keys.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byKey = Long.compare(keys[a], keys[b]);
            return byKey != 0 ? byKey : Integer.compare(a, b);
        });
        int[] out = new int[keys.length];
        Arrays.setAll(out, i -> order[i]);
        return out;
    }

    private static int[][] grouped(int[] classOf, int classes) {
        int[] sizes = new int[classes];
        for (int c : classOf) {
            sizes[c]++;
        }
        int[][] rows = new int[classes][];
        for (int c = 0; c < classes; c++) {
            rows[c] = new int[sizes[c]];
            sizes[c] = 0;
        }
        for (int i = 0; i < classOf.length; i++) {
            rows[classOf[i]][sizes[classOf[i]]++] = i;
        }
        return rows;
    }

    /** Systematic draws of the donor codes of a class. */
    private void donors(Frame frame, CodeBook book, int[] rows, int c, Rng rng) {
        int first = classStart[c];
        int last = classStart[c + 1];
        if (rows.length == 0) {
            return;
        }
        rng.shuffle(rows);
        double step = (last - first) / (double) rows.length;
        double position = rng.nextDouble() * step;
        for (int row : rows) {
            frame.put(target, row, donors[first + (int) Math.min(position, last - first - 1)], book, rng);
            position += step;
        }
    }

    /** How many codes a predictor has, that of missing values included. */
    static int codes(CodeBook book) {
        return book.numeric() ? book.coarseCount() : Math.min(book.size(), MOST_LABELS) + 1;
    }

    /** Predictor codes as boosting reads them, with room for one more. */
    private record Inputs(short[][] codes, int[] sizes, boolean[] labels, int rows) {
        static Inputs of(Frame frame, CodeBook[] books, int[] predictors) {
            int p = predictors.length;
            int n = frame.rows();
            short[][] codes = new short[p + 1][];
            int[] sizes = new int[p + 1];
            boolean[] labels = new boolean[p + 1];
            for (int k = 0; k < p; k++) {
                CodeBook book = books[predictors[k]];
                short[] out = new short[n];
                if (book.numeric()) {
                    byte[] in = frame.coarse(predictors[k]);
                    int missing = book.coarseCount() - 1;
                    for (int i = 0; i < n; i++) {
                        int code = in[i] & 0xFF;
                        out[i] = (short) (code == missing ? 0 : code + 1);
                    }
                } else {
                    int[] in = frame.fine(predictors[k]);
                    for (int i = 0; i < n; i++) {
                        out[i] = (short) (in[i] == book.size() ? 0 : Math.min(in[i], MOST_LABELS - 1) + 1);
                    }
                    labels[k] = true;
                }
                codes[k] = out;
                sizes[k] = ColumnBoost.codes(book);
            }
            return new Inputs(codes, sizes, labels, n);
        }

        Binned with(short[] place, int places) {
            short[][] all = codes.clone();
            int[] allSizes = sizes.clone();
            all[all.length - 1] = place;
            allSizes[all.length - 1] = places + 1;
            return new Binned(all, allSizes, labels, rows);
        }
    }
}
