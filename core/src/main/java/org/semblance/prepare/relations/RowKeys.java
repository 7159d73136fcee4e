package org.semblance.prepare.relations;

import java.util.Arrays;
import java.util.List;
import org.semblance.table.Table;

/**
 * The values of some columns, taken together, row by row: a hash of each row that misses none of them. Cost: 8 bytes and
 * one pass for each row and column.
 */
public final class RowKeys {
    private final long[] hashes;
    private final boolean[] missing;
    private final long[] distinct;

    private RowKeys(long[] hashes, boolean[] missing) {
        this.hashes = hashes;
        this.missing = missing;
        long[] present = new long[hashes.length];
        int count = 0;
        for (int row = 0; row < hashes.length; row++) {
            if (!missing[row]) {
                present[count++] = hashes[row];
            }
        }
        distinct = Values.distinct(Arrays.copyOf(present, count));
    }

    static RowKeys of(List<Values> columns) {
        int rows = columns.get(0).rows();
        long[] hashes = new long[rows];
        boolean[] missing = new boolean[rows];
        for (Values column : columns) {
            for (int row = 0; row < rows; row++) {
                missing[row] |= column.column().isMissing(row);
                hashes[row] = missing[row] ? 0 : Values.mix(hashes[row] * 31 + column.hash(row));
            }
        }
        return new RowKeys(hashes, missing);
    }

    /** Of some columns of a table. */
    public static RowKeys of(Table table, List<String> columns) {
        return of(columns.stream()
                .map(name -> new Values(table.schema().field(table.schema().index(name)), table.column(name)))
                .toList());
    }

    static RowKeys of(Tabled table, List<String> columns) {
        return of(columns.stream().map(table::get).toList());
    }

    public int rows() {
        return hashes.length;
    }

    /** How many rows miss a part. */
    public int missing() {
        int count = 0;
        for (boolean one : missing) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** How many different keys there are. */
    public int distinct() {
        return distinct.length;
    }

    /** No row misses a part and no two are the same. */
    boolean unique() {
        return rows() > 0 && distinct.length == rows();
    }

    /** Which of the different keys a row has, from 0; -1 where it misses a part. */
    int position(int row) {
        return missing[row] ? -1 : Arrays.binarySearch(distinct, hashes[row]);
    }

    /** Whether some row has this hash. */
    boolean has(long hash) {
        return Arrays.binarySearch(distinct, hash) >= 0;
    }

    /** For every different key of this table how many rows of the other have it, and at the end how many have none. */
    int[] children(RowKeys child) {
        int[] counts = new int[distinct.length + 1];
        for (int row = 0; row < child.hashes.length; row++) {
            if (!child.missing[row]) {
                int at = Arrays.binarySearch(distinct, child.hashes[row]);
                counts[at < 0 ? distinct.length : at]++;
            }
        }
        return counts;
    }
}
