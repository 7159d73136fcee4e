package org.semblance.evaluate.alike;

import java.util.Locale;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Sample;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The rows of the two tables that a measure looks at.
 *
 * @param real real rows
 * @param synthetic synthetic rows
 * @param note that they are not all, or empty
 */
record Taken(Table real, Table synthetic, String note) {
    /** At most so many rows of each; 0 for all. */
    static Taken of(Comparison c, int rows, Run run) {
        return take(c, rows == 0 ? Integer.MAX_VALUE : rows, run.rng().child("taken"));
    }

    /** Equally many rows of both, at most so many; 0 for no limit. */
    static Taken equal(Comparison c, int rows, Run run) {
        int each = Math.min(c.real().rows(), c.synthetic().rows());
        return take(c, rows == 0 ? each : Math.min(each, rows), run.rng().child("taken"));
    }

    private static Taken take(Comparison c, int most, Rng rng) {
        Table real = Sample.rows(c.real(), most, rng.child("real"));
        Table synthetic = Sample.rows(c.synthetic(), most, rng.child("synthetic"));
        boolean all = real.rows() == c.real().rows()
                && synthetic.rows() == c.synthetic().rows();
        return new Taken(
                real,
                synthetic,
                all
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "on %,d of %,d real and %,d of %,d synthetic rows",
                                real.rows(),
                                c.real().rows(),
                                synthetic.rows(),
                                c.synthetic().rows()));
    }
}
