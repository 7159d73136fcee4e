package org.semblance.synthesize.sequence;

import org.semblance.synthesize.sequence.Layout.Feature;
import org.semblance.synthesize.sequence.Layout.What;

/**
 * What a column of numbers is drawn as: its level, or how far it is from where it is measured from. A sum of other features
 * says what is to be expected; it is where it is measured from, or is told to the tree.
 *
 * @param expected what is to be expected; nothing where that is not known
 * @param spread in what distances are measured
 * @param rest how near to the value before a drawn one must be to become it, on the scale of the column
 * @param free whether it may leave the range of the real values: a counter that never falls
 */
record Form(From from, Sum expected, Spread spread, double rest, boolean free) {
    /** From where a value is measured. */
    enum From {
        /** From nothing: the value itself is drawn. Keeps heaps; blurs what a leaf cannot resolve. */
        NOTHING,
        /** From the value before: the change is drawn. Walks. */
        LAST,
        /** From the sum. Readings that return to a mean, columns that go together. */
        LINE,
        /** From the place of the step: dates that follow its date. */
        PLACE
    }

    static final Form LEVEL = of(From.NOTHING);

    static Form of(From from) {
        return new Form(from, Sum.NOTHING, Spread.EVEN, 0, false);
    }

    Form freed() {
        return new Form(from, expected, spread, rest, true);
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
        return !expected.nothing() && from != From.LINE;
    }

    /** Whether what is drawn lies on the grid of the column. */
    boolean onGrid(boolean log) {
        return !log && from != From.LINE && spread.even();
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
            case LINE -> expected.at(teller, scales);
            case PLACE -> teller.told(new Feature(What.NOW, 0));
        };
    }

    /** What is to be expected of what is drawn. */
    double expected(int column, Teller teller, Scales scales) {
        return expected.at(teller, scales) - anchor(column, teller, scales);
    }

    /** What is drawn where the column has this value, scaled. */
    double drawn(int column, double scaled, Teller teller, Scales scales) {
        return (scaled - anchor(column, teller, scales)) / spread.at(teller, scales);
    }

    /** The value of the column, scaled, where this was drawn. */
    double value(int column, double drawn, Teller teller, Scales scales) {
        return anchor(column, teller, scales) + drawn * spread.at(teller, scales);
    }

    /** A value brought back between two bounds, mirrored at the one it passed. */
    static double mirrored(double value, double least, double most) {
        double inside = value > most ? 2 * most - value : value < least ? 2 * least - value : value;
        return Math.max(least, Math.min(most, inside));
    }
}
