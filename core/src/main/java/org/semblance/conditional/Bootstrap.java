package org.semblance.conditional;

import org.semblance.random.Rng;

/** Rows drawn with replacement. */
final class Bootstrap {
    private Bootstrap() {}

    /** As many as there are, in order of the draws. */
    static int[] of(int[] rows, Rng rng) {
        int[] out = new int[rows.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = rows[rng.nextInt(rows.length)];
        }
        return out;
    }
}
