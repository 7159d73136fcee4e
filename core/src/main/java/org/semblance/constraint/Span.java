package org.semblance.constraint;

import java.util.Arrays;
import java.util.List;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Two columns of which one is never above the other, and how far they are apart: (low, high) may be written as (low, high
 * - low), which is never negative.
 *
 * @param fromAbove whether the lower one is written as its distance from the upper, because that is given
 * @param limit what the column that is written as a distance does not pass, whatever distance is drawn; NaN for nothing
 */
record Span(Field low, Field high, boolean strict, boolean fromAbove, double limit) {
    private static final double MICROS_PER_DAY = 86_400e6;

    static Span of(Schema schema, String low, String high, boolean strict) {
        return new Span(schema.field(schema.index(low)), schema.field(schema.index(high)), strict, false, Double.NaN);
    }

    /** The same written as a distance from a column that is one of its two. */
    Span from(String base) {
        return new Span(low, high, strict, base.equals(high.name()), Double.NaN);
    }

    /** The same that ends at the k-th most extreme of the real values: a late start and a long distance may meet. */
    Span within(Table real, int k) {
        double[] sorted = ((NumberColumn) real.column(taken())).toArray();
        Arrays.sort(sorted);
        int n = sorted.length - real.column(taken()).missingCount();
        return n < k ? this : within(fromAbove ? sorted[k - 1] : sorted[n - k]);
    }

    Span within(double limit) {
        return new Span(low, high, strict, fromAbove, limit);
    }

    /** Whether it is of the same columns. */
    boolean same(Span other) {
        return low.equals(other.low) && high.equals(other.high);
    }

    /** What may be compared: 0 amounts, 1 days and moments, 2 times of day. */
    static int dimension(Kind kind) {
        return switch (kind) {
            case DATE, DATETIME -> 1;
            case TIME -> 2;
            default -> 0;
        };
    }

    private boolean mixed() {
        return low.kind() != high.kind() && dimension(low.kind()) == 1;
    }

    private double scale(Field field) {
        return field.kind() == Kind.DATE && mixed() ? MICROS_PER_DAY : 1;
    }

    private Field base() {
        return fromAbove ? high : low;
    }

    private Field other() {
        return fromAbove ? low : high;
    }

    /** The column that is written as a distance. */
    String taken() {
        return other().name();
    }

    /** Marks the rows that break it. */
    void broken(Table table, boolean[] out) {
        NumberColumn a = (NumberColumn) table.column(low.name());
        NumberColumn b = (NumberColumn) table.column(high.name());
        double x = scale(low);
        double y = scale(high);
        for (int i = 0; i < out.length; i++) {
            double gap = b.get(i) * y - a.get(i) * x;
            out[i] |= strict ? gap <= 0 : gap < 0;
        }
    }

    /** How much the distance varies beside the column that it would stand for: a share of its standard deviation. */
    double width(Table real) {
        NumberColumn from = (NumberColumn) real.column(base().name());
        NumberColumn to = (NumberColumn) real.column(other().name());
        int rows = 0;
        double[] sums = new double[4];
        double first = Double.NaN;
        for (int i = 0; i < real.rows(); i++) {
            double value = to.get(i) * scale(other());
            double gap = value - from.get(i) * scale(base());
            if (!Double.isNaN(gap)) {
                first = Double.isNaN(first) ? value : first;
                rows++;
                sums[0] += gap;
                sums[1] += gap * gap;
                sums[2] += value - first;
                sums[3] += (value - first) * (value - first);
            }
        }
        double gaps = sums[1] - sums[0] * sums[0] / Math.max(1, rows);
        double values = sums[3] - sums[2] * sums[2] / Math.max(1, rows);
        return values <= 0 ? 1 : Math.sqrt(Math.max(0, gaps) / values);
    }

    /** Whether every row keeps it, and has no distance only where it has no value. */
    boolean possible(Table real) {
        boolean[] broken = new boolean[real.rows()];
        broken(real, broken);
        NumberColumn from = (NumberColumn) real.column(base().name());
        NumberColumn to = (NumberColumn) real.column(other().name());
        for (int i = 0; i < broken.length; i++) {
            if (broken[i] || from.isMissing(i) && !to.isMissing(i)) {
                return false;
            }
        }
        return true;
    }

    /** The name of the distance, where no column has it. */
    private String name() {
        return high.name() + " - " + low.name();
    }

    private Field distance(String name) {
        boolean amounts = dimension(low.kind()) == 0;
        if (!amounts) {
            // A time keeps to whole minutes or seconds where the real ones do.
            boolean days = low.kind() == Kind.DATE && high.kind() == Kind.DATE;
            return Field.of(name, days ? Kind.WHOLE : Kind.TIME);
        }
        if (low.kind() == Kind.WHOLE && high.kind() == Kind.WHOLE) {
            return Field.of(name, Kind.WHOLE);
        }
        int a = low.kind() == Kind.WHOLE ? 0 : low.format().rounding();
        int b = high.kind() == Kind.WHOLE ? 0 : high.format().rounding();
        Format format = a < 0 || b < 0 ? Format.PLAIN : Format.PLAIN.decimals(Math.max(a, b));
        return Field.of(name, Kind.DECIMAL).format(format);
    }

    void forward(Draft draft) {
        double[] a = draft.numbers(low.name());
        double[] b = draft.numbers(high.name());
        Field distance = distance(draft.free(name()));
        int decimals = distance.kind() == Kind.DECIMAL ? distance.format().rounding() : 0;
        for (int i = 0; i < a.length; i++) {
            double gap = b[i] * scale(high) - a[i] * scale(low);
            a[i] = decimals < 0 ? gap : Rounding.to(gap, decimals);
        }
        draft.replace(taken(), distance, NumberColumn.of(a));
    }

    void backward(Draft draft) {
        String name = name();
        while (draft.has(name + "'")) {
            name += "'";
        }
        double[] base = draft.numbers(base().name());
        double[] gap = draft.numbers(name);
        double from = scale(base());
        double to = scale(other());
        for (int i = 0; i < base.length; i++) {
            double apart = Math.max(0, gap[i]);
            double value = (base[i] * from + (fromAbove ? -apart : apart)) / to;
            double nearest = base[i] * from / to;
            boolean past = fromAbove ? value < limit && limit <= nearest : value > limit && limit >= nearest;
            gap[i] = fit(past ? limit : value, nearest);
        }
        draft.replace(name, other(), NumberColumn.of(gap));
    }

    /** Whether values of its columns may stand in one row. */
    RowTest test(Draft draft) {
        NumberColumn from = (NumberColumn) draft.column(base().name());
        NumberColumn to = (NumberColumn) draft.column(taken());
        double x = scale(base());
        double y = scale(other());
        List<String> columns = List.of(base().name(), taken());
        return new RowTest() {
            @Override
            public List<String> columns() {
                return columns;
            }

            @Override
            public boolean right(int[] rows) {
                return !off(from.get(rows[0]) * x, to.get(rows[1]) * y);
            }
        };
    }

    private boolean off(double from, double to) {
        double gap = fromAbove ? from - to : to - from;
        return strict ? gap <= 0 : gap < 0;
    }

    /** Puts what breaks it on the nearest value that does not. */
    void mend(Draft draft) {
        double[] base = draft.numbers(base().name());
        double[] value = draft.numbers(taken());
        double from = scale(base());
        double to = scale(other());
        for (int i = 0; i < base.length; i++) {
            double least = base[i] * from / to;
            boolean off = fromAbove ? value[i] > least : value[i] < least;
            if (off || strict && value[i] == least) {
                value[i] = fit(least, least);
            }
        }
        draft.put(taken(), NumberColumn.of(value));
    }

    /** Rounded as its column is, but not beyond the value that it must not pass. */
    private double fit(double value, double limit) {
        Field field = other();
        int decimals = field.kind() == Kind.DECIMAL ? field.format().rounding() : 0;
        double rounded = decimals < 0 ? value : Rounding.to(value, decimals);
        double step = decimals < 0 ? Math.ulp(limit) : Rounding.step(decimals);
        boolean off = fromAbove ? rounded > limit : rounded < limit;
        if (off || strict && rounded == limit) {
            double next = fromAbove ? rounded - step : rounded + step;
            return decimals < 0 ? next : Rounding.to(next, decimals);
        }
        return rounded;
    }
}
