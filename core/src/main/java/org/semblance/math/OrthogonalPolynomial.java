package org.semblance.math;

import java.util.Arrays;

/**
 * Polynomials of degree 1 to d that are orthonormal over given numbers and orthogonal to a constant, as R's
 * {@code poly}: learnt from one set of numbers, the same functions for any other.
 *
 * <p>Source: the three-term recurrence of Kennedy and Gentle (1980), Statistical Computing, pages 343-344.
 */
public final class OrthogonalPolynomial {
    private final double[] alpha;
    private final double[] norm;

    private OrthogonalPolynomial(double[] alpha, double[] norm) {
        this.alpha = alpha;
        this.norm = norm;
    }

    /** @param x finite numbers; where fewer than {@code degree} + 1 of them differ, the highest ones are 0 */
    public static OrthogonalPolynomial of(double[] x, int degree) {
        double[] alpha = new double[degree];
        double[] norm = new double[degree + 1];
        double[] before = new double[x.length];
        double[] now = new double[x.length];
        Arrays.fill(now, 1);
        norm[0] = x.length;
        for (int k = 0; k < degree; k++) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * now[i] * now[i];
            }
            alpha[k] = norm[k] > 0 ? sum / norm[k] : 0;
            double back = k == 0 || norm[k - 1] == 0 ? 0 : norm[k] / norm[k - 1];
            double[] next = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                next[i] = (x[i] - alpha[k]) * now[i] - back * before[i];
                norm[k + 1] += next[i] * next[i];
            }
            before = now;
            now = next;
        }
        return new OrthogonalPolynomial(alpha, norm);
    }

    public int degree() {
        return alpha.length;
    }

    /** The polynomial of degree k, 1 .. d, at x. */
    public double value(double x, int k) {
        double before = 0;
        double now = 1;
        for (int j = 0; j < k; j++) {
            double back = j == 0 || norm[j - 1] == 0 ? 0 : norm[j] / norm[j - 1];
            double next = (x - alpha[j]) * now - back * before;
            before = now;
            now = next;
        }
        return norm[k] > 0 ? now / Math.sqrt(norm[k]) : 0;
    }
}
