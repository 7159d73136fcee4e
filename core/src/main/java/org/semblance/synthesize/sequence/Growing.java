package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.synthesize.sequence.Layout.Feature;
import org.semblance.synthesize.sequence.Layout.What;
import org.semblance.trees.Associations;
import org.semblance.trees.CodeBook;
import org.semblance.trees.ColumnTree;
import org.semblance.trees.Frame;

/** The growing of the trees of one {@link Chain}. */
final class Growing {
    /** Chi-squared of 7 weekdays (6 degrees of freedom) that chance exceeds once in 10,000. */
    private static final double UNEVEN = 27.9;
    /** Chi-squared of 24 hours (23 degrees of freedom) that chance exceeds once in 10,000. */
    private static final double UNEVEN_HOURS = 58.6;

    private static final int FEWEST = 50;
    private static final int SMALLEST = 10;
    /** So many values have a class each, so that what follows by rule comes out so. */
    private static final int FEW_VALUES = 64;
    /** A share that is as good as all. */
    private static final double MOSTLY = 0.9;

    private final Steps.Options options;
    private final Layout layout;
    private final CodeBook[] books;
    private final List<Integer> visit;
    private final Run run;
    private final ColumnTree.Settings settings;

    Growing(Steps.Options options, Layout layout, CodeBook[] books, List<Integer> visit, Run run) {
        this.options = options;
        this.layout = layout;
        this.books = books;
        this.visit = visit;
        this.run = run;
        settings = new ColumnTree.Settings(options.minLeaf(), options.pruning(), options.lines());
    }

    /** The trees of first steps, or of those that follow. */
    Chain chain(Frame frame, boolean first) {
        Associations associations = Associations.of(frame, books, run);
        Rng rng = run.rng().child(first ? "first" : "next");
        int placed = layout.order() >= 0 ? 1 : 0;
        List<Integer> columns = new ArrayList<>();
        if (placed > 0) {
            columns.add(layout.order());
        }
        columns.addAll(visit);
        ColumnTree[] trees = new ColumnTree[columns.size()];
        // First steps are few: one for each entity.
        int leaf = first ? Math.max(SMALLEST, Math.min(options.minLeaf(), frame.rows() / 8)) : options.minLeaf();
        ColumnTree.Settings settings = new ColumnTree.Settings(leaf, options.pruning(), options.lines());
        ColumnTree.Settings few = new ColumnTree.Settings(leaf, options.pruning(), options.lines(), FEW_VALUES);
        try (Progress.Stage stage = run.progress().begin(first ? "first steps" : "steps", trees.length, "columns")) {
            run.parallel(trees.length, i -> {
                int column = columns.get(i);
                int target = layout.target(column, first);
                int[] candidates = layout.candidates(column, columns.subList(0, i), first);
                int[] predictors = screened(candidates, target, column, associations);
                boolean own = books[target].numeric() && books[target].size() <= FEW_VALUES;
                trees[i] = ColumnTree.fit(frame, books, target, predictors, own ? few : settings, rng.child(target));
                stage.add(1);
            });
        }
        return new Chain(
                placed > 0 ? trees[0] : null,
                mended(frame, What.WEEKDAY, first, associations, rng),
                mended(frame, What.CLOCK, first, associations, rng),
                Arrays.copyOfRange(trees, placed, trees.length));
    }

    /** The candidates that tell most about the target; what its own column was is always among them. */
    private int[] screened(int[] candidates, int target, int column, Associations associations) {
        Comparator<Integer> own = Comparator.comparing(f -> {
            Feature feature = layout.feature(f);
            return column >= 0 && feature.column() == column && feature.what().ofColumn() ? 0 : 1;
        });
        return Arrays.stream(candidates)
                .filter(f -> !layout.feature(f).what().ofLines())
                .boxed()
                .sorted(own.thenComparing(Comparator.comparingDouble(f -> -associations.between(f, target)))
                        .thenComparing(f -> f))
                .limit(options.predictors())
                .mapToInt(f -> f)
                .toArray();
    }

    /**
     * What mends the weekday or the clock of places that a long gap, or a start, cannot tell exactly. Null where all are
     * about equally frequent, and where gaps are so regular that they tell it.
     */
    private @Nullable ColumnTree mended(Frame frame, What what, boolean first, Associations associations, Rng rng) {
        int target = layout.find(what, 0);
        if (target < 0) {
            return null;
        }
        int[] rows = IntStream.range(0, frame.rows())
                .filter(i -> frame.fine(target)[i] < books[target].size())
                .filter(i -> first || Walk.far(what, frame.values(layout.find(What.GAP, 0))[i], layout.orderKind()))
                .toArray();
        if (rows.length < FEWEST || exact(frame, rows, what, first) || even(frame, rows, what)) {
            return null;
        }
        int[] predictors = screened(layout.aroundPlace(first), target, -1, associations);
        return ColumnTree.fit(frame.take(rows), books, target, predictors, settings, rng.child(target));
    }

    /** Whether places or gaps are so common, or so much whole days or weeks, that they tell weekday and clock themselves. */
    private boolean exact(Frame frame, int[] rows, What what, boolean first) {
        int f = layout.find(first ? What.NOW : What.GAP, 0);
        double period = Walk.period(what, layout.orderKind());
        long told = first
                ? Arrays.stream(rows).filter(i -> common(f, frame.fine(f)[i])).count()
                : Arrays.stream(rows)
                        .filter(i -> frame.values(f)[i] % period == 0)
                        .count();
        return told > MOSTLY * rows.length;
    }

    private boolean common(int f, int code) {
        return code < books[f].size() && books[f].low(code) == books[f].high(code);
    }

    private boolean even(Frame frame, int[] rows, What what) {
        int cells = what == What.WEEKDAY ? Calendar.WEEK : 24;
        double[] counts = new double[cells];
        int now = layout.find(What.NOW, 0);
        Calendar part = what == What.WEEKDAY ? Calendar.WEEKDAY : Calendar.HOUR;
        for (int i : rows) {
            counts[(int) part.at(layout.orderKind(), frame.values(now)[i])]++;
        }
        double expected = rows.length / (double) cells;
        double chi = Arrays.stream(counts)
                .map(c -> (c - expected) * (c - expected) / expected)
                .sum();
        return chi < (what == What.WEEKDAY ? UNEVEN : UNEVEN_HOURS);
    }
}
