package org.semblance.synthesize.related;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Constraint;
import org.semblance.run.Run;
import org.semblance.synthesize.Made;
import org.semblance.table.Sequence;
import org.semblance.table.Table;
import org.semblance.trees.Associations;
import org.semblance.trees.CodeBook;
import org.semblance.trees.ColumnModel;
import org.semblance.trees.ColumnTree;
import org.semblance.trees.Frame;
import org.semblance.trees.OrderRules;

/**
 * Learns one table, given the tables that it hangs on.
 *
 * <p>(1) Of all columns of owners, their owners and the rows that foreign keys name, those that tell something about a
 * column of this table are kept as {@link Feature}s. (2) A tree is grown for each own column on the features and the own
 * columns before it, columns in parallel. Cost: O(n p^2 depth) for n rows, p own columns and features.
 */
final class PartFit {
    private final Blueprint plan;
    private final RealParts real;
    private final RelatedSynthesizer.Options options;
    private final Run run;

    PartFit(Blueprint plan, RealParts real, RelatedSynthesizer.Options options, Run run) {
        this.plan = plan;
        this.real = real;
        this.options = options;
        this.run = run;
    }

    /** @param constraints what every row of the table shall keep */
    PartModel fit(Part part, List<Constraint> constraints) {
        Drawn rows = real.drawn(part);
        Table table = real.table(part);
        if (options.keep().contains(part.name())) {
            return kept(part, rows, table);
        }
        Screening screening = Screening.of(plan, real, rows, run);
        Feature[] features = screening.features();
        CodeBook[] books = PartModel.books(plan, part, features, real.codings());
        int[] all = IntStream.range(0, rows.rows()).toArray();
        Frame frame = frame(rows, features, books, all);
        Associations associations = Associations.of(frame, books, run);
        double[] counters = Counters.of(part, rows, table);
        int[] visit = visit(part, counters, features.length, associations);
        ColumnModel[] trees = trees(part, frame, books, screening, visit, associations);
        int[] order = IntStream.concat(
                        IntStream.range(0, books.length).filter(c -> !contains(trees, c)), IntStream.of(visit))
                .toArray();
        return new PartModel(
                part,
                real.codings().get(part.index()),
                real.echoed(part),
                features,
                books,
                trees,
                OrderRules.of(frame, books, order),
                made(part, table),
                keys(part, table),
                refs(part),
                counters,
                Rules.learn(plan, real, rows, constraints, real.rare()),
                course(part, rows, screening),
                null,
                rows.rows(),
                real.strays(part),
                real.astray(part));
    }

    /** Nothing is learnt of a table that is kept but what those that point at it are told. */
    private PartModel kept(Part part, Drawn rows, Table table) {
        int[][] named = new int[part.refs().size()][];
        for (int r = 0; r < named.length; r++) {
            named[r] = rows.ref(r);
        }
        CodeBook[] books = real.codings().get(part.index()).books();
        double[] counters = new double[books.length];
        Arrays.fill(counters, Double.NaN);
        return new PartModel(
                part,
                real.codings().get(part.index()),
                real.echoed(part),
                new Feature[0],
                books,
                new ColumnModel[0],
                new OrderRules(new int[books.length][0], new int[books.length][0]),
                new @Nullable Made[part.roles().size()],
                keys(part, table),
                refs(part),
                counters,
                null,
                null,
                new Kept(table, rows.frame(), named),
                rows.rows(),
                0,
                0);
    }

    /** Steps, where the rows of an owner are said to be, and rows that they name tell nothing of their values. */
    private @Nullable Course course(Part part, Drawn rows, Screening screening) {
        Sequence sequence = Course.sequence(plan, part);
        if (sequence == null || !options.steps()) {
            return null;
        }
        for (int k : Course.values(part)) {
            for (int f = 0; f < screening.features().length; f++) {
                if (screening.telling()[k][f] && screening.features()[f].path().up() == 0) {
                    return null;
                }
            }
        }
        return Course.learn(plan, real, rows, sequence, screening.features(), run.child("course"));
    }

    private static boolean contains(ColumnModel[] trees, int column) {
        return Arrays.stream(trees).anyMatch(tree -> tree.target() == column);
    }

    /** Real rows as trees see them. */
    static Frame frame(Drawn rows, Feature[] features, CodeBook[] books, int[] some) {
        Frame frame = Frame.empty(some.length, books);
        for (int f = 0; f < features.length; f++) {
            Drawn.Reached reached = rows.reach(features[f].path());
            int[] named = new int[some.length];
            Arrays.setAll(named, i -> reached.rows()[some[i]]);
            frame.give(f, books[f], reached.drawn().frame(), reached.drawn().at(features[f].own()), named);
        }
        for (int k = features.length; k < books.length; k++) {
            frame.give(k, books[k], rows.frame(), rows.at(k - features.length), some);
        }
        return frame;
    }

    /** Own columns in the order in which they are drawn: by stage, and of the values the most telling first. */
    private static int[] visit(Part part, double[] counters, int given, Associations associations) {
        Comparator<Integer> stage = Comparator.comparingInt(
                c -> part.own().get(c - given).stage(part.refs().size()));
        Comparator<Integer> telling = Comparator.comparingDouble(
                c -> part.own().get(c - given).what() == Own.What.VALUES ? -associations.total(c) : 0);
        return IntStream.range(0, part.own().size())
                .filter(k -> part.own().get(k).what() != Own.What.POSITION && Double.isNaN(counters[k]))
                .mapToObj(k -> k + given)
                .sorted(stage.thenComparing(telling).thenComparing(c -> c))
                .mapToInt(c -> c)
                .toArray();
    }

    private ColumnModel[] trees(
            Part part, Frame frame, CodeBook[] books, Screening screening, int[] visit, Associations associations) {
        if (frame.rows() == 0) {
            return new ColumnModel[0];
        }
        ColumnModel[] trees = new ColumnModel[visit.length];
        ColumnTree.Settings settings =
                new ColumnTree.Settings(options.leaf(frame.rows()), options.pruning(), options.lines());
        run.parallel(visit.length, i -> {
            int at = visit.length - 1 - i;
            int target = visit[at];
            int[] predictors = predictors(part, screening, Arrays.copyOf(visit, at), target, associations);
            trees[at] = ColumnTree.fit(
                    frame, books, target, predictors, settings, run.rng().child(target));
        });
        return trees;
    }

    private int[] predictors(Part part, Screening screening, int[] before, int target, Associations associations) {
        Feature[] features = screening.features();
        int at = target - features.length;
        Own own = part.own().get(at);
        int[] candidates = IntStream.concat(
                        IntStream.range(0, features.length + part.own().size())
                                .filter(c -> given(part, features, c, own)
                                        && (c >= features.length || screening.telling()[at][c])),
                        IntStream.of(before))
                .toArray();
        return Arrays.stream(candidates)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> -associations.between(c, target))
                        .thenComparing(c -> c))
                .limit(options.predictors())
                .mapToInt(c -> c)
                .toArray();
    }

    /** Whether a column is there before an own one is drawn: the way of a foreign key is drawn before what it names. */
    private static boolean given(Part part, Feature[] features, int column, Own own) {
        if (column >= features.length) {
            return part.own().get(column - features.length).what() == Own.What.POSITION;
        }
        Path path = features[column].path();
        return switch (own.what()) {
            case WAY, CLASS -> path.up() > 0 || path.ref() < own.at();
            case DEPTH -> path.up() > 0;
            default -> true;
        };
    }

    private @Nullable RefModel[] refs(Part part) {
        @Nullable RefModel[] refs = new @Nullable RefModel[part.refs().size()];
        for (int r = 0; r < refs.length; r++) {
            if (r != part.owner()) {
                refs[r] = real.ways(part, r).model();
            }
        }
        return refs;
    }

    private static @Nullable Made[] made(Part part, Table table) {
        @Nullable Made[] made = new @Nullable Made[part.roles().size()];
        for (int c = 0; c < made.length; c++) {
            if (part.roles().get(c) == Part.Role.MADE) {
                made[c] = Made.learn(part.schema().field(c), table.codes(c), "en");
            }
        }
        return made;
    }

    private static @Nullable KeyMaker[] keys(Part part, Table table) {
        @Nullable KeyMaker[] keys = new @Nullable KeyMaker[part.roles().size()];
        for (int c = 0; c < keys.length; c++) {
            if (part.roles().get(c) == Part.Role.KEY) {
                keys[c] = KeyMaker.learn(part.schema().field(c), table.column(c));
            }
        }
        return keys;
    }
}
