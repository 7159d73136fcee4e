package org.semblance.report;

import java.util.List;

/**
 * What a column was taken for, in words.
 *
 * @param name as in the header
 * @param kind the word of its {@link org.semblance.table.Kind}
 * @param why why it was taken for that, and what will be done with it
 * @param warnings what somebody should look at, one sentence each
 */
public record ColumnLine(String name, String kind, String why, List<String> warnings) {
    public ColumnLine {
        warnings = List.copyOf(warnings);
    }
}
