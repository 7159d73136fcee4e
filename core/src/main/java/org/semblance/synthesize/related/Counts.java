package org.semblance.synthesize.related;

import java.util.Arrays;
import java.util.List;
import org.semblance.prepare.Curation;
import org.semblance.prepare.Privacy;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** How many children rows have: what is released of it. */
final class Counts {
    private Counts() {}

    /**
     * Counts without what is not released, with the same sum: the largest and smallest are pulled inside like other
     * numbers, and what that takes away or adds is spread over the largest 2k, k being {@link Privacy#extremes}. Where there
     * are fewer rows than that, each gets the mean. Counts of 0 and 1 tell nothing by themselves and stay.
     */
    static NumberColumn curated(double[] counts, Field field, Privacy privacy) {
        double sum = Arrays.stream(counts).sum();
        if (Arrays.stream(counts).allMatch(count -> count <= 1)) {
            return NumberColumn.of(counts);
        }
        int most = 2 * privacy.extremes();
        if (counts.length < most) {
            return NumberColumn.of(even(sum, counts.length));
        }
        Column column = NumberColumn.of(counts);
        Table alone = Table.of(Schema.of(field), List.of(column));
        double[] out = Curation.of(alone, privacy, Run.of(0)).table().numbers(0).toArray();
        double left = sum - Arrays.stream(out).sum();
        if (left == 0) {
            return NumberColumn.of(out);
        }
        Integer[] order = new Integer[out.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(out[b], out[a]));
        double[] shares = even(Math.abs(left), most);
        for (int k = 0; k < most; k++) {
            out[order[k]] = Math.max(0, out[order[k]] + Math.signum(left) * shares[k]);
        }
        return NumberColumn.of(out);
    }

    /** Whole numbers that are as equal as can be. */
    private static double[] even(double sum, int parts) {
        double[] even = new double[parts];
        double given = 0;
        for (int i = 0; i < parts; i++) {
            even[i] = Math.rint(sum * (i + 1) / parts) - given;
            given += even[i];
        }
        return even;
    }
}
