package org.semblance.evaluate.related;

import java.util.List;
import org.semblance.evaluate.RowHashes;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * The keys of a table's rows as hashes of 64 bits, equal where the keys are; a key that misses a part is missing (as
 * in SQL). Two keys of a million are taken for the same with a chance of 3 in 10^8. Cost: one pass per key column.
 */
record KeyHashes(long[] hashes, boolean[] missing) {
    /** Keys of one table, to be compared with each other. */
    static KeyHashes of(Table table, List<String> columns) {
        return of(table, columns, new boolean[columns.size()]);
    }

    /** @param asNumbers for which columns labels are read as numbers, since the other table holds numbers there */
    static KeyHashes of(Table table, List<String> columns, boolean[] asNumbers) {
        long[] hashes = new long[table.rows()];
        boolean[] missing = new boolean[table.rows()];
        for (int k = 0; k < asNumbers.length; k++) {
            if (table.column(columns.get(k)) instanceof NumberColumn numbers) {
                add(numbers, hashes, missing);
            } else {
                add((CodeColumn) table.column(columns.get(k)), asNumbers[k], hashes, missing);
            }
        }
        return new KeyHashes(hashes, missing);
    }

    private static void add(NumberColumn column, long[] hashes, boolean[] missing) {
        for (int i = 0; i < hashes.length; i++) {
            missing[i] |= column.isMissing(i);
            hashes[i] = RowHashes.mix(hashes[i], Double.doubleToLongBits(column.get(i) + 0.0));
        }
    }

    private static void add(CodeColumn column, boolean asNumbers, long[] hashes, boolean[] missing) {
        List<String> labels = column.labels();
        long[] ofLabel = new long[labels.size()];
        for (int k = 0; k < ofLabel.length; k++) {
            ofLabel[k] = asNumbers ? number(labels.get(k)) : RowHashes.of(labels.get(k));
        }
        for (int i = 0; i < hashes.length; i++) {
            missing[i] |= column.isMissing(i);
            hashes[i] = RowHashes.mix(hashes[i], column.isMissing(i) ? 0 : ofLabel[column.code(i)]);
        }
    }

    /** "7", "007" and "7.0" are the number 7; what is no number equals none. */
    private static long number(String label) {
        try {
            return Double.doubleToLongBits(Double.parseDouble(label) + 0.0);
        } catch (NumberFormatException e) {
            return RowHashes.of(label);
        }
    }
}
