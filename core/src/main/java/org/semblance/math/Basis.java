package org.semblance.math;

import java.util.Arrays;

/**
 * An orthonormal basis of the columns of a design matrix: X = Q R, column after column (Gram and Schmidt, each column
 * twice, which is as exact as Householder's way: Giraud et al. 2005, doi:10.1007/s00211-005-0615-4).
 *
 * <p>A column that earlier ones explain, so that less than 1e-7 of its length is left, is dropped as R's {@code lm}
 * does (LINPACK's dqrdc2). Shapes: X is p columns of n rows, Q has r &lt;= p columns. Cost O(n p^2), memory O(n p).
 */
public final class Basis {
    private static final double TOLERANCE = 1e-7;

    private final double[][] q;
    private final double[][] r;
    private final int[] kept;
    private final int columns;

    private Basis(double[][] q, double[][] r, int[] kept, int columns) {
        this.q = q;
        this.r = r;
        this.kept = kept;
        this.columns = columns;
    }

    /** @param columns p arrays of n finite numbers; left as they are */
    public static Basis of(double[][] columns) {
        int p = columns.length;
        double[][] q = new double[p][];
        double[][] r = new double[p][];
        int[] kept = new int[p];
        int rank = 0;
        for (int j = 0; j < p; j++) {
            double[] rest = columns[j].clone();
            double[] on = new double[rank + 1];
            double length = Math.sqrt(dot(rest, rest));
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < rank; i++) {
                    double share = dot(q[i], rest);
                    on[i] += share;
                    add(rest, -share, q[i]);
                }
            }
            double left = Math.sqrt(dot(rest, rest));
            if (left > TOLERANCE * length && rank < rest.length) {
                on[rank] = left;
                for (int i = 0; i < rest.length; i++) {
                    rest[i] /= left;
                }
                q[rank] = rest;
                r[rank] = on;
                kept[rank++] = j;
            }
        }
        return new Basis(Arrays.copyOf(q, rank), Arrays.copyOf(r, rank), Arrays.copyOf(kept, rank), p);
    }

    /** How many columns are left. */
    public int rank() {
        return q.length;
    }

    /** The positions of the columns that are left, ascending. */
    public int[] kept() {
        return kept.clone();
    }

    /** The columns of Q themselves, for the loops of this package. */
    double[][] q() {
        return q;
    }

    /** The coefficients of the columns of X that stand for those of Q; NaN for columns that were dropped. */
    public double[] coefficients(double[] ofQ) {
        double[] solved = ofQ.clone();
        for (int i = rank() - 1; i >= 0; i--) {
            solved[i] /= r[i][i];
            for (int j = 0; j < i; j++) {
                solved[j] -= r[i][j] * solved[i];
            }
        }
        double[] out = new double[columns];
        Arrays.fill(out, Double.NaN);
        for (int i = 0; i < rank(); i++) {
            out[kept[i]] = solved[i];
        }
        return out;
    }

    /**
     * The rows of the linear map that {@link #coefficients} is: coefficient of X's column j = row j times those of Q;
     * NaN for columns that were dropped.
     */
    double[][] map() {
        double[][] rows = new double[columns][rank()];
        for (double[] row : rows) {
            Arrays.fill(row, Double.NaN);
        }
        for (int k = 0; k < rank(); k++) {
            double[] unit = new double[rank()];
            unit[k] = 1;
            double[] column = coefficients(unit);
            for (int j = 0; j < columns; j++) {
                rows[j][k] = column[j];
            }
        }
        return rows;
    }

    /** The product of Q with coefficients, as n numbers. */
    double[] times(double[] ofQ, int rows) {
        double[] out = new double[rows];
        for (int k = 0; k < ofQ.length; k++) {
            add(out, ofQ[k], q[k]);
        }
        return out;
    }

    static double dot(double[] a, double[] b) {
        return dot(a, b, 0, a.length);
    }

    /** Over a stretch of both; four sums that do not wait for one another. */
    static double dot(double[] a, double[] b, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < to; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static void add(double[] to, double times, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }
}
