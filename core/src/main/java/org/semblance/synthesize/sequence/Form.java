package org.semblance.synthesize.sequence;

import java.util.List;
import org.semblance.synthesize.sequence.Layout.Feature;
import org.semblance.synthesize.sequence.Layout.What;

/**
 * What a column of numbers is drawn as: its level, or how far it is from where it is measured from. A line through other
 * features says what is to be expected; it is where it is measured from, or is told to the tree.
 *
 * @param terms the features of the line; none where nothing is to be expected
 * @param slopes of each term
 * @param centre of the line
 * @param cells what features of few values add to the line
 * @param rest how near to the value before a drawn one must be to become it, on the scale of the column
 * @param free whether it may leave the range of the real values: a counter that never falls
 */
record Form(
        From from, List<Feature> terms, double[] slopes, double centre, List<Cells> cells, double rest, boolean free) {
    /** From where a value is measured. */
    enum From {
        /** From nothing: the value itself is drawn. Keeps heaps; blurs what a leaf cannot resolve. */
        NOTHING,
        /** From the value before: the change is drawn. Walks. */
        LAST,
        /** From the line. Readings that return to a mean, columns that go together. */
        LINE,
        /** From the place of the step: dates that follow its date. */
        PLACE
    }

    static final Form LEVEL = of(From.NOTHING);

    Form {
        terms = List.copyOf(terms);
        cells = List.copyOf(cells);
    }

    static Form of(From from) {
        return new Form(from, List.of(), new double[0], 0, List.of(), 0, false);
    }

    Form freed() {
        return new Form(from, terms, slopes, centre, cells, rest, true);
    }

    /** Whether it is drawn as its level. */
    boolean level() {
        return from == From.NOTHING;
    }

    /** Whether first steps are drawn so, too. */
    boolean fromStart() {
        return from == From.PLACE;
    }

    /** Whether the tree is told what is to be expected. */
    boolean expects() {
        return (!terms.isEmpty() || !cells.isEmpty()) && from != From.LINE;
    }

    /** Whether what is drawn lies on the grid of the column. */
    boolean onGrid(boolean log) {
        return !log && from != From.LINE;
    }

    /** What is told of a step. */
    interface Teller {
        /** A feature of numbers on the scale on which its column is followed; NaN where missing. */
        double told(Feature feature);

        /** The code of a feature of labels, -1 where missing. */
        int code(Feature feature);
    }

    /** From where it is measured. */
    double anchor(int column, Teller teller, Scales scales) {
        return switch (from) {
            case NOTHING -> 0;
            case LAST -> teller.told(new Feature(What.LAST, column));
            case LINE -> line(teller, scales);
            case PLACE -> teller.told(new Feature(What.NOW, 0));
        };
    }

    /** What is to be expected of what is drawn. */
    double expected(int column, Teller teller, Scales scales) {
        return line(teller, scales) - anchor(column, teller, scales);
    }

    /** A term that is missing counts as its column's centre. */
    private double line(Teller teller, Scales scales) {
        double line = centre;
        for (int i = 0; i < slopes.length; i++) {
            Feature term = terms.get(i);
            double value = teller.told(term);
            if (Double.isNaN(value)) {
                value = term.what() == What.VALUE ? scales.centre()[term.column()] : 0;
            }
            line += slopes[i] * value;
        }
        for (Cells one : cells) {
            line += one.effect(one.label() ? teller.code(one.feature()) : one.cell(teller.told(one.feature())));
        }
        return line;
    }

    /** A value brought back between two bounds, mirrored at the one it passed. */
    static double mirrored(double value, double least, double most) {
        double inside = value > most ? 2 * most - value : value < least ? 2 * least - value : value;
        return Math.max(least, Math.min(most, inside));
    }
}
