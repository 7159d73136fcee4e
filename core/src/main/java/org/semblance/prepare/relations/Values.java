package org.semblance.prepare.relations;

import java.util.Arrays;
import java.util.List;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * What the values of a column tell of keys. Values are hashes of 64 bits that are equal where the values are: {@code 7},
 * {@code "7"} and {@code 7.0} are the same number. Cost: O(n log n), 8 bytes a different value.
 */
final class Values {
    /** Labels looked at for their length. */
    private static final int LOOKED_AT = 1000;

    private final Field field;
    private final Column column;
    private final List<String> words;
    private final boolean numbers;
    private final long[] ofLabel;
    private final long[] distinct;
    private final int missing;
    private final double length;
    private double least = Double.NaN;
    private double most = Double.NaN;

    Values(Field field, Column column) {
        this.field = field;
        this.column = column;
        words = Names.words(field.name());
        missing = column.missingCount();
        if (column instanceof CodeColumn codes) {
            CodeColumn used = codes.compact();
            numbers = !used.labels().isEmpty() && used.labels().stream().allMatch(Values::whole);
            ofLabel = new long[codes.labels().size()];
            for (int k = 0; k < ofLabel.length; k++) {
                ofLabel[k] = hash(codes.labels().get(k));
            }
            distinct = distinct(used.labels().stream().mapToLong(Values::hash).toArray());
            length = used.labels().stream()
                    .limit(LOOKED_AT)
                    .mapToInt(String::length)
                    .average()
                    .orElse(0);
            if (numbers) {
                range(used.labels().stream().mapToDouble(Double::parseDouble).toArray());
            }
        } else {
            double[] values = ((NumberColumn) column).toArray();
            numbers = field.kind() == Kind.WHOLE;
            ofLabel = new long[0];
            distinct = distinct(Arrays.stream(values)
                    .filter(v -> !Double.isNaN(v))
                    .mapToLong(Values::hash)
                    .toArray());
            length = 0;
            range(values);
        }
    }

    private void range(double[] values) {
        for (double value : values) {
            least = value < least || Double.isNaN(least) ? value : least;
            most = value > most || Double.isNaN(most) ? value : most;
        }
    }

    /** Whether a label is written as a number that a number column would hold too: no leading zero, at most 15 digits. */
    private static boolean whole(String label) {
        int from = label.startsWith("-") ? 1 : 0;
        int digits = label.length() - from;
        if (digits < 1 || digits > 15 || label.charAt(from) == '0' && digits > 1) {
            return false;
        }
        for (int i = from; i < label.length(); i++) {
            if (label.charAt(i) < '0' || label.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static long hash(double value) {
        return mix(Double.doubleToLongBits(value + 0.0));
    }

    private static long hash(String label) {
        if (whole(label)) {
            return hash(Double.parseDouble(label));
        }
        long hash = label.length();
        for (int i = 0; i < label.length(); i++) {
            hash = mix(hash * 31 + label.charAt(i));
        }
        return hash;
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood 2014). */
    static long mix(long z) {
        long x = z + 0x9E3779B97F4A7C15L;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    /** The different ones of them, sorted. */
    static long[] distinct(long[] hashes) {
        Arrays.sort(hashes);
        int count = 0;
        for (int i = 0; i < hashes.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[count++] = hashes[i];
            }
        }
        return Arrays.copyOf(hashes, count);
    }

    Field field() {
        return field;
    }

    String name() {
        return field.name();
    }

    List<String> words() {
        return words;
    }

    Column column() {
        return column;
    }

    int rows() {
        return column.size();
    }

    int missing() {
        return missing;
    }

    /** All values are whole numbers, whether they are kept as numbers or as labels. */
    boolean numbers() {
        return numbers;
    }

    /** The different values, sorted. */
    long[] distinct() {
        return distinct;
    }

    /** No row misses it and no two have the same. */
    boolean unique() {
        return missing == 0 && distinct.length == rows() && rows() > 0;
    }

    /** Of labels, on average. */
    double length() {
        return length;
    }

    double least() {
        return least;
    }

    double most() {
        return most;
    }

    /** How full of different values the range is: 1 for a counter. */
    double density() {
        return distinct.length / (most - least + 1);
    }

    /** Whether it could name rows: no measure, date, flag or text. */
    boolean nameable() {
        return switch (field.kind()) {
            case KEY, IDENTIFIER, CATEGORY, WHOLE -> true;
            default -> false;
        };
    }

    /** Whether it is taken for something that names rows, not for a measure that happens to be whole. */
    boolean naming() {
        return field.kind() != Kind.WHOLE || Names.identifying(words);
    }

    /** Of a row that does not miss it. */
    long hash(int row) {
        return column instanceof CodeColumn codes ? ofLabel[codes.code(row)] : hash(((NumberColumn) column).get(row));
    }

    /** How many of the different values the other column has. */
    int sharedWith(Values other) {
        int shared = 0;
        for (long value : distinct) {
            shared += other.has(value) ? 1 : 0;
        }
        return shared;
    }

    /** How many rows have a value that the other column does not have. */
    int orphans(Values other) {
        int orphans = 0;
        for (int row = 0; row < rows(); row++) {
            orphans += !column.isMissing(row) && !other.has(hash(row)) ? 1 : 0;
        }
        return orphans;
    }

    boolean has(long value) {
        return Arrays.binarySearch(distinct, value) >= 0;
    }
}
