package org.semblance.evaluate.privacy;

import java.util.Locale;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Sample;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** As many rows that were learnt from as rows that were held back, so that neither is nearer by being more. */
record Sides(Table real, Table holdout, int all) {
    /** @param most rows of each; 0 is as many as there are */
    static Sides of(Comparison c, String metric, int most, Run run) {
        Table holdout = c.holdout(metric);
        int all = Math.min(c.real().rows(), holdout.rows());
        int each = most == 0 ? all : Math.min(all, most);
        return new Sides(
                Sample.rows(c.real(), each, run.rng().child("real")),
                Sample.rows(holdout, each, run.rng().child("holdout")),
                all);
    }

    int each() {
        return real.rows();
    }

    Sides select(int[] columns) {
        return new Sides(real.select(columns), holdout.select(columns), all);
    }

    String note() {
        return each() == all ? "" : String.format(Locale.ROOT, "Among %,d of %,d rows of either side.", each(), all);
    }

    /** The distances of every synthetic row to the k nearest rows of a side: k x rows. */
    static float[][] nearest(Distances distances, int side, int k, Run run) {
        return Searches.distances(
                distances.neighbours(side), Distances.SYNTHETIC, distances.rows(Distances.SYNTHETIC), k, run);
    }
}
