package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.prepare.Grid;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.synthesize.sequence.Layout.Feature;
import org.semblance.synthesize.sequence.Layout.What;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.trees.Associations;
import org.semblance.trees.CodeBook;
import org.semblance.trees.Frame;
import org.semblance.trees.OrderRules;

/** The way from real steps to a model of steps. */
final class Learning {
    /** Of few entities, so many steps at their beginnings stand for first steps. */
    private static final int STARTS = 50;
    /** A gap that makes up so much of all is a rhythm, which the end of the table does not cut. */
    private static final double REGULAR = 0.3;

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
        run.parallel(
                values.length,
                c -> values[c] = real.numeric(c)
                        ? Books.drawn(real.oncePerEntity(real.numbers()[c]), real.grid(c), common())
                        : CodeBook.ofLabels(real.rows().codes(c).labels().size()));
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
        List<Integer> visit = visit();
        Layout base = Layout.of(real, calendar());
        Scales scales = Scales.of(real);
        double end = end();
        Told known = Told.of(real, base, scales, end, rows);
        int[] firsts = firsts();
        int[] nexts = positions(1, Integer.MAX_VALUE);
        Layout layout = base.with(new Forms(real, scales, known, nexts, visit).find(run));
        Told told = known.with(real, layout, scales);
        CodeBook[] books = books(layout, scales, told);
        Frame frame = Frame.of(books, told.numbers(), told.codes(), Math.max(1, rows.length));
        Growing growing = new Growing(options, layout, books, visit, run);
        Chain first = growing.chain(frame.take(firsts), true);
        // Where nobody has a second step, first ones have to do: their gaps are missing.
        Chain next = growing.chain(frame.take(nexts.length == 0 ? firsts : nexts), false);
        OrderRules rules = OrderRules.of(frame, books, valueFeatures(layout, visit));
        return new Steps.Model(layout, scales, end, window(known), sharedStart(), books, first, next, rules);
    }

    /**
     * Whether sequences end because the table does: gaps that are not regular, of many entities.
     */
    private boolean window(Told known) {
        int f = known.layout().find(What.GAP, 0);
        if (f < 0 || real.few()) {
            return false;
        }
        double[] gaps = Arrays.stream(known.number(f))
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        int same = 0;
        int most = 0;
        for (int i = 0; i < gaps.length; i++) {
            same = i > 0 && gaps[i] == gaps[i - 1] ? same + 1 : 1;
            most = Math.max(most, gaps[i] == 0 ? 0 : same);
        }
        return most < REGULAR * gaps.length;
    }

    private double end() {
        return real.order() < 0
                ? 0
                : Arrays.stream(real.numbers()[real.order()])
                        .filter(v -> !Double.isNaN(v))
                        .max()
                        .orElse(0);
    }

    private int common() {
        return options.common();
    }

    /** The columns but the order: those that go by a clock, then those that tell most about the others. */
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
                .sorted(Comparator.<Integer>comparingInt(c -> clockwork(columns[c]) ? 0 : 1)
                        .thenComparingDouble(c -> -associations.total(c))
                        .thenComparing(c -> c))
                .map(c -> columns[c])
                .toList();
    }

    private boolean clockwork(int column) {
        return real.numeric(column) && Course.clockwork(real.numbers()[column], real.start());
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

    private CodeBook[] books(Layout layout, Scales scales, Told told) {
        CodeBook[] books = new CodeBook[layout.size()];
        run.parallel(books.length, f -> {
            Feature feature = layout.feature(f);
            double[] number = told.numbers()[f];
            What what = feature.what();
            if (number == null) {
                books[f] = CodeBook.ofLabels(what == What.WEEKDAY ? Calendar.WEEK : labels(feature));
            } else if (what == What.VALUE) {
                books[f] = values[feature.column()];
            } else if (what == What.NOW) {
                books[f] = values[real.order()];
            } else if (what == What.CLOCK) {
                books[f] = Books.drawn(
                        number, Grid.of(Field.of("", Kind.TIME), NumberColumn.of(number.clone())), common());
            } else if (what == What.GAP) {
                Grid grid = Grid.of(real.schema().field(real.order()), NumberColumn.of(number.clone()));
                books[f] = Books.drawn(number, grid, common());
            } else if (what == What.DEVIATION) {
                boolean onGrid = layout.form(feature.column()).onGrid(scales.log()[feature.column()]);
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
}
