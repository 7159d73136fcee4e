package org.semblance.evaluate.useful;

/**
 * How many complete rows stand behind the estimates of a synthesis, and how far these are expected to be from the real ones.
 *
 * <p>Where some real rows were held back, the syntheses are of a part of the real table, and the estimates of a part differ
 * from those of the whole by a variance of s (1/n - 1/N), whatever the synthesis does. The other terms are those of Raab,
 * Nowok and Dibben (2016), doi:10.29012/jpc.v7i3.407, table 1; s is the variance of one row's worth of information.
 *
 * @param made k, of a synthetic table, on average
 * @param learnt n, that the syntheses were learnt from
 * @param real N, of the real table beside them, which has those learnt from among them; n where there is none
 * @param sets m, synthetic tables
 */
record SyntheticSizes(double made, double learnt, double real, int sets) {
    /** k / n. */
    double shares() {
        return made / learnt;
    }

    /** Whether the real table has rows that nothing was learnt from. */
    boolean held() {
        return learnt < real;
    }

    /**
     * The variance of the mean estimate around the real one, in real variances s/N: N (1/(k m) + 1/n - 1/N).
     *
     * @param proper whether each synthesis is from parameters of its own: N ((1/k + 1/n)/m + 1/n - 1/N)
     */
    double noise(boolean proper) {
        double drawn = (proper ? 1 / made + 1 / learnt : 1 / made) / sets;
        return real * (drawn + (1 / learnt - 1 / real));
    }
}
