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
     * Counts without what is not released: the largest and smallest are pulled inside like other numbers. Where there are
     * too few rows for that, every row gets the mean, so that all children are there though nobody's number is told.
     */
    static NumberColumn curated(double[] counts, Field field, Privacy privacy) {
        if (counts.length >= 2 * privacy.extremes()) {
            Column column = NumberColumn.of(counts);
            Table alone = Table.of(Schema.of(field), List.of(column));
            return Curation.of(alone, privacy, Run.of(0)).table().numbers(0);
        }
        double sum = Arrays.stream(counts).sum();
        double[] even = new double[counts.length];
        double given = 0;
        for (int i = 0; i < even.length; i++) {
            even[i] = Math.rint(sum * (i + 1) / even.length) - given;
            given += even[i];
        }
        return NumberColumn.of(even);
    }
}
