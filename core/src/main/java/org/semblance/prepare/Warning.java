package org.semblance.prepare;

/**
 * Something about a table that its owner should know before it is learnt from.
 *
 * @param column the column it is about, or an empty text for several
 * @param words one sentence without a full stop, complete without the column's name before it
 */
public record Warning(String column, String words) {
    /** The sentence with the column before it. */
    public String line() {
        return column.isEmpty() ? words : column + ": " + words;
    }
}
