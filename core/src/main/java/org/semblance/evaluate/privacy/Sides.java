package org.semblance.evaluate.privacy;

import java.util.Locale;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Distances;
import org.semblance.evaluate.Neighbours;
import org.semblance.evaluate.Sample;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** As many rows that were learnt from as rows that were held back, so that neither is nearer by being more. */
record Sides(Table real, Table holdout, int all) {
    /** @param most rows of each; 0 is as many as there are */
    static Sides of(Comparison c, String metric, int most, Run run) {
        Table holdout = c.holdout(metric);
        int all = Math.min(c.real().rows(), holdout.rows());
        Rng rng = run.rng();
        int each = Searches.among(Sample.rows(c.real(), all, rng.child("all")), c.synthetic(), most, rng.child("among"))
                .rows();
        return new Sides(
                Sample.rows(c.real(), each, rng.child("real")), Sample.rows(holdout, each, rng.child("holdout")), all);
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

    /** The distances of synthetic rows to the k nearest rows of either side. */
    record Near(float[][] real, float[][] holdout, String note) {
        int rows() {
            return real[0].length;
        }

        /** @param all whether all synthetic rows are wanted at any cost */
        static Near of(Distances distances, int k, boolean all, Run run) {
            int rows = distances.rows(Distances.SYNTHETIC);
            Neighbours real = distances.neighbours(Distances.REAL);
            int[] targets = Searches.affordable(real, Distances.SYNTHETIC, rows, all);
            return new Near(
                    Searches.distances(real, Distances.SYNTHETIC, targets, k, run),
                    Searches.distances(distances.neighbours(Distances.HOLDOUT), Distances.SYNTHETIC, targets, k, run),
                    Searches.on(targets.length, rows));
        }
    }
}
