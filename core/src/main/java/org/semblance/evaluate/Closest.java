package org.semblance.evaluate;

import java.util.Arrays;

/**
 * The k nearest rows that a search finds, nearest first. Used again and again by one thread: {@link #clear} before each
 * search.
 *
 * <p>Where several rows are equally far, distances do not depend on which are taken. Where the rows themselves matter,
 * {@link #clear(long)} lets each of them win by chance, another one for each salt.
 */
public final class Closest extends Neighbours.Hunt {
    private final float[] distances;
    private final int[] rows;
    private final long[] lots;
    private boolean drawn;
    private long salt;
    private int skipped;

    public Closest(int k) {
        distances = new float[k];
        rows = new int[k];
        lots = new long[k];
        clear();
    }

    /** Forgets what was found. */
    public Closest clear() {
        Arrays.fill(distances, Float.POSITIVE_INFINITY);
        Arrays.fill(rows, -1);
        limit = Float.POSITIVE_INFINITY;
        drawn = false;
        skipped = -1;
        return this;
    }

    /** Forgets what was found; equally far rows will be drawn by lot. */
    public Closest clear(long lot) {
        clear();
        drawn = true;
        salt = lot;
        return this;
    }

    /** Does not count this row of the index: the searched row itself. */
    public Closest skip(int row) {
        skipped = row;
        return this;
    }

    @Override
    protected void meet(int row, float distance) {
        if (row == skipped) {
            return;
        }
        long lot = drawn ? lot(salt, row) : 0;
        int last = distances.length - 1;
        if (distance == distances[last] && lot >= lots[last]) {
            return;
        }
        int at = last;
        while (at > 0 && (distances[at - 1] > distance || distances[at - 1] == distance && lots[at - 1] > lot)) {
            distances[at] = distances[at - 1];
            rows[at] = rows[at - 1];
            lots[at] = lots[at - 1];
            at--;
        }
        distances[at] = distance;
        rows[at] = row;
        lots[at] = lot;
        limit = drawn ? Math.nextUp(distances[last]) : distances[last];
    }

    /** The distance of the k-th nearest row, from 0; infinite where there are not so many. */
    public float distance(int k) {
        return distances[k];
    }

    /** The k-th nearest row, from 0; -1 where there are not so many. */
    public int row(int k) {
        return rows[k];
    }
}
