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
    /** So large a ridge makes any matrix of numbers definite. */
    static final double MOST_RIDGE = 1e6;

    /** One pass over the rows: the deviance at some coefficients, its slopes, and how much each row informs. */
    private static final class Pass {
        private final double[] beta;
        private final double[] gradient;
        private final double[] information;
        private double deviance;

        Pass(Packed rows, double[] beta) {
            this.beta = beta;
            int width = rows.width();
            gradient = new double[width];
            information = new double[rows.rows()];
            for (int i = 0; i < rows.rows(); i++) {
                double eta = rows.x().dot(i, beta);
                double weight = rows.weights()[i];
                boolean one = rows.classes()[i] == 1;
                double far = Math.exp(-Math.abs(eta));
                double share = eta >= 0 ? 1 / (1 + far) : far / (1 + far);
                deviance += 2 * weight * (Math.max(0, one ? -eta : eta) + Math.log1p(far));
                double slope = weight * ((one ? 1 : 0) - share);
                for (int e = rows.x().start()[i]; e < rows.x().start()[i + 1]; e++) {
                    gradient[rows.x().columns()[e]] += slope * rows.x().values()[e];
                }
                information[i] = weight * share * (1 - share);
            }
        }
    }

    static Logit fit(Observations observations) {
        Packed rows = Packed.of(observations);
        Pass now = new Pass(rows, new double[rows.width()]);
        Cholesky root = root(rows.squares(now.information));
        for (int step = 0; step < STEPS; step++) {
            double[] move = root.solve(now.gradient);
            double before = now.deviance;
            Pass next = now;
            for (double length = 1; length > 1e-6; length /= 2) {
                double[] beta = now.beta.clone();
                for (int j = 0; j < beta.length; j++) {
                    beta[j] += length * move[j];
                }
                next = new Pass(rows, beta);
                if (next.deviance <= before + 1e-12 * Math.abs(before)) {
                    break;
                }
            }
            now = next;
            root = root(rows.squares(now.information));
            if (Math.abs(before - now.deviance) <= SMALL * (Math.abs(now.deviance) + 0.1)) {
                break;
            }
        }
        return new Logit(now.beta, root);
    }

    /** With as large a ridge as is needed. */
    private static Cholesky root(double[][] information) {
        Cholesky root = Cholesky.of(information);
        for (double ridge = RIDGE; root == null; ridge *= 10) {
            if (ridge > MOST_RIDGE) {
                throw new IllegalArgumentException("rows that are no numbers");
            }
            for (int j = 0; j < information.length; j++) {
                information[j][j] += ridge * (1 + information[j][j]);
            }
            root = Cholesky.of(information);
        }
        return root;
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
