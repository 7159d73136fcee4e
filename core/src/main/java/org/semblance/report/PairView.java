package org.semblance.report;

import java.util.List;

/**
 * A pair of columns as a table of shares: real beside synthetic rows, in few groups each. Cells of fewer than
 * {@link ColumnViews#FEWEST} real rows are not shown, unless clearly more synthetic rows are in them; nor are those from
 * which they could be computed.
 *
 * @param score how alike the pair is, 0 to 1
 * @param fresh what fresh real rows score, or NaN
 * @param across groups of the first column
 * @param down groups of the second
 * @param more per cell (row by row: {@code down x across}) by how much the synthetic share is larger; NaN where the
 *     cell is not shown
 * @param reading the cell that differs most, in words
 */
public record PairView(
        String first,
        String second,
        double score,
        double fresh,
        List<String> across,
        List<String> down,
        List<Double> more,
        String reading) {
    public PairView {
        across = List.copyOf(across);
        down = List.copyOf(down);
        more = List.copyOf(more);
    }

    /** How far it falls behind fresh rows, or behind 1. */
    public double behind() {
        return (Double.isNaN(fresh) ? 1 : fresh) - score;
    }
}
