package org.semblance.linkage.learn;

import java.util.List;
import java.util.Map;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Together;
import org.semblance.linkage.Variable;

/**
 * What pairs say of the errors between them.
 *
 * @param columns one by one
 * @param changed share of the pairs with 0, 1, 2 ... columns that differ
 * @param rates of corruptions that make the same errors again
 * @param together how many columns change in a row, as {@link org.semblance.linkage.Errors} takes it
 * @param pairs learnt from
 * @param fit how near the rates are to what was seen
 */
public record Learnt(List<Column> columns, double[] changed, List<Rate> rates, Together together, int pairs, Fit fit) {
    /**
     * Of one column.
     *
     * @param differs share of all pairs whose cells differ, blank ones too
     * @param blank share of the second cells that are missing
     * @param wasBlank share of the first cells that are missing
     * @param kinds how many pairs differ in which way
     */
    public record Column(
            Variable variable, double differs, double blank, double wasBlank, Map<String, Integer> kinds) {}

    public Learnt {
        columns = List.copyOf(columns);
        rates = List.copyOf(rates);
    }
}
