package org.semblance.conditional;

import org.semblance.math.Cholesky;
import org.semblance.random.Rng;

/**
 * Logistic regression of two classes by Newton's method, a step that makes the fit worse being halved.
 *
 * @param beta the estimates
 * @param root of the information X'WX
 */
record Logit(double[] beta, Cholesky root) {
    private static final int STEPS = 50;
    private static final double SMALL = 1e-10;
    private static final double RIDGE = 1e-9;

    static Logit fit(Observations observations) {
        int width = observations.design().width();
        double[] beta = new double[width];
        double deviance = deviance(observations, beta);
        Cholesky root = null;
        for (int step = 0; step < STEPS; step++) {
            double[][] information = new double[width][width];
            double[] gradient = new double[width];
            double[] at = beta;
            observations.each((row, of, weight) -> {
                double share = share(row.dot(at));
                double slope = weight * (of - share);
                double curve = weight * share * (1 - share);
                for (int a = 0; a < row.count(); a++) {
                    gradient[row.at(a)] += slope * row.value(a);
                    double[] line = information[row.at(a)];
                    double scaled = curve * row.value(a);
                    for (int b = 0; b < row.count(); b++) {
                        line[row.at(b)] += scaled * row.value(b);
                    }
                }
            });
            root = root(information);
            double[] move = root.solve(gradient);
            double before = deviance;
            double[] next = beta;
            for (double length = 1; length > 1e-6; length /= 2) {
                next = new double[width];
                for (int j = 0; j < width; j++) {
                    next[j] = beta[j] + length * move[j];
                }
                deviance = deviance(observations, next);
                if (deviance <= before + 1e-12 * Math.abs(before)) {
                    break;
                }
            }
            beta = next;
            if (Math.abs(before - deviance) <= SMALL * (Math.abs(deviance) + 0.1)) {
                break;
            }
        }
        return new Logit(beta, root == null ? root(new double[width][width]) : root);
    }

    /** With as large a ridge as is needed. */
    private static Cholesky root(double[][] information) {
        Cholesky root = Cholesky.of(information);
        for (double ridge = RIDGE; root == null; ridge *= 10) {
            for (int j = 0; j < information.length; j++) {
                information[j][j] += ridge * (1 + information[j][j]);
            }
            root = Cholesky.of(information);
        }
        return root;
    }

    private static double deviance(Observations observations, double[] beta) {
        double[] sum = new double[1];
        observations.each((row, of, weight) -> {
            double eta = row.dot(beta);
            double towards = of == 1 ? -eta : eta;
            sum[0] += 2 * weight * (Math.max(0, towards) + Math.log1p(Math.exp(-Math.abs(towards))));
        });
        return sum[0];
    }

    static double share(double eta) {
        return 1 / (1 + Math.exp(-eta));
    }

    /** Coefficients drawn from the normal law about the estimates. */
    double[] draw(Rng rng) {
        double[] z = new double[beta.length];
        for (int j = 0; j < z.length; j++) {
            z[j] = rng.nextGaussian();
        }
        double[] drawn = root.spread(z);
        for (int j = 0; j < drawn.length; j++) {
            drawn[j] += beta[j];
        }
        return drawn;
    }
}
