package org.semblance.bench.fitfor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One made table: what was measured of it, and how the works went.
 *
 * @param measured by measure, how much worse than fresh rows as the report reads it; its worst column or pair as "worst"
 * @param went by outcome; 0 is as good as real rows
 */
record Trial(String table, String way, int seed, Map<String, Double> measured, Map<String, Double> went) {
    /** After the name of a work: what chance makes of its areas under the curve, as one standard error. */
    static final String CHANCE = " chance";

    Trial {
        measured = new LinkedHashMap<>(measured);
        went = new LinkedHashMap<>(went);
    }

    double measured(String name) {
        return measured.getOrDefault(name, Double.NaN);
    }

    double went(String name) {
        return went.getOrDefault(name, Double.NaN);
    }
}
