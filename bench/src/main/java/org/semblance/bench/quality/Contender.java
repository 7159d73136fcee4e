package org.semblance.bench.quality;

import org.semblance.run.Run;

/** Whoever makes rows for a table: a floor, a synthesizer, a peer. */
interface Contender {
    /** As the first column of the result says it. */
    String name();

    /** Whether it has anything to offer for this table and seed: 1, 2, 3 and so on. */
    default boolean has(Case table, int seed) {
        return true;
    }

    /** @param run with the randomness of this seed */
    Trial make(Case table, int seed, Run run);
}
