package org.semblance.bench.fitfor;

import java.util.Map;
import org.semblance.random.Rng;

/** Something that people do with rows, done with synthetic ones and judged on real rows that no measure saw. */
interface Work {
    /** Adds what went wrong, by name; 0 is as good as real rows. NaN where there was nothing to do. */
    void judge(Coded synthetic, Rng rng, Map<String, Double> out);
}
