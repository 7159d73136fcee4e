package org.semblance.report;

import java.util.stream.IntStream;

/**
 * Which cells of a two-way table of counts are not shown, so that nobody can compute a small one: the small ones
 * themselves, and as many others as it takes. Every total of a row and of a column counts as known, for other parts of the
 * page show it.
 *
 * <p>First the cells withheld in a line together are made {@link ColumnViews#FEWEST} or more, for their sum is known.
 * Then each small cell gets three partners at the corners of a rectangle: whatever is added to it and to the opposite
 * corner, and taken from the two others, leaves all that is shown as it is, so that the cell may be any of several
 * numbers, of ten where the table allows it. A 0 is nobody's and may be found out. Cost: cells squared, of about a
 * hundred.
 *
 * <p>Source: complementary cell suppression, Cox 1980, doi:10.1080/01621459.1980.10477481.
 */
final class Withheld {
    /** A small cell that may be anything from 0 to 9 is as good as unknown. */
    private static final int ROOM = ColumnViews.FEWEST - 1;

    private final int[] counts;
    private final int width;
    private final int height;
    private final boolean[] told;
    private final boolean[] hidden;

    private Withheld(int[] counts, int width, boolean[] told) {
        this.counts = counts;
        this.width = width;
        height = width == 0 ? 0 : counts.length / width;
        this.told = told;
        hidden = new boolean[counts.length];
    }

    /**
     * Per cell whether it is withheld.
     *
     * @param counts row by row
     * @param told cells of which is said that they are small
     */
    static boolean[] of(int[] counts, int width, boolean[] told) {
        Withheld cells = new Withheld(counts, width, told);
        for (int k = 0; k < counts.length; k++) {
            cells.hidden[k] = counts[k] < ColumnViews.FEWEST;
        }
        for (int row = 0; row < cells.height; row++) {
            int first = row * width;
            cells.fill(IntStream.range(first, first + width).toArray());
        }
        for (int column = 0; column < width; column++) {
            int first = column;
            cells.fill(IntStream.range(0, cells.height)
                    .map(row -> row * width + first)
                    .toArray());
        }
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0 && counts[k] < ColumnViews.FEWEST && !cells.protect(k)) {
                java.util.Arrays.fill(cells.hidden, true);
            }
        }
        return cells.hidden;
    }

    /** Withholds the smallest of a line, too, where those withheld are few rows together. */
    private void fill(int[] line) {
        int sum = IntStream.of(line).filter(k -> hidden[k]).map(k -> counts[k]).sum();
        if (sum > 0 && sum < ColumnViews.FEWEST) {
            IntStream.of(line)
                    .filter(k -> !hidden[k])
                    .boxed()
                    .min((a, b) -> counts[a] - counts[b])
                    .ifPresent(k -> hidden[k] = true);
        }
    }

    /** Withholds the corners of the best rectangle: most room, then fewest more cells, then fewest rows in them. */
    private boolean protect(int cell) {
        int row = cell / width;
        int column = cell % width;
        int[] best = {};
        long most = Long.MIN_VALUE;
        for (int other = 0; other < height; other++) {
            for (int beside = 0; beside < width; beside++) {
                int[] corners = {other * width + beside, row * width + beside, other * width + column};
                int room = other == row || beside == column ? 0 : room(cell, corners);
                int cost = 0;
                long rows = 0;
                for (int corner : corners) {
                    cost += hidden[corner] ? 0 : 1;
                    rows += hidden[corner] ? 0 : counts[corner];
                }
                long worth = ((long) room * 4 - cost) * Integer.MAX_VALUE - rows;
                if (room > 0 && worth > most) {
                    most = worth;
                    best = corners;
                }
            }
        }
        for (int corner : best) {
            hidden[corner] = true;
        }
        return best.length > 0;
    }

    /** How many more numbers a cell may be than its own. */
    private int room(int cell, int[] corners) {
        int up = Math.min(Math.min(rise(cell), rise(corners[0])), Math.min(counts[corners[1]], counts[corners[2]]));
        int down = Math.min(Math.min(counts[cell], counts[corners[0]]), Math.min(rise(corners[1]), rise(corners[2])));
        return Math.min(ROOM, up + down);
    }

    /** How much larger it may be for all that is shown. */
    private int rise(int cell) {
        return told[cell] ? Math.max(0, ROOM - counts[cell]) : Integer.MAX_VALUE;
    }
}
