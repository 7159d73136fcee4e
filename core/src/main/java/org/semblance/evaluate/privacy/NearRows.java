package org.semblance.evaluate.privacy;

import java.util.Comparator;
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
 * <p>A hash table. Its keys hold what must be equal (labels, which numbers are missing) and, of the four numbers that
 * tell rows apart best, the sign and a cell of their logarithm that is wide enough for a number and all that are near it
 * to lie in one or two cells. A search looks into the cells that its numbers reach, mostly one or two in all.
 */
final class NearRows {
    private static final int CHUNK = 256;
    private static final int LEADERS = 4;
    private static final int PROBES = 2_000;
    private static final double NARROWEST = 0.05;

    private final Table table;
    private final double tolerance;
    private final double cellWidth;
    /** The columns whose cells are part of the keys. */
    private final int[] leaders;
    /** Per slot the first row plus 1, and per row the next one of the same slot plus 1; 0 is none. */
    private final int[] first;

    private final int[] next;
    private final long[] keys;

    /** @param tolerance at most a half */
    NearRows(Table table, double tolerance) {
        this.table = table;
        this.tolerance = tolerance;
        // Near numbers differ by ln((1 + t) / (1 - t)) at the most, which is below 4 t up to a half.
        cellWidth = Math.max(NARROWEST, 4 * tolerance);
        leaders = leaders();
        keys = base(table);
        int slots = Integer.highestOneBit(Math.max(1, keys.length)) * 4;
        first = new int[slots];
        next = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            for (int c : leaders) {
                keys[i] = mix(keys[i], cell(table.numbers(c).get(i)));
            }
            int slot = slot(keys[i]);
            next[i] = first[slot];
            first[slot] = i + 1;
        }
    }

    /** The numbers with the most different cells among some rows. */
    private int[] leaders() {
        int probes = Math.min(PROBES, table.rows());
        long[] different = new long[table.width()];
        for (int c = 0; c < different.length; c++) {
            if (table.column(c) instanceof NumberColumn numbers) {
                different[c] = IntStream.range(0, probes)
                        .mapToLong(p -> cell(numbers.get((int) ((long) p * table.rows() / probes))))
                        .distinct()
                        .count();
            }
        }
        return IntStream.range(0, different.length)
                .filter(c -> different[c] > 1)
                .boxed()
                .sorted(Comparator.comparingLong((Integer c) -> -different[c]))
                .limit(LEADERS)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The cell of a number: of its logarithm, apart for either sign; 0 has its own, which missing numbers share. */
    private long cell(double value) {
        if (value == 0 || Double.isNaN(value)) {
            return Long.MIN_VALUE;
        }
        long cell = (long) Math.floor(StrictMath.log(Math.abs(value)) / cellWidth);
        return value > 0 ? 2 * cell : 2 * cell + 1;
    }

    private static long mix(long hash, long more) {
        long mixed = (hash ^ more) * 0x9E3779B97F4A7C15L;
        return mixed ^ mixed >>> 29;
    }

    private int slot(long key) {
        return (int) (key ^ key >>> 32) & first.length - 1;
    }

    /** Of labels, and of which numbers are missing. */
    private static long[] base(Table of) {
        int[] labels = IntStream.range(0, of.width())
                .filter(c -> of.column(c) instanceof CodeColumn)
                .toArray();
        Table named = of.select(labels);
        long[] out = labels.length == 0 ? new long[of.rows()] : RowHashes.of(named, named);
        for (int c = 0; c < of.width(); c++) {
            if (of.column(c) instanceof NumberColumn numbers) {
                for (int i = 0; i < out.length; i++) {
                    out[i] = mix(out[i], numbers.isMissing(i) ? c : -1);
                }
            }
        }
        return out;
    }

    /** The share of another table's rows that are near one of these; the columns are the same. NaN for no rows. */
    double share(Table other, Run run) {
        long[] base = base(other);
        long[] found = new long[(base.length + CHUNK - 1) / CHUNK];
        run.parallel(found.length, chunk -> {
            for (int i = chunk * CHUNK; i < Math.min(base.length, (chunk + 1) * CHUNK); i++) {
                found[chunk] += found(other, i, base[i], 0) ? 1 : 0;
            }
        });
        return base.length == 0 ? Double.NaN : (double) LongStream.of(found).sum() / base.length;
    }

    /** Looks into the cells that a row's numbers reach, from the given leader on. */
    private boolean found(Table other, int row, long key, int leader) {
        if (leader == leaders.length) {
            for (int i = first[slot(key)]; i > 0; i = next[i - 1]) {
                if (keys[i - 1] == key && near(other, row, i - 1)) {
                    return true;
                }
            }
            return false;
        }
        double value = other.numbers(leaders[leader]).get(row);
        // A little further than the tolerance: rounding must not hide a row, and near() has the last word.
        long one = cell(value * (1 - tolerance) * (1 - 1e-9));
        long two = cell(value * (1 + tolerance) * (1 + 1e-9));
        return found(other, row, mix(key, one), leader + 1)
                || one != two && found(other, row, mix(key, two), leader + 1);
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
