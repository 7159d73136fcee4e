package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.prepare.Grid;
import org.semblance.random.Rng;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.synthesize.sequence.Layout.Feature;
import org.semblance.synthesize.sequence.Layout.What;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;
import org.semblance.trees.Associations;
import org.semblance.trees.CodeBook;
import org.semblance.trees.ColumnTree;
import org.semblance.trees.Frame;
import org.semblance.trees.OrderRules;

/** The way from real steps to a model of steps. */
final class Learning {
    /** Of few entities, so many steps at their beginnings stand for first steps. */
    private static final int STARTS = 50;

    private final Real real;
    private final Steps.Options options;
    private final Run run;
    private final CodeBook[] values;
    /** Which rows are learnt from, ascending. */
    private final int[] rows;

    Learning(Real real, Steps.Options options, Run run) {
        this.real = real;
        this.options = options;
        this.run = run;
        values = new CodeBook[real.schema().size()];
        rows = thinned();
    }

    /** All rows, or a random part where there are more than are worth the time. */
    private int[] thinned() {
        int n = real.size();
        if (n <= options.rows()) {
            return IntStream.range(0, n).toArray();
        }
        Rng rng = run.rng().child("thin");
        double share = options.rows() / (double) n;
        return IntStream.range(0, n).filter(i -> rng.nextDouble() < share).toArray();
    }

    Steps.Model learn() {
        int k = real.schema().size();
        run.parallel(
                k,
                c -> values[c] = real.numeric(c)
                        ? Books.drawn(real.oncePerEntity(real.numbers()[c]), real.grid(c), common())
                        : CodeBook.ofLabels(real.rows().codes(c).labels().size()));
        List<Integer> visit = visit();
        Form[] forms = Forms.of(real, visit);
        Layout layout = Layout.of(real.context().schema(), real.schema(), real.order(), real::gaps, forms, calendar());
        double[] centre = centre(forms);
        double end = real.order() < 0
                ? 0
                : Arrays.stream(real.numbers()[real.order()])
                        .filter(v -> !Double.isNaN(v))
                        .max()
                        .orElse(0);
        Told told = told(layout, forms, centre, end);
        CodeBook[] books = books(layout, forms, told);
        Frame frame = Frame.of(books, told.numbers, told.codes, Math.max(1, rows.length));
        int[] firsts = firsts();
        int[] nexts = positions(1, Integer.MAX_VALUE);
        ColumnTree[] first = trees(layout, books, frame.take(firsts), visit, true);
        // Where nobody has a second step, first ones have to do: their gaps are missing.
        ColumnTree[] next = trees(layout, books, frame.take(nexts.length == 0 ? firsts : nexts), visit, false);
        OrderRules rules = OrderRules.of(frame, books, valueFeatures(layout, visit));
        return new Steps.Model(layout, forms, centre, end, sharedStart(), books, first, next, rules);
    }

    private int common() {
        return options.common();
    }

    /** The columns but the order, those that tell most about the others first. */
    private List<Integer> visit() {
        int[] columns = IntStream.range(0, real.schema().size())
                .filter(c -> c != real.order())
                .toArray();
        CodeBook[] books = new CodeBook[columns.length];
        double[] @Nullable [] numbers = new double[columns.length][];
        int[] @Nullable [] codes = new int[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            books[i] = values[columns[i]];
            if (real.numeric(columns[i])) {
                numbers[i] = picked(real.numbers()[columns[i]]);
            } else {
                codes[i] = picked(real.codes()[columns[i]]);
            }
        }
        Frame frame = Frame.of(books, numbers, codes, rows.length);
        Associations associations = Associations.of(frame, books, run);
        return IntStream.range(0, columns.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> -associations.total(c))
                        .thenComparing(c -> c))
                .map(c -> columns[c])
                .toList();
    }

    private double[] picked(double[] column) {
        return Arrays.stream(rows).mapToDouble(i -> column[i]).toArray();
    }

    private int[] picked(int[] column) {
        return Arrays.stream(rows).map(i -> column[i]).toArray();
    }

    /** The parts of the calendar that vary. */
    private List<Calendar> calendar() {
        List<Calendar> out = new ArrayList<>();
        if (real.order() < 0) {
            return out;
        }
        var kind = real.schema().field(real.order()).kind();
        for (Calendar part : Calendar.values()) {
            if (part.of(kind)) {
                double[] parts = Arrays.stream(rows)
                        .mapToDouble(i -> part.at(kind, real.numbers()[real.order()][i]))
                        .filter(v -> !Double.isNaN(v))
                        .distinct()
                        .limit(2)
                        .toArray();
                if (parts.length > 1) {
                    out.add(part);
                }
            }
        }
        return out;
    }

    private double[] centre(Form[] forms) {
        double[] out = new double[forms.length];
        for (int k = 0; k < out.length; k++) {
            Form form = forms[k];
            out[k] = Arrays.stream(real.numbers()[k])
                    .filter(v -> !Double.isNaN(v))
                    .map(form::scaled)
                    .average()
                    .orElse(0);
        }
        return out;
    }

    /** The place at which every sequence starts, or NaN. */
    private double sharedStart() {
        if (real.order() < 0) {
            return Double.NaN;
        }
        double shared = Double.NaN;
        for (int e = 0; e < real.entities(); e++) {
            if (real.start()[e] < real.start()[e + 1]) {
                double place = real.numbers()[real.order()][real.start()[e]];
                if (Double.isNaN(place) || !Double.isNaN(shared) && shared != place) {
                    return Double.NaN;
                }
                shared = place;
            }
        }
        return shared;
    }

    /** The features of the rows that are learnt from, as values. */
    private record Told(double[] @Nullable [] numbers, int[] @Nullable [] codes) {}

    /** Where there are no rows, one in which all is missing. */
    private Told told(Layout layout, Form[] forms, double[] centre, double end) {
        int n = Math.max(1, rows.length);
        double[] @Nullable [] numbers = new double[layout.size()][];
        int[] @Nullable [] codes = new int[layout.size()][];
        for (int f = 0; f < layout.size(); f++) {
            if (layout.label(f)) {
                codes[f] = new int[n];
                Arrays.fill(codes[f], -1);
            } else {
                numbers[f] = new double[n];
                Arrays.fill(numbers[f], Double.NaN);
            }
        }
        Trail trail = new Trail(layout, forms, centre, end, 1);
        int at = 0;
        for (int e = 0; e < real.entities(); e++) {
            trail.begin(0, real.start()[e + 1] - real.start()[e]);
            for (int row = real.start()[e]; row < real.start()[e + 1]; row++) {
                if (real.order() >= 0) {
                    trail.arrive(0, real.numbers()[real.order()][row]);
                }
                if (at < rows.length && rows[at] == row) {
                    tell(layout, forms, trail, e, row, at++, numbers, codes);
                }
                for (int k = 0; k < forms.length; k++) {
                    if (k != real.order() && real.numeric(k)) {
                        trail.note(k, 0, real.numbers()[k][row]);
                    } else if (k != real.order()) {
                        trail.note(k, 0, real.codes()[k][row]);
                    }
                }
                trail.leave(0);
            }
        }
        return new Told(numbers, codes);
    }

    private void tell(
            Layout layout,
            Form[] forms,
            Trail trail,
            int entity,
            int row,
            int at,
            double[] @Nullable [] numbers,
            int[] @Nullable [] codes) {
        for (int f = 0; f < layout.size(); f++) {
            Feature feature = layout.feature(f);
            int column = feature.column();
            double[] number = numbers[f];
            int[] code = codes[f];
            if (code != null) {
                code[at] = switch (feature.what()) {
                    case CONTEXT -> ((CodeColumn) real.context().column(column)).code(entity);
                    case LABEL -> real.codes()[column][row];
                    default -> trail.code(feature, 0);
                };
            } else if (number != null) {
                number[at] = switch (feature.what()) {
                    case CONTEXT -> ((NumberColumn) real.context().column(column)).get(entity);
                    case VALUE -> real.numbers()[column][row];
                    case DEVIATION -> deviation(forms[column], trail, column, row);
                    default -> trail.number(feature, 0);
                };
            }
        }
    }

    private double deviation(Form form, Trail trail, int column, int row) {
        double beside = form.other() < 0 ? Double.NaN : real.numbers()[form.other()][row];
        return form.scaled(real.numbers()[column][row]) - trail.anchor(column, 0, beside);
    }

    private CodeBook[] books(Layout layout, Form[] forms, Told told) {
        CodeBook[] books = new CodeBook[layout.size()];
        run.parallel(books.length, f -> {
            Feature feature = layout.feature(f);
            double[] number = told.numbers[f];
            What what = feature.what();
            if (number == null) {
                books[f] = CodeBook.ofLabels(labels(feature));
            } else if (what == What.VALUE) {
                books[f] = values[feature.column()];
            } else if (what == What.NOW) {
                books[f] = values[real.order()];
            } else if (what == What.GAP) {
                Grid grid = Grid.of(real.schema().field(real.order()), NumberColumn.of(number.clone()));
                books[f] = Books.drawn(number, grid, common());
            } else if (what == What.DEVIATION) {
                Form form = forms[feature.column()];
                boolean onGrid = form.anchor() == Form.Anchor.PREVIOUS && !form.log();
                books[f] = Books.drawn(number, onGrid ? real.grid(feature.column()) : new Grid(0), common());
            } else {
                boolean place = what == What.TREND
                        || what == What.ELAPSED
                        || what == What.POSITION
                        || what == What.LEFT
                        || what == What.ROOM
                        || what == What.CONTEXT;
                books[f] = Books.told(number, real.parts(place));
            }
        });
        return books;
    }

    private int labels(Feature feature) {
        return feature.what() == What.CONTEXT
                ? real.context().codes(feature.column()).labels().size()
                : real.rows().codes(feature.column()).labels().size();
    }

    /** Positions in {@link #rows} of first steps. */
    private int[] firsts() {
        int early = real.few() ? (STARTS + real.entities() - 1) / Math.max(1, real.entities()) : 1;
        int[] out = positions(0, early);
        return out.length == 0 ? new int[1] : out;
    }

    private int[] positions(int from, int to) {
        int[] out = new int[rows.length];
        int n = 0;
        int e = 0;
        for (int i = 0; i < rows.length; i++) {
            while (rows[i] >= real.start()[e + 1]) {
                e++;
            }
            int position = rows[i] - real.start()[e];
            if (position >= from && position < to) {
                out[n++] = i;
            }
        }
        return Arrays.copyOf(out, n);
    }

    private int[] valueFeatures(Layout layout, List<Integer> visit) {
        return visit.stream()
                .filter(real::numeric)
                .mapToInt(k -> layout.find(What.VALUE, k))
                .toArray();
    }

    /** A tree for each column, the order first, in the order in which they are drawn. */
    private ColumnTree[] trees(Layout layout, CodeBook[] books, Frame frame, List<Integer> visit, boolean first) {
        List<Integer> columns = new ArrayList<>();
        if (real.order() >= 0) {
            columns.add(real.order());
        }
        columns.addAll(visit);
        Associations associations = Associations.of(frame, books, run);
        ColumnTree.Settings settings = new ColumnTree.Settings(options.minLeaf(), options.pruning(), options.lines());
        ColumnTree[] trees = new ColumnTree[columns.size()];
        try (Progress.Stage stage = run.progress().begin(first ? "first steps" : "steps", trees.length, "columns")) {
            run.parallel(trees.length, i -> {
                int column = columns.get(i);
                int target = layout.target(column, first);
                int[] candidates = layout.candidates(column, columns.subList(0, i), first);
                int[] predictors = screened(layout, candidates, target, column, associations);
                trees[i] = ColumnTree.fit(
                        frame,
                        books,
                        target,
                        predictors,
                        settings,
                        run.rng().child(first ? "first" : "next").child(target));
                stage.add(1);
            });
        }
        return trees;
    }

    /** The candidates that tell most about the target; what its own column was is always among them. */
    private int[] screened(Layout layout, int[] candidates, int target, int column, Associations associations) {
        Comparator<Integer> own = Comparator.comparing(f -> layout.feature(f).column() == column
                        && layout.feature(f).what().compareTo(What.LAST) >= 0
                        && layout.feature(f).what().compareTo(What.EARLIER) <= 0
                ? 0
                : 1);
        return Arrays.stream(candidates)
                .boxed()
                .sorted(own.thenComparing(Comparator.comparingDouble(f -> -associations.between(f, target)))
                        .thenComparing(f -> f))
                .limit(options.predictors())
                .mapToInt(f -> f)
                .toArray();
    }
}
