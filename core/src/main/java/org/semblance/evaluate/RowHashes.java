package org.semblance.evaluate;

import java.util.Arrays;
import java.util.List;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** Rows as hashes of 64 bits that are equal where the rows are written alike. */
public final class RowHashes {
    private RowHashes() {}

    /** One hash per row of {@code table}; numbers are rounded as the columns of {@code written} are written. */
    public static long[] of(Table table, Table written) {
        long[] hashes = new long[table.rows()];
        for (int c = 0; c < table.width(); c++) {
            if (table.column(c) instanceof NumberColumn numbers) {
                addNumbers(hashes, numbers, written.schema().field(c).format().decimals());
            } else {
                addLabels(hashes, table.codes(c));
            }
        }
        return hashes;
    }

    private static void addNumbers(long[] hashes, NumberColumn column, int decimals) {
        double scale = decimals >= 0 && decimals <= 15 ? Math.round(StrictMath.pow(10, decimals)) : 0;
        for (int i = 0; i < hashes.length; i++) {
            double value = column.get(i);
            double rounded = scale > 0 ? Math.rint(value * scale) : value;
            hashes[i] = mix(hashes[i], Double.doubleToLongBits(rounded + 0.0));
        }
    }

    private static void addLabels(long[] hashes, CodeColumn column) {
        List<String> labels = column.labels();
        long[] ofLabel = new long[labels.size()];
        for (int k = 0; k < ofLabel.length; k++) {
            ofLabel[k] = of(labels.get(k));
        }
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = mix(hashes[i], column.isMissing(i) ? -1 : ofLabel[column.code(i)]);
        }
    }

    /** Of a text. */
    public static long of(String label) {
        long hash = label.length();
        for (int i = 0; i < label.length(); i++) {
            hash = mix(hash, label.charAt(i));
        }
        return hash;
    }

    /** The hash of what was hashed before, followed by more: SplitMix64's finaliser over both. */
    public static long mix(long hash, long more) {
        long z = hash * 0x9E3779B97F4A7C15L + more + 0x632BE59BD9B4E019L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The share of {@code rows} that occur among {@code known}; NaN for no rows. */
    public static double share(long[] rows, long[] known) {
        long[] sorted = known.clone();
        Arrays.sort(sorted);
        long found = 0;
        for (long row : rows) {
            if (Arrays.binarySearch(sorted, row) >= 0) {
                found++;
            }
        }
        return rows.length == 0 ? Double.NaN : (double) found / rows.length;
    }

    /** The share of {@code rows} that occur more than once; NaN for no rows. */
    public static double repeated(long[] rows) {
        long[] sorted = rows.clone();
        Arrays.sort(sorted);
        long found = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean before = i > 0 && sorted[i - 1] == sorted[i];
            boolean after = i + 1 < sorted.length && sorted[i + 1] == sorted[i];
            found += before || after ? 1 : 0;
        }
        return rows.length == 0 ? Double.NaN : (double) found / rows.length;
    }

    /** Whether two tables hold the same rows, in any order. */
    public static boolean same(long[] one, long[] other) {
        long[] a = one.clone();
        long[] b = other.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        return Arrays.equals(a, b);
    }
}
