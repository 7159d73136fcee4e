package org.semblance.trees;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;

/**
 * A joint distribution as a chain of trees: each column given those before it in the visit order.
 *
 * <p>Shapes: p books and p trees, in visit order. Fit: columns in parallel, since each learns from real rows only. Draw:
 * columns in visit order, each for all rows of a frame at once.
 */
public final class TreeChain {
    /** In which order columns are visited. */
    public enum Order {
        /** Fewest different values first. */
        FEWEST,
        /** What tells most about the others first. */
        STRONGEST,
        /** Numbers before labels, strongest first among each. */
        NUMBERS,
        /** As in the table. */
        TABLE;

        public int[] of(CodeBook[] books, Associations associations) {
            Comparator<Integer> strongest = Comparator.comparingDouble(c -> -associations.total(c));
            Comparator<Integer> by = switch (this) {
                case FEWEST -> Comparator.comparingInt(c -> books[c].size());
                case STRONGEST -> strongest;
                case NUMBERS ->
                    Comparator.<Integer>comparingInt(c -> books[c].numeric() ? 0 : 1)
                            .thenComparing(strongest);
                case TABLE -> Comparator.comparingInt(c -> c);
            };
            return IntStream.range(0, books.length)
                    .boxed()
                    .sorted(by.thenComparing(c -> c))
                    .mapToInt(c -> c)
                    .toArray();
        }
    }

    private final CodeBook[] books;
    private final ColumnModel[] trees;
    private final OrderRules rules;

    public TreeChain(CodeBook[] books, ColumnModel[] trees, OrderRules rules) {
        this.books = books;
        this.trees = trees;
        this.rules = rules;
    }

    /** The orders between columns that every drawn row keeps. */
    public OrderRules rules() {
        return rules;
    }

    /** Learns one column from real rows. */
    public interface Learner {
        ColumnModel learn(Frame frame, CodeBook[] books, int target, int[] predictors, Rng rng);
    }

    /**
     * Learns a chain.
     *
     * @param order the columns in visit order
     * @param most how many predictors a column has at most: those that tell most about it
     */
    public static TreeChain fit(
            Frame frame, CodeBook[] books, int[] order, Associations associations, int most, Learner learner, Run run) {
        ColumnModel[] trees = new ColumnModel[order.length];
        try (Progress.Stage stage = run.progress().begin("fit", order.length, "columns")) {
            run.parallel(order.length, i -> {
                int at = order.length - 1 - i;
                int target = order[at];
                int[] predictors = screen(Arrays.copyOf(order, at), target, associations, most);
                trees[at] = learner.learn(
                        frame, books, target, predictors, run.rng().child(target));
                stage.add(1);
            });
        }
        return new TreeChain(books, trees, OrderRules.of(frame, books, order));
    }

    private static int[] screen(int[] candidates, int target, Associations associations, int most) {
        if (candidates.length <= most) {
            return candidates;
        }
        return Arrays.stream(candidates)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> -associations.between(c, target))
                        .thenComparing(c -> c))
                .limit(most)
                .mapToInt(c -> c)
                .toArray();
    }

    public CodeBook[] books() {
        return books.clone();
    }

    public ColumnModel[] trees() {
        return trees.clone();
    }

    /** New rows in code space. */
    public Frame draw(int rows, Rng rng) {
        Frame frame = Frame.empty(rows, books);
        for (ColumnModel tree : trees) {
            tree.draw(frame, books, rng.child(tree.target()));
            rules.enforce(frame, tree.target(), books[tree.target()]);
        }
        return frame;
    }
}
