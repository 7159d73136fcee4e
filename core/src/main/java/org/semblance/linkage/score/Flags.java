package org.semblance.linkage.score;

/** A mark on some of the records. */
final class Flags {
    private final long[] bits;
    private final Sides sides;
    private int count;

    Flags(Sides sides) {
        this.sides = sides;
        bits = new long[(sides.records() >> 6) + 1];
    }

    void mark(int record) {
        long bit = 1L << record;
        count += (bits[record >> 6] & bit) == 0 ? 1 : 0;
        bits[record >> 6] |= bit;
    }

    boolean marked(int record) {
        return (bits[record >> 6] >>> record & 1) != 0;
    }

    /** Whether either record of the pair is marked. */
    boolean touches(long pair) {
        return marked(Sides.first(pair)) || marked(sides.second(pair));
    }

    /** How many records are marked. */
    int count() {
        return count;
    }
}
