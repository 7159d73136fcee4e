package org.semblance.synthesize.sequence;

import java.util.List;
import org.semblance.synthesize.sequence.Layout.Feature;
import org.semblance.synthesize.sequence.Layout.What;

/**
 * What a line through features of numbers and the effects of features of few values add up to.
 *
 * @param terms the features of the line
 * @param slopes of each term
 * @param centre of the line
 * @param cells what features of few values add to the line
 */
record Sum(List<Feature> terms, double[] slopes, double centre, List<Cells> cells) {
    static final Sum NOTHING = new Sum(List.of(), new double[0], 0, List.of());

    Sum {
        terms = List.copyOf(terms);
        cells = List.copyOf(cells);
    }

    boolean nothing() {
        return terms.isEmpty() && cells.isEmpty();
    }

    /** A term that is missing counts as its column's centre. */
    double at(Form.Teller teller, Scales scales) {
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
}
