package org.semblance.conditional;

import org.semblance.math.Descent;

/** A function with its derivatives by central differences. */
final class Slopes {
    private static final double STEP = 1e-5;

    /** A function of several numbers. */
    interface Function {
        double at(double[] x);
    }

    private Slopes() {}

    static Descent.Function of(Function function) {
        return (x, gradient) -> {
            double[] moved = x.clone();
            for (int j = 0; j < x.length; j++) {
                moved[j] = x[j] + STEP;
                double above = function.at(moved);
                moved[j] = x[j] - STEP;
                gradient[j] = (above - function.at(moved)) / (2 * STEP);
                moved[j] = x[j];
            }
            return function.at(x);
        };
    }

    /** The matrix of second derivatives. */
    static double[][] second(Function function, double[] x, double step) {
        int p = x.length;
        double[][] out = new double[p][p];
        double[] moved = x.clone();
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int corner = 0; corner < 4; corner++) {
                    double one = corner < 2 ? step : -step;
                    double other = corner % 2 == 0 ? step : -step;
                    moved[i] += one;
                    moved[j] += other;
                    sum += (one > 0 == other > 0 ? 1 : -1) * function.at(moved);
                    moved[i] = x[i];
                    moved[j] = x[j];
                }
                out[i][j] = sum / (4 * step * step);
                out[j][i] = out[i][j];
            }
        }
        return out;
    }
}
