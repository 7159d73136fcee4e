package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.semblance.evaluate.RowHashes;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * The rows of a table, found again by rows that are nearly the same: labels and missing values the same, numbers within
 * a share of the searched row's.
 *
 * <p>Rows lie in groups of one hash of what must be equal (labels, which numbers are missing, and small whole numbers,
 * of which only one is within the tolerance), sorted by the number that tells rows apart best; a search looks through
 * the few rows of its group whose number is near enough.
 */
final class NearRows {
    private static final int CHUNK = 256;

    private final Table table;
    private final double tolerance;
    /** Columns of whole numbers, so small that only the nearest whole one is near enough. */
    private final boolean[] small;
    /** The column by which rows of a group are sorted, or -1. */
    private final int leader;
    /** The hashes, ascending, and where their rows begin. */
    private final long[] groups;

    private final int[] begins;
    private final int[] rows;
    private final float[] leads;

    NearRows(Table table, double tolerance) {
        this.table = table;
        this.tolerance = tolerance;
        small = new boolean[table.width()];
        int best = -1;
        double most = -1;
        for (int c = 0; c < table.width(); c++) {
            if (table.column(c) instanceof NumberColumn numbers) {
                small[c] = small(numbers);
                double apart = small[c] ? -1 : different(numbers);
                if (apart > most) {
                    most = apart;
                    best = c;
                }
            }
        }
        leader = best;
        long[] hashes = hashes(table);
        groups = LongStream.of(hashes).sorted().distinct().toArray();
        int[] group = new int[hashes.length];
        begins = new int[groups.length + 1];
        for (int i = 0; i < group.length; i++) {
            group[i] = Arrays.binarySearch(groups, hashes[i]);
            begins[group[i] + 1]++;
        }
        for (int g = 0; g < groups.length; g++) {
            begins[g + 1] += begins[g];
        }
        int[] next = begins.clone();
        rows = new int[group.length];
        leads = new float[group.length];
        for (long key : byLead()) {
            int row = (int) key;
            int at = next[group[row]]++;
            rows[at] = row;
            leads[at] = lead(table, row);
        }
    }

    /** The rows by their leading number, as sortable bits above the row. */
    private long[] byLead() {
        long[] keys = new long[table.rows()];
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits(lead(table, i));
            keys[i] = (long) (bits < 0 ? bits ^ 0x7FFFFFFF : bits) << 32 | i;
        }
        Arrays.sort(keys);
        return keys;
    }

    private float lead(Table of, int row) {
        return leader < 0 ? 0 : (float) of.numbers(leader).get(row) + 0f;
    }

    /** Whether the values are whole, and no other whole number is within the tolerance of what one is near. */
    private boolean small(NumberColumn numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            double value = numbers.get(i);
            if (!Double.isNaN(value) && (value != Math.rint(value) || tolerance * (Math.abs(value) + 1) >= 0.5)) {
                return false;
            }
        }
        return true;
    }

    private static long different(NumberColumn numbers) {
        return Arrays.stream(numbers.toArray()).distinct().count();
    }

    /** Of labels, of which numbers are missing, and of small whole numbers. */
    private long[] hashes(Table of) {
        int[] labels = IntStream.range(0, of.width())
                .filter(c -> of.column(c) instanceof CodeColumn)
                .toArray();
        Table named = of.select(labels);
        long[] out = RowHashes.of(named, named);
        for (int c = 0; c < of.width(); c++) {
            if (of.column(c) instanceof NumberColumn numbers) {
                for (int i = 0; i < out.length; i++) {
                    double value = small[c] ? Math.rint(numbers.get(i)) : Double.isNaN(numbers.get(i)) ? Double.NaN : 1;
                    out[i] = (out[i] ^ Double.doubleToLongBits(value + 0.0)) * 0x9E3779B97F4A7C15L;
                    out[i] ^= out[i] >>> 29;
                }
            }
        }
        return out;
    }

    /** The share of another table's rows that are near one of these; the columns are the same. NaN for no rows. */
    double share(Table other, Run run) {
        long[] hashes = hashes(other);
        long[] found = new long[(hashes.length + CHUNK - 1) / CHUNK];
        run.parallel(found.length, chunk -> {
            for (int i = chunk * CHUNK; i < Math.min(hashes.length, (chunk + 1) * CHUNK); i++) {
                found[chunk] += found(other, i, hashes[i]) ? 1 : 0;
            }
        });
        return hashes.length == 0 ? Double.NaN : (double) LongStream.of(found).sum() / hashes.length;
    }

    private boolean found(Table other, int row, long hash) {
        int group = Arrays.binarySearch(groups, hash);
        if (group < 0) {
            return false;
        }
        double lead = leader < 0 ? 0 : other.numbers(leader).get(row);
        // Rounding to floats keeps the order: all rows in reach lie between the rounded ends.
        double reach = Math.abs(tolerance * lead) * (1 + 1e-12);
        float most = (float) (lead + reach);
        int end = begins[group + 1];
        for (int at = first(group, (float) (lead - reach)); at < end && !(leads[at] > most); at++) {
            if (near(other, row, rows[at])) {
                return true;
            }
        }
        return false;
    }

    /** The first place in a group whose number is not below {@code least}; any for missing ones, whose group has no others. */
    private int first(int group, float least) {
        int low = begins[group];
        int high = begins[group + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = leads[middle] < least;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    private boolean near(Table other, int row, int mine) {
        for (int c = 0; c < other.width(); c++) {
            if (other.column(c) instanceof NumberColumn numbers) {
                double value = numbers.get(row);
                if (Math.abs(table.numbers(c).get(mine) - value) > Math.abs(tolerance * value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
