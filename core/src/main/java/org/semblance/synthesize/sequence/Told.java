package org.semblance.synthesize.sequence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.semblance.synthesize.sequence.Layout.Feature;
import org.semblance.synthesize.sequence.Layout.What;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;

/**
 * The features of real steps, as values.
 *
 * @param rows which of the real rows, ascending
 * @param numbers [features] of numbers, null for labels; NaN is missing
 * @param codes [features] of labels, null for numbers; -1 is missing
 */
record Told(Layout layout, int[] rows, double[] @Nullable [] numbers, int[] @Nullable [] codes) {
    /** All features of a layout of levels. Where there are no rows, those of one in which all is missing. */
    static Told of(Real real, Layout layout, Scales scales, double end, int[] rows) {
        int n = Math.max(1, rows.length);
        Told told = new Told(layout, rows, new double[layout.size()][], new int[layout.size()][]);
        for (int f = 0; f < layout.size(); f++) {
            if (layout.label(f)) {
                told.codes[f] = new int[n];
                Arrays.fill(told.codes[f], -1);
            } else {
                told.numbers[f] = new double[n];
                Arrays.fill(told.numbers[f], Double.NaN);
            }
        }
        told.follow(real, scales, end);
        return told;
    }

    /** Goes through all steps, and writes down those that are asked for. */
    private void follow(Real real, Scales scales, double end) {
        Trail trail = new Trail(layout, scales, end, 1);
        int at = 0;
        for (int e = 0; e < real.entities(); e++) {
            trail.begin(0, real.start()[e + 1] - real.start()[e]);
            for (int row = real.start()[e]; row < real.start()[e + 1]; row++) {
                if (real.order() >= 0) {
                    trail.arrive(0, real.numbers()[real.order()][row]);
                }
                if (at < rows.length && rows[at] == row) {
                    write(real, trail, e, row, at++);
                }
                for (int k = 0; k < real.numbers().length; k++) {
                    if (k != real.order() && real.numeric(k)) {
                        trail.note(k, 0, real.numbers()[k][row]);
                    } else if (k != real.order()) {
                        trail.note(k, 0, real.codes()[k][row]);
                    }
                }
                trail.leave(0);
            }
        }
    }

    private void write(Real real, Trail trail, int entity, int row, int at) {
        for (int f = 0; f < layout.size(); f++) {
            Feature feature = layout.feature(f);
            int column = feature.column();
            double[] number = numbers[f];
            int[] code = codes[f];
            if (code != null) {
                code[at] = switch (feature.what()) {
                    case WEEKDAY -> Calendar.weekday(layout.orderKind(), trail.now(0));
                    case CONTEXT -> ((CodeColumn) real.context().column(column)).code(entity);
                    case LABEL -> real.codes()[column][row];
                    default -> trail.code(feature, 0);
                };
            } else if (number != null) {
                number[at] = switch (feature.what()) {
                    case CLOCK -> Calendar.clock(trail.now(0));
                    case CONTEXT -> ((NumberColumn) real.context().column(column)).get(entity);
                    case VALUE -> real.numbers()[column][row];
                    case SIZE -> trail.size(column, 0, real.numbers()[column][row]);
                    default -> trail.number(feature, 0);
                };
            }
        }
    }

    /** A feature of numbers. */
    double[] number(int f) {
        double[] number = numbers[f];
        if (number == null) {
            throw new IllegalArgumentException(layout.feature(f) + " is no number");
        }
        return number;
    }

    private Form.Teller teller(Scales scales, int[] row) {
        return new Form.Teller() {
            @Override
            public double told(Feature feature) {
                double told = number(layout.features().indexOf(feature))[row[0]];
                return feature.what() == What.VALUE ? scales.scaled(feature.column(), told) : told;
            }

            @Override
            public int code(Feature feature) {
                return label(layout.features().indexOf(feature))[row[0]];
            }
        };
    }

    /** A feature of labels. */
    int[] label(int f) {
        int[] code = codes[f];
        if (code == null) {
            throw new IllegalArgumentException(layout.feature(f) + " is no label");
        }
        return code;
    }

    /**
     * The same with what columns are drawn as, where that is not their level, and what is to be expected of them. First
     * steps have no value before that a change could be measured from.
     */
    Told with(Real real, Layout whole, Scales scales) {
        double[] @Nullable [] more = Arrays.copyOf(numbers, whole.size());
        int n = Math.max(1, rows.length);
        for (int f = layout.size(); f < whole.size(); f++) {
            int column = whole.feature(f).column();
            double[] value = number(layout.find(What.VALUE, column));
            double[] out = new double[n];
            int[] at = new int[1];
            Form.Teller teller = teller(scales, at);
            boolean expected = whole.feature(f).what() == What.EXPECTED;
            Form form = whole.form(column);
            for (int i = 0; i < n; i++) {
                at[0] = i;
                out[i] = expected
                        ? form.expected(column, teller, scales)
                        : i < rows.length && real.first(rows[i]) && !form.fromStart()
                                ? Double.NaN
                                : form.drawn(column, scales.scaled(column, value[i]), teller, scales);
            }
            more[f] = out;
        }
        return new Told(whole, rows, more, Arrays.copyOf(codes, whole.size()));
    }
}
