package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.semblance.evaluate.Labels;

/**
 * How often the keys of each row occur in its table: fk rows, which stand for Fk persons. A missing key agrees with
 * every value, as in sdcMicro's freqCalc.
 *
 * <p>Cost: rows x keys where nothing is missing; else, for each two patterns of missing keys that occur, one hash a
 * class.
 *
 * @param rows per row, rows that agree with it, itself among them: fk
 * @param persons per row, the sum of their weights: Fk
 */
record KeyFrequencies(long[] rows, double[] persons) {
    /** A pattern of missing keys is a bit each. */
    private static final int MOST_KEYS = 60;

    /**
     * @param keys of one table
     * @param weights per row, how many persons it stands for
     */
    static KeyFrequencies of(List<Labels> keys, double[] weights) {
        RowClasses classes = RowClasses.of(keys, weights.length);
        int[] of = classes.of()[0];
        double[][] sums = new double[2][classes.count()];
        int[][] codes = new int[keys.size()][classes.count()];
        for (int i = 0; i < of.length; i++) {
            sums[0][of[i]]++;
            sums[1][of[i]] += weights[i];
            for (int k = 0; k < codes.length; k++) {
                codes[k][of[i]] = keys.get(k).codes()[0][i];
            }
        }
        long[] patterns = patterns(codes, classes.count());
        double[][] found = Arrays.stream(patterns).allMatch(pattern -> pattern == 0)
                ? sums
                : agreeing(codes, keys, patterns, sums);
        long[] rows = new long[of.length];
        double[] persons = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            rows[i] = (long) found[0][of[i]];
            persons[i] = found[1][of[i]];
        }
        return new KeyFrequencies(rows, persons);
    }

    private static long[] patterns(int[][] codes, int classes) {
        long[] patterns = new long[classes];
        for (int k = 0; k < Math.min(codes.length, MOST_KEYS); k++) {
            for (int q = 0; q < classes; q++) {
                patterns[q] |= codes[k][q] < 0 ? 1L << k : 0;
            }
        }
        return patterns;
    }

    /** Rows and persons of all classes that agree with each, on the keys that neither misses. */
    private static double[][] agreeing(int[][] codes, List<Labels> keys, long[] patterns, double[][] sums) {
        long[] different = Arrays.stream(patterns).distinct().sorted().toArray();
        int[][] members = new int[different.length][];
        for (int p = 0; p < different.length; p++) {
            long pattern = different[p];
            members[p] = IntStream.range(0, patterns.length)
                    .filter(q -> patterns[q] == pattern)
                    .toArray();
        }
        double[][] out = new double[2][patterns.length];
        for (int a = 0; a < different.length; a++) {
            for (int b = 0; b < different.length; b++) {
                add(codes, keys, different[a] | different[b], members[a], members[b], sums, out);
            }
        }
        return out;
    }

    private static void add(
            int[][] codes, List<Labels> keys, long missing, int[] to, int[] from, double[][] sums, double[][] out) {
        int[] both = IntStream.concat(Arrays.stream(to), Arrays.stream(from)).toArray();
        List<Labels> common = IntStream.range(0, codes.length)
                .filter(k -> k >= MOST_KEYS || (missing >> k & 1) == 0)
                .mapToObj(k -> new Labels(
                        new int[][] {Arrays.stream(both).map(q -> codes[k][q]).toArray()},
                        keys.get(k).levels()))
                .toList();
        RowClasses projected = RowClasses.of(common, both.length);
        int[] of = projected.of()[0];
        for (int which = 0; which < 2; which++) {
            double[] sum = new double[projected.count()];
            for (int j = 0; j < from.length; j++) {
                sum[of[to.length + j]] += sums[which][from[j]];
            }
            for (int i = 0; i < to.length; i++) {
                out[which][to[i]] += sum[of[i]];
            }
        }
    }
}
