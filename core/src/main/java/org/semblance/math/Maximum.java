package org.semblance.math;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a likelihood is largest, by Newton's method with exact second derivatives: a step that makes it worse is halved,
 * and where no part of it is better the search ends where it is.
 *
 * @param at q parameters
 * @param loss minus twice the log-likelihood there
 * @param covariance q x q, the inverse of the information; not a number where there is none
 * @param converged whether the last step promised no more than rounding (the Newton decrement: what the loss would
 *     fall by if it were a parabola), as a share of the loss; where the rows are told apart without a mistake the loss
 *     falls towards 0 for ever and so never does. Source: Boyd and Vandenberghe (2004), Convex Optimization, section
 *     9.5.1
 */
record Maximum(double[] at, double loss, double[][] covariance, boolean converged) {
    private static final int STEPS = 60;
    private static final double SMALL = 1e-11;

    /** A log-likelihood with its derivatives. */
    interface Likelihood {
        /** Minus twice the log-likelihood; infinite where the parameters are not allowed. */
        double loss(double[] at);

        /** Minus the second derivatives of the log-likelihood; adds its first ones to {@code gradient}. */
        double[][] information(double[] at, double[] gradient);
    }

    static Maximum of(Likelihood likelihood, double[] start) {
        Point here = new Point(start, likelihood.loss(start));
        boolean converged = false;
        double[][] inverse = null;
        for (int step = 0; step < STEPS && !converged; step++) {
            double[] gradient = new double[start.length];
            double[][] found = Symmetric.inverse(likelihood.information(here.at, gradient));
            if (found == null) {
                break;
            }
            inverse = found;
            double[] move = Symmetric.times(inverse, gradient);
            double promised = Basis.dot(move, gradient);
            // False for what is not a number.
            converged = promised <= SMALL * Math.abs(here.loss);
            Point next = moved(likelihood, here, move);
            if (next == here) {
                break;
            }
            here = next;
        }
        double[][] last = Symmetric.inverse(likelihood.information(here.at, new double[start.length]));
        return new Maximum(here.at, here.loss, known(last == null ? inverse : last, start.length), converged);
    }

    private record Point(double[] at, double loss) {}

    /** A step on, or a part of it; where even the smallest part is worse, none. */
    private static Point moved(Likelihood likelihood, Point from, double[] step) {
        for (int halving = 0; halving < 40; halving++) {
            double share = Math.scalb(1.0, -halving);
            double[] tried = from.at.clone();
            for (int k = 0; k < tried.length; k++) {
                tried[k] += share * step[k];
            }
            double loss = likelihood.loss(tried);
            if (loss <= from.loss + 1e-12 * Math.abs(from.loss)) {
                return new Point(tried, loss);
            }
        }
        return from;
    }

    private static double[][] known(double @Nullable [][] found, int size) {
        if (found != null) {
            return found;
        }
        double[][] none = new double[size][size];
        for (double[] row : none) {
            Arrays.fill(row, Double.NaN);
        }
        return none;
    }
}
