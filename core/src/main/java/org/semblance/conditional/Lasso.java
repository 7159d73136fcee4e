package org.semblance.conditional;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.semblance.random.Rng;

/**
 * Fits of one lasso along falling penalties, as glmnet goes along them: up to 100 from the smallest that leaves nothing
 * in, by equal ratios, until the fit is hardly better.
 *
 * <p>Source: Friedman, Hastie and Tibshirani (2010), Regularization paths for generalized linear models via coordinate
 * descent, doi:10.18637/jss.v033.i01; Simon et al. (2011), section 2.7 (end of the path).
 *
 * @param penalties falling
 * @param betas for each, the intercept first, of the design's columns
 */
record Lasso(double[] penalties, double[][] betas) {
    static final int FOLDS = 10;
    private static final int MOST = 100;
    private static final int FEWEST = 5;
    private static final double LITTLE = 1e-5;
    static final double ALL = 0.999;

    /** Coefficients at one penalty after another, each starting from the last. */
    interface Solver {
        /** The smallest penalty that leaves nothing in. */
        double largest();

        /** Moves on to a smaller penalty; returns the coefficients, the intercept first. */
        double[] at(double penalty);

        /** The share of the deviance that the present fit explains. */
        double explained();

        /** Whether little is a share of what is explained, not of the deviance. */
        boolean relative();
    }

    /** @param wide whether there are at least as many columns as rows */
    static Lasso path(Solver solver, boolean wide) {
        double smallest = wide ? 0.01 : 1e-4;
        double[] penalties = new double[MOST];
        double[][] betas = new double[MOST][];
        double largest = solver.largest();
        double before = 0;
        int made = 0;
        while (made < MOST) {
            penalties[made] = largest * Math.pow(smallest, made / (MOST - 1.0));
            betas[made] = solver.at(penalties[made]);
            made++;
            double now = solver.explained();
            double more = now - before;
            if (made >= FEWEST && (more < (solver.relative() ? LITTLE * now : LITTLE) || now > ALL)) {
                break;
            }
            before = now;
        }
        return new Lasso(Arrays.copyOf(penalties, made), Arrays.copyOf(betas, made));
    }

    /** The fold of each of n rows, about equally many a fold, at random. */
    static int[] folds(int n, Rng rng) {
        int[] folds = new int[n];
        int count = Math.min(FOLDS, n);
        for (int i = 0; i < n; i++) {
            folds[i] = i % count;
        }
        rng.shuffle(folds);
        return folds;
    }

    /** A path, and the place in it that was chosen. */
    record Chosen(Lasso path, int at) {
        double[] beta() {
            return path.betas[at];
        }
    }

    /** The place of the penalty of the least error; the larger of two as good. */
    int least(double[] errors) {
        int best = 0;
        for (int k = 1; k < errors.length; k++) {
            best = errors[k] < errors[best] ? k : best;
        }
        return best;
    }

    /** The columns of a design that have no part in a fit, for {@link Design#without}. */
    static boolean[] idle(double[] beta) {
        boolean[] out = new boolean[beta.length];
        for (int j = 1; j < out.length; j++) {
            out[j] = beta[j] == 0;
        }
        return out;
    }

    /** The intercept, and the coefficients that have a part. */
    static double[] active(double[] beta) {
        boolean[] idle = idle(beta);
        return IntStream.range(0, beta.length)
                .filter(j -> !idle[j])
                .mapToDouble(j -> beta[j])
                .toArray();
    }

    static double soft(double value, double penalty) {
        return value > penalty ? value - penalty : value < -penalty ? value + penalty : 0;
    }
}
