package org.semblance.impute;

import java.util.Set;
import org.semblance.math.Together;
import org.semblance.table.Table;

/**
 * Predictors by a quick look at correlations: a column is one where it correlates with the target, or with whether the
 * target is there, by more than a least absolute correlation, in the rows where both are there.
 *
 * <p>Source: van Buuren, Boshuizen and Knook (1999), Stat. Med. 18, 681-694; mice's {@code quickpred}. Labels count by
 * their place in the dictionary.
 *
 * @param correlation the least absolute correlation
 * @param usable the least share of the target's holes in which the predictor is there
 * @param include columns that are always predictors
 * @param exclude columns that never are
 */
public record QuickPredictors(double correlation, double usable, Set<String> include, Set<String> exclude) {
    public static final QuickPredictors DEFAULT = new QuickPredictors(0.1, 0, Set.of(), Set.of());

    /** The predictor matrix: [targets][columns], 1 for a predictor; no predictors for complete columns. */
    public int[][] of(Table data) {
        int p = data.width();
        MissingData missing = MissingData.of(data);
        double[][] values = new double[p][];
        for (int c = 0; c < p; c++) {
            values[c] = Numbers.of(data.column(c));
        }
        int[][] matrix = new int[p][p];
        for (int target = 0; target < p; target++) {
            if (missing.missing(target) == 0) {
                continue;
            }
            for (int column = 0; column < p; column++) {
                String name = data.schema().field(column).name();
                boolean can =
                        column != target && data.schema().field(column).kind().modelled() && !exclude.contains(name);
                matrix[target][column] =
                        can && (include.contains(name) || tells(values, missing, target, column)) ? 1 : 0;
            }
        }
        return matrix;
    }

    private boolean tells(double[][] values, MissingData missing, int target, int column) {
        double[] there = values[target].clone();
        for (int i = 0; i < there.length; i++) {
            there[i] = Double.isNaN(there[i]) ? 0 : 1;
        }
        double most = Math.max(
                Math.abs(Together.of(values[target], values[column]).correlation()),
                Math.abs(Together.of(there, values[column]).correlation()));
        double usableHoles = missing.columnObserved()[target][column];
        return most > correlation && usableHoles / missing.missing(target) >= usable;
    }
}
