package org.semblance.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;

/**
 * What can be said of one column without showing a row: counts, labels that enough rows share, and quantiles that have
 * enough rows beyond them.
 *
 * @param field the column
 * @param rows how many values there are, missing ones included
 * @param missing how many are missing
 * @param distinct how many different values there are
 * @param labels the commonest labels, commonest first, at most {@link #SHOWN}; empty for numbers, keys, identifiers and texts
 * @param rareLabels how many labels fewer than {@link Privacy#rare} rows have
 * @param quantiles of a number, for the shares {@link #SHARES}; {@code NaN} where too few rows lie beyond
 */
public record Facts(
        Field field, int rows, int missing, int distinct, List<Common> labels, int rareLabels, List<Double> quantiles) {
    /** How many labels are named at most. */
    public static final int SHOWN = 10;

    /** The shares whose quantiles are given. */
    public static final List<Double> SHARES = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);

    /** A label and in how many rows it is. */
    public record Common(String label, int rows) {}

    public Facts {
        labels = List.copyOf(labels);
        quantiles = List.copyOf(quantiles);
    }

    static Facts of(Field field, Column column, Privacy privacy) {
        return column instanceof NumberColumn numbers
                ? ofNumbers(field, numbers, privacy)
                : ofLabels(field, (CodeColumn) column, privacy);
    }

    private static Facts ofNumbers(Field field, NumberColumn column, Privacy privacy) {
        double[] sorted = column.toArray();
        Arrays.sort(sorted);
        int missing = column.missingCount();
        int present = sorted.length - missing;
        int distinct = 0;
        for (int i = 0; i < present; i++) {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }
        List<Double> quantiles = new ArrayList<>();
        for (double share : SHARES) {
            boolean enough = Math.min(share, 1 - share) * present >= privacy.extremes();
            quantiles.add(enough ? sorted[(int) Math.round(share * (present - 1))] : Double.NaN);
        }
        return new Facts(field, sorted.length, missing, distinct, List.of(), 0, quantiles);
    }

    private static Facts ofLabels(Field field, CodeColumn column, Privacy privacy) {
        int[] counts = new int[column.labels().size()];
        int missing = 0;
        for (int i = 0; i < column.size(); i++) {
            if (column.code(i) < 0) {
                missing++;
            } else {
                counts[column.code(i)]++;
            }
        }
        List<Common> common = new ArrayList<>();
        int distinct = 0;
        int rare = 0;
        for (int code = 0; code < counts.length; code++) {
            distinct += counts[code] > 0 ? 1 : 0;
            rare += counts[code] > 0 && counts[code] < privacy.rare() ? 1 : 0;
            if (field.kind().modelled() && counts[code] >= Math.max(1, privacy.rare())) {
                common.add(new Common(column.labels().get(code), counts[code]));
            }
        }
        common.sort((a, b) -> a.rows() != b.rows()
                ? Integer.compare(b.rows(), a.rows())
                : a.label().compareTo(b.label()));
        List<Common> shown = common.subList(0, Math.min(SHOWN, common.size()));
        return new Facts(field, column.size(), missing, distinct, shown, rare, List.of());
    }

    /** The quantile for one of {@link #SHARES}, or {@code NaN}. */
    public double quantile(double share) {
        int at = SHARES.indexOf(share);
        return at < 0 || quantiles.isEmpty() ? Double.NaN : Objects.requireNonNull(quantiles.get(at));
    }

    /** How many values are not missing. */
    public int present() {
        return rows - missing;
    }
}
