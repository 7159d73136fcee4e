package org.semblance.linkage.score;

/**
 * How many records there are to link: of two files, or of one that is linked with itself.
 *
 * @param source rows of the source, or of the one file
 * @param target rows of the target; -1 where there is one file only
 */
public record Sides(int source, int target) {
    public static Sides one(int rows) {
        return new Sides(rows, -1);
    }

    public boolean two() {
        return target >= 0;
    }

    /** All records: rows of the source come first. */
    public int records() {
        return source + Math.max(0, target);
    }

    /** The number among all records of the second row of a pair. */
    int second(long pair) {
        return (two() ? source : 0) + (int) pair;
    }

    static int first(long pair) {
        return (int) (pair >>> 32);
    }

    /** How many pairs could be linked. */
    public double comparisons() {
        return two() ? (double) source * target : 0.5 * source * (source - 1.0);
    }
}
