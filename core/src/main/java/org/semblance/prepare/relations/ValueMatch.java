package org.semblance.prepare.relations;

import java.util.Locale;

/**
 * How much the values of a column say that it points at a key: how unlikely it is that they are all found there by
 * chance. Small whole numbers in a key that counts rows say next to nothing.
 *
 * @param score 0 nothing, 1 everything
 * @param found the share of the rows with a value whose value the key has
 * @param orphans rows with a value that the key does not have
 * @param why in words
 */
record ValueMatch(double score, double found, int orphans, String why) {
    /** Values looked at before all are. */
    private static final int LOOKED_AT = 200;

    /** Texts as long as this (half a UUID) are not met twice by chance. */
    private static final double LONG = 16;

    static final ValueMatch NONE = new ValueMatch(0, 0, 0, "");

    /** @param wanted the least share of values to be found for it to be of interest */
    static ValueMatch of(Values column, Values key, double wanted) {
        int different = column.distinct().length;
        if (different == 0
                || (key.numbers() && !column.numbers())
                || !column.nameable()
                || !likely(column, key, wanted)) {
            return NONE;
        }
        int shared = column.sharedWith(key);
        if (shared < wanted * different && shared < different - 1) {
            return NONE;
        }
        int orphans = shared == different ? 0 : column.orphans(key);
        double found = 1 - (double) orphans / (column.rows() - column.missing());
        double score = (key.numbers() ? numbers(column, key, shared) : texts(column, key, shared)) * found;
        String count = String.format(Locale.ROOT, "%,d", different);
        String why = orphans == 0
                ? (different == 1 ? "its only value is found there" : "all its " + count + " values are found there")
                : String.format(Locale.ROOT, "%.1f %% of its rows are found there", Math.floor(found * 1000) / 10);
        return new ValueMatch(score, found, orphans, why);
    }

    /** Whether a look at some of the values leaves it possible that so large a share of them is found in the key. */
    static boolean likely(Values column, Values key, double wanted) {
        long[] values = column.distinct();
        int looked = Math.min(values.length, LOOKED_AT);
        int found = 0;
        for (int i = 0; i < looked; i++) {
            found += key.has(values[(int) ((long) i * values.length / looked)]) ? 1 : 0;
        }
        // Of 200 values less than half of those wanted: by chance with probability below 1e-9 where wanted is .5 or
        // more.
        return found >= wanted * looked / 2;
    }

    private static double texts(Values column, Values key, int shared) {
        double length = Math.min(column.length(), key.length());
        if (length >= LONG) {
            return 0.97;
        }
        if (shared >= 5) {
            return length >= 4 ? 0.95 : 0.85;
        }
        return shared >= 3 ? 0.5 : length >= 8 ? 0.3 : 0;
    }

    private static double numbers(Values column, Values key, int shared) {
        double measured = column.naming() ? 1 : 0.5;
        double density = key.density();
        if (density < 0.5) {
            return measured * Math.min(0.95, 1 - Math.pow(density, Math.min(shared, 10)));
        }
        double covered = (double) shared / key.distinct().length;
        double spread = (column.most() - column.least()) / (key.most() - key.least() + 1);
        if (key.least() >= 1000 && shared >= 10 && spread > 0.5) {
            return measured * 0.8;
        }
        if (covered >= 0.9 && shared >= 3) {
            return 0.5;
        }
        return covered >= 0.5 && shared >= 50 ? measured * 0.5 : 0;
    }
}
