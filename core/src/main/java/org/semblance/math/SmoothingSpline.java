package org.semblance.math;

import java.util.Arrays;

/**
 * A cubic smoothing spline through values at 1, 2, .. n, its smoothness chosen by generalised cross-validation; fewer
 * knots than values beyond 49 of them. As R's {@code smooth.spline(y)}.
 *
 * <p>Cost: n + knots^2 for each of some 15 trials. Source: Green and Silverman (1994), Nonparametric Regression and
 * Generalized Linear Models, sections 2.3 and 3.3; Wahba (1990), Spline Models for Observational Data, section 4.
 */
public final class SmoothingSpline {
    /** Fewest values; fewer are left as they are. */
    public static final int FEWEST = 4;

    private static final double LEAST = -1.5;
    private static final double MOST = 1.5;
    private static final double TOLERANCE = 1e-4;
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

    private final double[] y;
    private final double[] knots;
    private final int width;
    private final int[] first;
    private final double[][] basis;
    /** Lower bands [offset][row] of B'B and of the roughness. */
    private final double[][] squares;

    private final double[][] roughness;
    private final double[] products;
    private final double ratio;

    private SmoothingSpline(double[] y) {
        this.y = y;
        int n = y.length;
        knots = knots(n);
        width = knots.length - 4;
        first = new int[n];
        basis = new double[n][];
        squares = new double[4][width];
        products = new double[width];
        for (int i = 0; i < n; i++) {
            double x = i / (n - 1.0);
            first[i] = interval(x);
            basis[i] = cubic(first[i], x);
            for (int a = 0; a < 4; a++) {
                products[first[i] + a] += basis[i][a] * y[i];
                for (int b = 0; b <= a; b++) {
                    squares[a - b][first[i] + a] += basis[i][a] * basis[i][b];
                }
            }
        }
        roughness = roughness();
        double s = 0;
        double r = 0;
        for (int k = 2; k < width - 3; k++) {
            s += squares[0][k];
            r += roughness[0][k];
        }
        ratio = r > 0 ? s / r : 1;
    }

    /** The smoothed values. */
    public static double[] of(double[] y) {
        return y.length < FEWEST ? y.clone() : new SmoothingSpline(y).best();
    }

    /** Those of a given smoothness, in R's measure {@code spar}. */
    static double[] of(double[] y, double spar) {
        SmoothingSpline spline = new SmoothingSpline(y);
        return spline.fitted(spline.coefficients(spline.root(spar)));
    }

    /** How many knots n values have, and where: at values, 0 and 1 four times. */
    private static double[] knots(int n) {
        int inner = count(n);
        double[] out = new double[inner + 6];
        Arrays.fill(out, inner + 2, inner + 6, 1);
        for (int k = 0; k < inner; k++) {
            out[k + 3] = (Math.floor(1 + k * ((n - 1.0) / (inner - 1))) - 1) / (n - 1.0);
        }
        return out;
    }

    static int count(int n) {
        if (n < 50) {
            return n;
        }
        double[] at = {50, 200, 800, 3200};
        double[] log = {50, 100, 140, 200};
        for (int k = 1; k < at.length; k++) {
            if (n < at[k]) {
                double low = Math.log(log[k - 1]);
                return (int) Math.exp(low + (Math.log(log[k]) - low) * (n - at[k - 1]) / (at[k] - at[k - 1]));
            }
        }
        return (int) (200 + Math.pow(n - 3200.0, .2));
    }

    /** The first of the four basis functions that are not 0 at a place. */
    private int interval(double x) {
        int at = Arrays.binarySearch(knots, 3, width + 1, x);
        at = at < 0 ? -at - 2 : at;
        return Math.min(at, width - 1) - 3;
    }

    /** De Boor's recursion. */
    private double[] cubic(int from, double x) {
        double[] out = {1, 0, 0, 0};
        int at = from + 3;
        for (int order = 1; order <= 3; order++) {
            double saved = 0;
            for (int k = 0; k < order; k++) {
                double right = knots[at + k + 1] - x;
                double left = x - knots[at + 1 - order + k];
                double part = out[k] / (right + left);
                out[k] = saved + right * part;
                saved = left * part;
            }
            out[order] = saved;
        }
        return out;
    }

    /** Integrals of products of second derivatives, which are linear between knots. */
    private double[][] roughness() {
        double[][] out = new double[4][width];
        for (int from = 0; from + 3 < width; from++) {
            double a = knots[from + 3];
            double h = knots[from + 4] - a;
            if (h <= 0) {
                continue;
            }
            double[] low = bend(from, a);
            double[] high = bend(from, a + h);
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j <= i; j++) {
                    double integral =
                            h / 6 * (2 * low[i] * low[j] + 2 * high[i] * high[j] + low[i] * high[j] + high[i] * low[j]);
                    out[i - j][from + i] += integral;
                }
            }
        }
        return out;
    }

    /** Second derivatives of the four basis functions of an interval. */
    private double[] bend(int from, double x) {
        int at = from + 3;
        double[] hats = {
            (knots[at + 1] - x) / (knots[at + 1] - knots[at]), (x - knots[at]) / (knots[at + 1] - knots[at])
        };
        return lower(lower(hats, from + 1, 2), from, 3);
    }

    /** Derivatives of basis functions of a degree from those of one less. */
    private double[] lower(double[] less, int from, int degree) {
        double[] out = new double[less.length + 1];
        for (int k = 0; k < out.length; k++) {
            int i = from + k;
            double own = k == 0 ? 0 : less[k - 1] / (knots[i + degree] - knots[i]);
            double next = k == less.length ? 0 : less[k] / (knots[i + degree + 1] - knots[i + 1]);
            out[k] = degree * (own - next);
        }
        return out;
    }

    /** The banded Cholesky root of the equations at a smoothness. */
    private double[][] root(double spar) {
        double lambda = ratio * Math.pow(256, 3 * spar - 1);
        double[][] l = new double[4][width];
        for (int i = 0; i < width; i++) {
            for (int band = Math.min(3, i); band >= 0; band--) {
                double sum = squares[band][i] + lambda * roughness[band][i];
                for (int k = band + 1; k <= Math.min(3, i); k++) {
                    sum -= l[k][i] * l[k - band][i - band];
                }
                l[band][i] = band == 0 ? Math.sqrt(Math.max(sum, 1e-300)) : sum / l[0][i - band];
            }
        }
        return l;
    }

    private double[] coefficients(double[][] root) {
        double[] out = products.clone();
        solve(root, out, 0);
        return out;
    }

    /** Solves in place; what is before {@code from} is 0. */
    private void solve(double[][] l, double[] v, int from) {
        for (int i = from; i < width; i++) {
            for (int k = 1; k <= Math.min(3, i); k++) {
                v[i] -= l[k][i] * v[i - k];
            }
            v[i] /= l[0][i];
        }
        for (int i = width - 1; i >= 0; i--) {
            for (int k = 1; k <= 3 && i + k < width; k++) {
                v[i] -= l[k][i + k] * v[i + k];
            }
            v[i] /= l[0][i];
        }
    }

    private double[] fitted(double[] c) {
        double[] out = new double[y.length];
        for (int i = 0; i < out.length; i++) {
            for (int a = 0; a < 4; a++) {
                out[i] += basis[i][a] * c[first[i] + a];
            }
        }
        return out;
    }

    /** Generalised cross-validation. */
    private double criterion(double spar) {
        double[][] root = root(spar);
        double[] fitted = fitted(coefficients(root));
        double squaresOff = 0;
        for (int i = 0; i < y.length; i++) {
            squaresOff += (y[i] - fitted[i]) * (y[i] - fitted[i]);
        }
        double freedom = 0;
        double[] unit = new double[width];
        for (int j = 0; j < width; j++) {
            Arrays.fill(unit, 0);
            unit[j] = 1;
            solve(root, unit, j);
            for (int i = Math.max(0, j - 3); i <= Math.min(width - 1, j + 3); i++) {
                freedom += unit[i] * squares[Math.abs(i - j)][Math.max(i, j)];
            }
        }
        double left = 1 - freedom / y.length;
        return squaresOff / y.length / (left * left);
    }

    /** Brent's search for the least criterion, from the golden section of the whole range. */
    private double[] best() {
        double a = LEAST;
        double b = MOST;
        double x = a + GOLDEN * (b - a);
        double w = x;
        double v = x;
        double fx = criterion(x);
        double fw = fx;
        double fv = fx;
        double step = 0;
        double before = 0;
        for (int i = 0; i < 100; i++) {
            double middle = (a + b) / 2;
            double close = 1e-8 * Math.abs(x) + TOLERANCE / 3;
            if (Math.abs(x - middle) <= 2 * close - (b - a) / 2) {
                break;
            }
            double r = (x - w) * (fx - fv);
            double q = (x - v) * (fx - fw);
            double p = (x - v) * q - (x - w) * r;
            q = 2 * (q - r);
            p = q > 0 ? -p : p;
            q = Math.abs(q);
            boolean parabola = Math.abs(before) > close
                    && Math.abs(p) < Math.abs(q * before / 2)
                    && p > q * (a - x)
                    && p < q * (b - x);
            if (parabola) {
                before = step;
                step = p / q;
                double u = x + step;
                step = u - a < 2 * close || b - u < 2 * close ? Math.copySign(close, middle - x) : step;
            } else {
                before = x >= middle ? a - x : b - x;
                step = GOLDEN * before;
            }
            double u = x + (Math.abs(step) >= close ? step : Math.copySign(close, step));
            double fu = criterion(u);
            if (fu <= fx) {
                a = u >= x ? x : a;
                b = u >= x ? b : x;
                v = w;
                fv = fw;
                w = x;
                fw = fx;
                x = u;
                fx = fu;
            } else {
                a = u < x ? u : a;
                b = u < x ? b : u;
                if (fu <= fw || w == x) {
                    v = w;
                    fv = fw;
                    w = u;
                    fw = fu;
                } else if (fu <= fv || v == x || v == w) {
                    v = u;
                    fv = fu;
                }
            }
        }
        return fitted(coefficients(root(x)));
    }
}
