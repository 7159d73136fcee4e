package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.RowHashes;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * The different rows of a table, to be asked with conditions: numbers, and labels in a coding that some tables share.
 *
 * @param numeric per column, whether it holds numbers
 * @param numbers per column; empty where it holds labels
 * @param codes per column, -1 is missing; empty where it holds numbers
 * @param grains per column, half of the last digit to which its numbers are written; 0 where they are not rounded
 */
record AskedRows(boolean[] numeric, NumberColumn[] numbers, int[][] codes, double[] grains, int rows) {
    /** What is asked of one column; missing values answer only the first two. */
    enum Is {
        MISSING,
        PRESENT,
        EQUAL,
        OTHER,
        AT_LEAST,
        AT_MOST,
        ABOVE,
        BELOW
    }

    /** How many rows are looked at to find the rarest of some conditions. */
    private static final int PROBES = 64;

    /** One question about one column; the value is a number or a label's code. */
    record Condition(int column, Is is, double value) {}

    /** The tables without their repeated rows; numbers count as equal where they are written alike. */
    static AskedRows[] of(Table written, Table... tables) {
        AskedRows[] out = new AskedRows[tables.length];
        int width = written.width();
        Table[] distinct = new Table[tables.length];
        for (int t = 0; t < tables.length; t++) {
            distinct[t] = distinct(tables[t], written);
            NumberColumn[] none = new NumberColumn[width];
            Arrays.fill(none, NumberColumn.of());
            out[t] = new AskedRows(new boolean[width], none, new int[width][0], new double[width], distinct[t].rows());
        }
        for (int c = 0; c < width; c++) {
            if (written.column(c) instanceof NumberColumn) {
                int decimals = written.schema().field(c).format().decimals();
                double grain = decimals >= 0 && decimals <= 15 ? 0.5 / StrictMath.pow(10, decimals) : 0;
                for (int t = 0; t < tables.length; t++) {
                    out[t].numeric[c] = true;
                    out[t].numbers[c] = distinct[t].numbers(c);
                    out[t].grains[c] = grain;
                }
            } else {
                Column[] columns = new Column[tables.length];
                for (int t = 0; t < tables.length; t++) {
                    columns[t] = distinct[t].column(c);
                }
                Labels labels = Labels.of(columns);
                for (int t = 0; t < tables.length; t++) {
                    out[t].codes[c] = labels.codes()[t];
                }
            }
        }
        return out;
    }

    private static Table distinct(Table table, Table written) {
        long[] hashes = RowHashes.of(table, written);
        long[] sorted = hashes.clone();
        Arrays.sort(sorted);
        boolean repeated = false;
        for (int i = 1; i < sorted.length && !repeated; i++) {
            repeated = sorted[i] == sorted[i - 1];
        }
        if (!repeated) {
            return table;
        }
        BitSet seen = new BitSet(hashes.length);
        int[] first = IntStream.range(0, hashes.length)
                .filter(i -> {
                    int at = first(sorted, hashes[i]);
                    boolean fresh = !seen.get(at);
                    seen.set(at);
                    return fresh;
                })
                .toArray();
        return table.take(first);
    }

    private static int first(long[] sorted, long hash) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = sorted[middle] < hash;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    boolean numeric(int column) {
        return numeric[column];
    }

    boolean missing(int column, int row) {
        return numeric[column] ? numbers[column].isMissing(row) : codes[column][row] < 0;
    }

    /** The number or the label's code. */
    double get(int column, int row) {
        return numeric[column] ? numbers[column].get(row) : codes[column][row];
    }

    /** How many rows fulfil all conditions, counted up to {@code most}. */
    int count(List<Condition> conditions, int most) {
        Range[] ranges = new Range[conditions.size()];
        for (int k = 0; k < ranges.length; k++) {
            ranges[k] = range(conditions.get(k));
        }
        rarestFirst(ranges);
        int count = 0;
        for (int i = ranges[0].next(0, rows); i < rows && count < most; i = ranges[0].next(i + 1, rows)) {
            boolean fulfilled = true;
            for (int k = 1; k < ranges.length && fulfilled; k++) {
                fulfilled = ranges[k].next(i, i + 1) == i;
            }
            count += fulfilled ? 1 : 0;
        }
        return count;
    }

    /** Puts the condition first that the fewest of some rows fulfil. */
    private void rarestFirst(Range[] ranges) {
        int step = Math.max(1, rows / PROBES);
        int least = Integer.MAX_VALUE;
        for (int k = 0; ranges.length > 1 && k < ranges.length; k++) {
            int hits = 0;
            for (int i = 0; i < rows; i += step) {
                hits += ranges[k].next(i, i + 1) == i ? 1 : 0;
            }
            if (hits < least) {
                least = hits;
                Range rarest = ranges[k];
                ranges[k] = ranges[0];
                ranges[0] = rarest;
            }
        }
    }

    /** A condition as a loop: the next row, from one on and before another, whose value lies in a range, or outside. */
    private interface Range {
        int next(int from, int to);
    }

    private Range range(Condition condition) {
        return numeric[condition.column] ? numbers(condition) : labels(condition);
    }

    private Range labels(Condition condition) {
        int[] column = codes[condition.column];
        int code = (int) condition.value;
        return switch (condition.is) {
            case MISSING -> (from, to) -> next(column, -1, -1, from, to);
            case EQUAL -> (from, to) -> next(column, code, code, from, to);
            case PRESENT -> (from, to) -> next(column, 0, Integer.MAX_VALUE, from, to);
            default ->
                (from, to) -> {
                    int i = next(column, 0, Integer.MAX_VALUE, from, to);
                    while (i < to && column[i] == code) {
                        i = next(column, 0, Integer.MAX_VALUE, i + 1, to);
                    }
                    return i;
                };
        };
    }

    private static int next(int[] codes, int low, int high, int from, int to) {
        int i = from;
        while (i < to && (codes[i] < low || codes[i] > high)) {
            i++;
        }
        return i;
    }

    private Range numbers(Condition condition) {
        NumberColumn column = numbers[condition.column];
        double all = Double.POSITIVE_INFINITY;
        double low = condition.value - grains[condition.column];
        double high = condition.value + grains[condition.column];
        return switch (condition.is) {
            case MISSING ->
                (from, to) -> {
                    int i = from;
                    while (i < to && !column.isMissing(i)) {
                        i++;
                    }
                    return i;
                };
            case PRESENT -> (from, to) -> next(column, -all, all, from, to);
            case EQUAL -> (from, to) -> equal(column, condition.value, grains[condition.column], from, to);
            case AT_LEAST -> (from, to) -> next(column, low, all, from, to);
            case AT_MOST -> (from, to) -> next(column, -all, high, from, to);
            case ABOVE -> (from, to) -> next(column, Math.nextUp(high), all, from, to);
            case BELOW -> (from, to) -> next(column, -all, Math.nextDown(low), from, to);
            case OTHER ->
                (from, to) -> {
                    int i = next(column, -all, all, from, to);
                    while (i < to && column.get(i) >= low && column.get(i) <= high) {
                        i = next(column, -all, all, i + 1, to);
                    }
                    return i;
                };
        };
    }

    /** One comparison a row, which nearly always fails: two would be a coin toss for the processor. */
    private static int equal(NumberColumn numbers, double value, double grain, int from, int to) {
        int i = from;
        while (i < to && !(Math.abs(numbers.get(i) - value) <= grain)) {
            i++;
        }
        return i;
    }

    private static int next(NumberColumn numbers, double low, double high, int from, int to) {
        int i = from;
        while (i < to && !(numbers.get(i) >= low && numbers.get(i) <= high)) {
            i++;
        }
        return i;
    }
}
