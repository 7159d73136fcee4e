package org.semblance.evaluate.privacy;

import org.semblance.evaluate.Closest;
import org.semblance.evaluate.Neighbours;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.evaluate.Sample;
import org.semblance.table.Table;

/** Many searches for nearest rows, on all threads. */
final class Searches {
    private static final int CHUNK = 64;

    private Searches() {}

    /** The distances of the k nearest rows of an index to the first {@code count} rows of a table: k x count. */
    static float[][] distances(Neighbours index, int fromTable, int count, int k, Run run) {
        float[][] out = new float[k][count];
        run.parallel((count + CHUNK - 1) / CHUNK, chunk -> {
            Closest closest = new Closest(k);
            for (int i = chunk * CHUNK; i < Math.min(count, (chunk + 1) * CHUNK); i++) {
                index.search(fromTable, i, closest.clear());
                for (int j = 0; j < k; j++) {
                    out[j][i] = closest.distance(j);
                }
            }
        });
        return out;
    }

    /** The k nearest rows themselves, equally far ones drawn by lot: k x count; -1 where there are fewer rows. */
    static int[][] rows(Neighbours index, int fromTable, int count, int k, Run run) {
        int[][] out = new int[k][count];
        run.parallel((count + CHUNK - 1) / CHUNK, chunk -> {
            Closest closest = new Closest(k);
            Rng lots = run.rng().child(chunk);
            for (int i = chunk * CHUNK; i < Math.min(count, (chunk + 1) * CHUNK); i++) {
                index.search(fromTable, i, closest.clear(lots.nextLong()));
                for (int j = 0; j < k; j++) {
                    out[j][i] = closest.row(j);
                }
            }
        });
        return out;
    }

    /** At most {@code most} rows; all where that is 0. */
    static Table some(Table table, int most, Rng rng) {
        return most == 0 ? table : Sample.rows(table, most, rng);
    }

    /** Where not all rows were looked among: "Among 50,000 of 1,000,000 synthetic rows.", else empty. */
    static String among(int some, int all, String what) {
        return some == all
                ? ""
                : String.format(java.util.Locale.ROOT, "Among %,d of %,d %s rows.", some, all, what);
    }
}
