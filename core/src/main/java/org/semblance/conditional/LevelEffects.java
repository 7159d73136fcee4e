package org.semblance.conditional;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.semblance.distribution.Gamma;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * Drawn coefficients and effects of clusters. A cluster that was not there when learning gets effects of its own, the same
 * in all rows of one draw.
 *
 * @param beta coefficients
 * @param effects [clusters][random] of the clusters that were there
 * @param root of the covariance of other clusters' effects
 */
record LevelEffects(LevelDesign design, double[] beta, double[][] effects, double[][] root) {
    /** What a row's cluster is. */
    interface Visit {
        /** @param cluster -1 for one that was not there when learning */
        void row(int row, double predicted, int cluster, double key);
    }

    void each(Predictors x, Rng rng, Visit visit) {
        LevelDesign.Rows rows = design.rows(x);
        Map<Double, double[]> others = new HashMap<>();
        double[] values = new double[design.width()];
        for (int row = 0; row < x.rows(); row++) {
            rows.fill(row, values);
            int cluster = rows.cluster(row);
            double key = rows.key(row);
            double[] own = cluster >= 0 ? effects[cluster] : others.computeIfAbsent(key, k -> other(k, rng));
            double predicted = 0;
            for (int j = 0; j < values.length; j++) {
                predicted += values[j] * beta[j];
            }
            for (int a = 0; a < own.length; a++) {
                predicted += values[design.random()[a]] * own[a];
            }
            visit.row(row, predicted, cluster, key);
        }
    }

    private double[] other(double key, Rng rng) {
        return Covariance.times(root, Covariance.gaussians(root.length, child(key, rng)));
    }

    private static Rng child(double key, Rng rng) {
        return rng.child("cluster").child(Double.doubleToLongBits(key));
    }

    /**
     * Normal numbers about the prediction.
     *
     * @param deviations [clusters] of the residuals in each
     * @param typical the deviation in other clusters
     * @param spread how much the precisions of other clusters vary (theta of 2l.norm); 0 for not at all
     */
    record Numbers(LevelEffects effects, double[] deviations, double typical, double spread)
            implements Conditional.Drawer {
        @Override
        public Column draw(Predictors x, Rng rng) {
            double[] out = new double[x.rows()];
            Map<Double, Double> others = new HashMap<>();
            effects.each(x, rng, (row, predicted, cluster, key) -> {
                double deviation = cluster >= 0 ? deviations[cluster] : others.computeIfAbsent(key, k -> other(k, rng));
                out[row] = predicted + deviation * rng.nextGaussian();
            });
            return NumberColumn.of(out);
        }

        private double other(double key, Rng rng) {
            if (spread == 0) {
                return typical;
            }
            double precision = new Gamma(1 / (2 * spread), 2 * spread / (typical * typical))
                    .sample(child(key, rng).child("deviation"));
            return Math.sqrt(1 / precision);
        }
    }

    /**
     * One of two labels by its log-odds.
     *
     * @param codes the places of the two in the dictionary
     * @param labels the dictionary
     */
    record Labels(LevelEffects effects, int[] codes, List<String> labels) implements Conditional.Drawer {
        @Override
        public Column draw(Predictors x, Rng rng) {
            int[] out = new int[x.rows()];
            Arrays.fill(out, -1);
            effects.each(
                    x,
                    rng,
                    (row, predicted, cluster, key) ->
                            out[row] = codes[rng.nextDouble() < Logit.share(predicted) ? 1 : 0]);
            return CodeColumn.of(out, labels);
        }
    }
}
