package org.semblance.linkage;

import org.jspecify.annotations.Nullable;

/**
 * One change of one cell: at {@code position} the text {@code before} was replaced by {@code after}. What was the same
 * at both ends is left out, so a swapped pair of letters is two letters long and not the whole cell.
 *
 * @param row number of the row in its file, from 0
 * @param variable the column's place in its file, from 0; -1 where a log was read, which has columns by name
 * @param operator what did it: a name of {@link Corruptions#ALL}
 * @param position where the texts stand in the cell, in code points (characters as Python, R and SQL count them), from
 *     0; {@link #WHOLE} where the cell is missing before or after, so that both are the whole cell
 * @param before null where the cell was missing
 * @param after null where the cell is missing
 */
public record Change(
        long row,
        int variable,
        String operator,
        int position,
        @Nullable String before,
        @Nullable String after) {
    /** The position of a change from or to a missing cell. */
    public static final int WHOLE = -1;

    /**
     * The operator of an entry about a whole row of a table that was left out of the file made of it; its number is that
     * in the table, and it names no column.
     */
    public static final String OMITTED = "omitted";

    /** The operator of an entry about a whole row that says again what another says; it names no column. */
    public static final String DUPLICATED = "duplicated";

    /** The smallest change from one text to the other: the longest common beginning, then the longest common end, go. */
    public static Change between(
            long row, int variable, String operator, @Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return new Change(row, variable, operator, WHOLE, before, after);
        }
        int start = sameStart(before, after);
        int end = sameEnd(before, after, start);
        return new Change(
                row,
                variable,
                operator,
                before.codePointCount(0, start),
                before.substring(start, before.length() - end),
                after.substring(start, after.length() - end));
    }

    /** How many chars both begin with, never half a surrogate pair. */
    static int sameStart(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int n = 0;
        while (n < most && a.charAt(n) == b.charAt(n)) {
            n++;
        }
        return n > 0 && Character.isHighSurrogate(a.charAt(n - 1)) ? n - 1 : n;
    }

    /** How many chars both end with, behind the first {@code start} of each, never half a surrogate pair. */
    static int sameEnd(String a, String b, int start) {
        int most = Math.min(a.length(), b.length()) - start;
        int n = 0;
        while (n < most && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
            n++;
        }
        return n > 0 && Character.isLowSurrogate(a.charAt(a.length() - n)) ? n - 1 : n;
    }

    /**
     * The cell after the change.
     *
     * @throws IllegalArgumentException where the cell is not the one that was changed
     */
    public @Nullable String replay(@Nullable String cell) {
        return exchange(cell, before, after);
    }

    /** The cell before the change, given the one after it. */
    public @Nullable String invert(@Nullable String cell) {
        return exchange(cell, after, before);
    }

    private @Nullable String exchange(@Nullable String cell, @Nullable String from, @Nullable String to) {
        if (position == WHOLE) {
            if (cell == null ? from != null : !cell.equals(from)) {
                throw new IllegalArgumentException("the cell is not the one that was changed");
            }
            return to;
        }
        if (cell == null || from == null || to == null || position > cell.codePointCount(0, cell.length())) {
            throw new IllegalArgumentException("the cell is not the one that was changed");
        }
        int at = cell.offsetByCodePoints(0, position);
        if (!cell.startsWith(from, at)) {
            throw new IllegalArgumentException("the cell is not the one that was changed");
        }
        return cell.substring(0, at) + to + cell.substring(at + from.length());
    }
}
