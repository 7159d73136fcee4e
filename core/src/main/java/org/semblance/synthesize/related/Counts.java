package org.semblance.synthesize.related;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

    /** Whether rows are so few that they are a list, of which each row is what a label is to those that name it. */
    static boolean list(int rows, Privacy privacy) {
        return rows < 2 * privacy.extremes();
    }

    /**
     * Counts without what is not released, with the same sum: the largest and smallest are pulled inside like other
     * numbers, and what that takes away or adds is spread over the largest 2k, k being {@link Privacy#extremes}. Counts of
     * 0 and 1 tell nothing by themselves and stay.
     */
    static NumberColumn curated(double[] counts, Field field, Privacy privacy) {
        if (list(counts.length, privacy)) {
            return ofList(counts, privacy);
        }
        if (atMostOne(counts)) {
            return NumberColumn.of(counts);
        }
        double sum = Arrays.stream(counts).sum();
        int most = 2 * privacy.extremes();
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

    /**
     * How often the rows of a list are named, with the same sum, as frequencies of labels are told: as they are where {@link
     * Privacy#rare} rows or more name one. All others get their mean; where these are named in fewer rows than that all
     * together, what names them names the commonest.
     */
    static NumberColumn ofList(double[] counts, Privacy privacy) {
        if (atMostOne(counts)) {
            return NumberColumn.of(counts);
        }
        double[] out = counts.clone();
        int[] few = IntStream.range(0, counts.length)
                .filter(i -> counts[i] < privacy.rare())
                .toArray();
        double sum = Arrays.stream(few).mapToDouble(i -> counts[i]).sum();
        boolean pooled = sum >= privacy.rare() || few.length == counts.length;
        double[] shares = even(pooled ? sum : 0, few.length);
        for (int k = 0; k < few.length; k++) {
            out[few[k]] = shares[k];
        }
        if (!pooled) {
            int commonest = 0;
            for (int i = 1; i < counts.length; i++) {
                commonest = counts[i] > counts[commonest] ? i : commonest;
            }
            out[commonest] += sum;
        }
        return NumberColumn.of(out);
    }

    private static boolean atMostOne(double[] counts) {
        return Arrays.stream(counts).allMatch(count -> count <= 1);
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
