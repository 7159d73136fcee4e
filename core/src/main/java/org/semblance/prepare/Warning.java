package org.semblance.prepare;

/**
 * Something about a table that its owner should know before it is learnt from.
 *
 * @param column the column it is about, or an empty text for several
 * @param words one sentence without a full stop, complete without the column's name before it
 * @param where the rows it is about, or empty: for the owner's eyes, never for what is kept or passed on
 */
public record Warning(String column, String words, String where) {
    /** About a whole column. */
    Warning(String column, String words) {
        this(column, words, "");
    }

    /** The words with the rows they are about. */
    public String placed() {
        return where.isEmpty() ? words : words + " (" + where + ")";
    }

    /** The sentence with the column before it and the rows behind it. */
    public String line() {
        return column.isEmpty() ? placed() : column + ": " + placed();
    }
}
