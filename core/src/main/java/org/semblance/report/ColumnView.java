package org.semblance.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;

/**
 * One column of the real and of the synthetic table on the same bars. No bar stands for fewer than
 * {@link ColumnViews#FEWEST} real rows, and no label that fewer have is named.
 *
 * @param kind the word of its {@link org.semblance.table.Kind}
 * @param score how alike the two are, 0 to 1; NaN where the column is not scored
 * @param fresh what fresh real rows score; NaN where none were held back
 * @param bars the shares of the rows that have a value; empty where too few have one; where fewer than
 *     {@link ColumnViews#FEWEST} real rows have none, these are counted with the first bar
 * @param missing the shares of all rows that have none, or null where all have one or few real rows have
 * @param reading where they differ most, in words
 */
public record ColumnView(
        String name,
        String kind,
        double score,
        double fresh,
        Shape shape,
        List<Bar> bars,
        @Nullable Bar missing,
        String reading) {
    /** What the bars stand for. */
    public enum Shape {
        /** Stretches of an axis, next to each other, each {@link Bar#width} steps wide. */
        NUMBERS,
        /** Labels, commonest first; then what is left. */
        LABELS,
        /** Nothing is shown: keys, identifiers, texts. */
        NONE
    }

    /**
     * A share of the real and of the synthetic rows.
     *
     * @param label what it stands for ("20 to 29")
     * @param start where it begins on the axis; empty for labels and where it is open
     * @param width in steps of the axis
     * @param real NaN where fewer than {@link ColumnViews#FEWEST} real rows are in it
     */
    public record Bar(String label, String start, int width, double real, double synthetic) {
        /** How much more of the synthetic rows are here. */
        public double more() {
            return synthetic - (Double.isNaN(real) ? 0 : real);
        }
    }

    public ColumnView {
        bars = List.copyOf(bars);
    }

    /** The same under another name. */
    ColumnView name(String other) {
        return new ColumnView(other, kind, score, fresh, shape, bars, missing, reading);
    }

    /**
     * Two columns of one field on common bars, without a score; no bars where fewer than {@link ColumnViews#FEWEST}
     * values of the first are there, or none of the second.
     */
    public static ColumnView beside(Field field, Column first, Column second) {
        boolean few = first.size() - first.missingCount() < ColumnViews.FEWEST
                || second.size() == second.missingCount()
                || !field.kind().modelled();
        Shape shape = field.kind().numeric() ? Shape.NUMBERS : Shape.LABELS;
        List<Bar> bars = few
                ? List.of()
                : first instanceof NumberColumn numbers
                        ? NumberBars.of(field.kind(), numbers, (NumberColumn) second)
                                .bars()
                        : LabelBars.of(first, second);
        String kind = field.kind().word();
        return new ColumnView(field.name(), kind, Double.NaN, Double.NaN, shape, bars, null, "");
    }

    /** How far it falls behind fresh rows; what is not scored comes last in any order. */
    public double behind() {
        return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : (Double.isNaN(fresh) ? 1 : fresh) - score;
    }
}
