package org.semblance.evaluate.alike;

import java.util.Arrays;

/**
 * How often each combination of codes of some columns occurs in each of several tables, the real one first; most
 * combinations that occur in none are left out.
 *
 * <p>Cost: one pass over the rows where the product of the columns' sizes is small, else a sort of them.
 *
 * @param counts by table and cell
 */
record Cells(int[][] counts) {
    private static final int SMALL = 1 << 16;

    static Cells of(Coded coded, int... columns) {
        double cells = 1;
        for (int column : columns) {
            cells *= coded.sizes()[column];
        }
        short[][][] codes = new short[columns.length][][];
        int[] sizes = new int[columns.length];
        int rows = 0;
        for (int k = 0; k < columns.length; k++) {
            codes[k] = coded.codes()[columns[k]];
            sizes[k] = coded.sizes()[columns[k]];
        }
        for (short[] table : codes[0]) {
            rows += table.length;
        }
        return cells <= Math.max(SMALL, 2L * rows) ? dense(codes, sizes, (int) cells) : sparse(codes, sizes);
    }

    private static Cells dense(short[][][] codes, int[] sizes, int cells) {
        int tables = codes[0].length;
        int[][] counts = new int[tables][cells];
        for (int t = 0; t < tables; t++) {
            int[] into = counts[t];
            short[] a = codes[0][t];
            if (codes.length == 1) {
                for (short code : a) {
                    into[code]++;
                }
            } else if (codes.length == 2) {
                short[] b = codes[1][t];
                for (int i = 0; i < a.length; i++) {
                    into[a[i] * sizes[1] + b[i]]++;
                }
            } else {
                short[] b = codes[1][t];
                short[] c = codes[2][t];
                for (int i = 0; i < a.length; i++) {
                    into[(a[i] * sizes[1] + b[i]) * sizes[2] + c[i]]++;
                }
            }
        }
        return new Cells(counts);
    }

    private static Cells sparse(short[][][] codes, int[] sizes) {
        int tables = codes[0].length;
        long[] keys =
                new long[Arrays.stream(codes[0]).mapToInt(table -> table.length).sum()];
        int n = 0;
        for (int t = 0; t < tables; t++) {
            for (int i = 0; i < codes[0][t].length; i++) {
                long key = 0;
                for (int k = 0; k < codes.length; k++) {
                    key = key * sizes[k] + codes[k][t][i];
                }
                keys[n++] = key * tables + t;
            }
        }
        Arrays.sort(keys);
        int[][] counts = new int[tables][n];
        int cells = 0;
        long last = -1;
        for (long key : keys) {
            if (key / tables != last) {
                last = key / tables;
                cells++;
            }
            counts[(int) (key % tables)][cells - 1]++;
        }
        for (int t = 0; t < tables; t++) {
            counts[t] = Arrays.copyOf(counts[t], cells);
        }
        return new Cells(counts);
    }

    /** How many rows a table has. */
    long rows(int table) {
        return Arrays.stream(counts[table]).asLongStream().sum();
    }

    /** 1 minus the total variation distance of a table from the real one; NaN where one has no rows. */
    double similarity(int table) {
        double reals = rows(0);
        double others = rows(table);
        if (reals == 0 || others == 0) {
            return Double.NaN;
        }
        double variation = 0;
        for (int k = 0; k < counts[0].length; k++) {
            variation += Math.abs(counts[0][k] / reals - counts[table][k] / others);
        }
        // The half-normal law overstates the noise of a handful of rows.
        return Math.max(0, 1 - variation / 2);
    }

    /**
     * The {@link #similarity} to be expected of two samples of these sizes that follow the real shares: each cell's
     * difference as a half-normal variable. Where most cells are expected to hold less than one row, that is too little.
     *
     * <p>Source: mostlyai-qa 1.9, calculate_expected_l1_multinomial.
     */
    double atBest(int table) {
        double reals = rows(0);
        double others = rows(table);
        if (reals == 0 || others == 0) {
            return Double.NaN;
        }
        double noise = 2 / Math.PI * (1 / reals + 1 / others);
        double variation = 0;
        for (int count : counts[0]) {
            double share = count / reals;
            variation += Math.sqrt(noise * share * (1 - share));
        }
        // The half-normal law overstates the noise of a handful of rows.
        return Math.max(0, 1 - variation / 2);
    }

    /** The entropy of a table's cells in nats. */
    double entropy(int table) {
        double n = rows(table);
        double sum = 0;
        for (int count : counts[table]) {
            if (count > 0) {
                sum += count * StrictMath.log(count / n);
            }
        }
        return n == 0 ? Double.NaN : Math.max(0, -sum / n);
    }
}
