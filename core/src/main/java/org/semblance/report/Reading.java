package org.semblance.report;

/**
 * A number in words.
 *
 * @param words a few of them, without capital and full stop
 * @param gap by how much it is worse than fresh real rows, after what chance alone explains; NaN where that is not known
 */
public record Reading(Level level, String words, double gap) {
    static Reading of(Level level, String key, double gap) {
        return new Reading(level, key.isEmpty() ? "" : Words.of(key), gap);
    }

    static Reading unknown(String words) {
        return new Reading(Level.UNKNOWN, words, Double.NaN);
    }

    /** The same, with more to say. */
    Reading and(String more) {
        return new Reading(level, words + more, gap);
    }
}
