package org.semblance.conditional;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The lasso of a logistic regression of two classes: weighted least squares of the working response about the present
 * fit, by coordinate descent over the rows, again until nothing moves. Columns are standardised.
 *
 * <p>Cost: rows x predictors that are in, a sweep; memory rows x predictors.
 */
final class LogitLasso implements Lasso.Solver {
    /** A coefficient stands still where it lowers the mean deviance by less: glmnet has 1e-7. */
    private static final double SMALL = 1e-8;

    /** In the folds, where only the sum of deviances counts. */
    private static final double FOLD = 1e-6;

    private static final int ROUNDS = 25;
    private static final int SWEEPS = 50;
    private static final double SURE = 1e-5;

    private final double[][] columns;
    private final double[] mean;
    private final double[] deviation;
    private final int[] of;
    private final double[] beta;
    private final double[] eta;
    private final double[] weight;
    private final double[] left;
    private final double[] curve;
    private double intercept;
    private final double empty;
    private double small = SMALL;

    LogitLasso(Design design, Predictors x, int[] rows, int[] of) {
        int n = rows.length;
        int p = design.width() - 1;
        this.of = of;
        columns = new double[p][n];
        mean = new double[p];
        deviation = new double[p];
        Design.Entries entries = design.entries(x);
        for (int i = 0; i < n; i++) {
            entries.row(rows[i]);
            for (int e = 1; e < entries.count(); e++) {
                columns[entries.at(e) - 1][i] = entries.value(e);
            }
        }
        for (int j = 0; j < p; j++) {
            standardise(j);
        }
        beta = new double[p];
        eta = new double[n];
        weight = new double[n];
        left = new double[n];
        curve = new double[p];
        double share = Arrays.stream(of).average().orElse(0);
        intercept = Math.log(share / (1 - share));
        Arrays.fill(eta, intercept);
        empty = deviance();
    }

    private void standardise(int j) {
        double[] column = columns[j];
        double squares = 0;
        for (double value : column) {
            mean[j] += value / column.length;
        }
        for (double value : column) {
            squares += (value - mean[j]) * (value - mean[j]);
        }
        double own = Math.sqrt(squares / column.length);
        deviation[j] = own > 1e-10 * Math.abs(mean[j]) ? own : 0;
        for (int i = 0; i < column.length; i++) {
            column[i] = deviation[j] == 0 ? 0 : (column[i] - mean[j]) / deviation[j];
        }
    }

    private double deviance() {
        double sum = 0;
        for (int i = 0; i < of.length; i++) {
            sum += 2 * loss(eta[i], of[i]);
        }
        return sum;
    }

    private static double loss(double eta, int of) {
        double towards = of == 1 ? -eta : eta;
        return Math.max(0, towards) + Math.log1p(Math.exp(-Math.abs(towards)));
    }

    @Override
    public double largest() {
        double most = 0;
        double share = Arrays.stream(of).average().orElse(0);
        for (double[] column : columns) {
            double sum = 0;
            for (int i = 0; i < of.length; i++) {
                sum += column[i] * (of[i] - share);
            }
            most = Math.max(most, Math.abs(sum) / of.length);
        }
        return most;
    }

    @Override
    public double explained() {
        return 1 - deviance() / empty;
    }

    @Override
    public boolean relative() {
        return false;
    }

    @Override
    public double[] at(double penalty) {
        // Once everything is explained, smaller penalties only let the coefficients grow without end.
        boolean separated = explained() > Lasso.ALL;
        for (int round = 0; round < ROUNDS && !separated; round++) {
            double[] before = beta.clone();
            double interceptBefore = intercept;
            quadratic();
            descend(penalty);
            double most = (intercept - interceptBefore) * (intercept - interceptBefore) / 4;
            for (int j = 0; j < beta.length; j++) {
                most = Math.max(most, curve[j] * (beta[j] - before[j]) * (beta[j] - before[j]));
            }
            if (most < small) {
                break;
            }
        }
        double[] out = new double[beta.length + 1];
        out[0] = intercept;
        for (int j = 0; j < beta.length; j++) {
            out[j + 1] = deviation[j] == 0 ? 0 : beta[j] / deviation[j];
            out[0] -= out[j + 1] * mean[j];
        }
        return out;
    }

    /** Weights and what is left of the working response, at the present fit. */
    private void quadratic() {
        int n = of.length;
        for (int i = 0; i < n; i++) {
            double share = Logit.share(eta[i]);
            double kept = Math.min(1 - SURE, Math.max(SURE, share));
            weight[i] = kept * (1 - kept) / n;
            left[i] = (of[i] - share) / n;
        }
        Arrays.fill(curve, -1);
    }

    private double curve(int j) {
        if (curve[j] < 0) {
            double sum = 0;
            double[] column = columns[j];
            for (int i = 0; i < column.length; i++) {
                sum += weight[i] * column[i] * column[i];
            }
            curve[j] = sum;
        }
        return curve[j];
    }

    private void descend(double penalty) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            if (sweep(penalty, false) < small) {
                break;
            }
            for (int inner = 0; inner < SWEEPS && sweep(penalty, true) >= small; inner++) {
                // Only what is in moves, until it stands still.
            }
        }
    }

    private double sweep(double penalty, boolean in) {
        double most = 0;
        for (int j = 0; j < beta.length; j++) {
            if (deviation[j] == 0 || in && beta[j] == 0) {
                continue;
            }
            double[] column = columns[j];
            double slope = 0;
            for (int i = 0; i < column.length; i++) {
                slope += column[i] * left[i];
            }
            if (beta[j] == 0 && Math.abs(slope) <= penalty) {
                continue;
            }
            double curved = curve(j);
            double next = Lasso.soft(slope + curved * beta[j], penalty) / curved;
            double move = next - beta[j];
            if (move != 0) {
                beta[j] = next;
                most = Math.max(most, curved * move * move);
                for (int i = 0; i < column.length; i++) {
                    double step = move * column[i];
                    eta[i] += step;
                    left[i] -= step * weight[i];
                }
            }
        }
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i];
            weights += weight[i];
        }
        double move = sum / weights;
        intercept += move;
        for (int i = 0; i < left.length; i++) {
            eta[i] += move;
            left[i] -= move * weight[i];
        }
        return Math.max(most, weights * move * move);
    }

    /** A path, and which of its penalties has the least deviance over the folds. */
    static Lasso.Chosen chosen(Design design, Predictors x, int[] rows, int[] of, int[] folds) {
        Lasso path = Lasso.path(new LogitLasso(design, x, rows, of), design.width() > rows.length);
        int count = Arrays.stream(folds).max().orElse(-1) + 1;
        double[] errors = new double[path.penalties().length];
        for (int fold = 0; fold < count; fold++) {
            int own = fold;
            int[] in =
                    IntStream.range(0, rows.length).filter(i -> folds[i] != own).toArray();
            int[] classes = Arrays.stream(in).map(i -> of[i]).toArray();
            long ones = Arrays.stream(classes).filter(c -> c == 1).count();
            if (ones == 0 || ones == in.length) {
                return new Lasso.Chosen(path, 0);
            }
            LogitLasso training = new LogitLasso(
                    design, x, Arrays.stream(in).map(i -> rows[i]).toArray(), classes);
            training.small = FOLD;
            Design.Entries entries = design.entries(x);
            for (int k = 0; k < errors.length; k++) {
                double[] beta = training.at(path.penalties()[k]);
                for (int i = 0; i < rows.length; i++) {
                    if (folds[i] == own) {
                        entries.row(rows[i]);
                        errors[k] += loss(entries.dot(beta), of[i]);
                    }
                }
            }
        }
        return new Lasso.Chosen(path, path.least(errors));
    }
}
