package org.semblance.synthesize.related;

import java.util.List;

/**
 * Columns that together differ in every row, though none of them is made to: part of them are foreign keys or learnt.
 *
 * @param columns of the table
 * @param ofOwner whether they say who the owner is, so that only rows of one owner can be the same
 */
record Distinct(List<Integer> columns, boolean ofOwner) {
    Distinct {
        columns = List.copyOf(columns);
    }
}
