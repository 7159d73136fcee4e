package org.semblance.evaluate.alike;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.math.SparseLogit;
import org.semblance.math.SparseRows;

/** Propensity scores by logistic regression without a penalty. */
final class PropensityLogit implements Propensity.Model {
    /** R's own tolerance of glm is 1e-8 of the deviance; synthpop allows 200 steps. */
    private static final SparseLogit.Settings FIT = new SparseLogit.Settings(0, 200, 1e-10);

    private final SparseRows x;
    private final int[] groupOf;
    private final List<String> groups;

    PropensityLogit(PropensityDesign design) {
        x = design.matrix();
        groupOf = design.groupOf();
        groups = design.groups();
    }

    @Override
    public Propensity.Fitted fit(boolean[] synthetic) {
        SparseLogit.Fit fit = SparseLogit.fit(x, synthetic, FIT);
        return new Propensity.Fitted(fit.probabilities(x), telling(fit.weights()), fit.rank());
    }

    /** The variance over rows of what a group of terms adds to the log-odds. */
    private Map<String, Double> telling(double[] weights) {
        double[] sums = new double[groups.size()];
        double[] squares = new double[sums.length];
        double[] adds = new double[sums.length];
        for (int i = 0; i < x.rows(); i++) {
            for (int k = x.start()[i]; k < x.start()[i + 1]; k++) {
                adds[groupOf[x.columns()[k]]] += x.values()[k] * weights[x.columns()[k]];
            }
            for (int k = x.start()[i]; k < x.start()[i + 1]; k++) {
                int group = groupOf[x.columns()[k]];
                sums[group] += adds[group];
                squares[group] += adds[group] * adds[group];
                adds[group] = 0;
            }
        }
        Map<String, Double> out = new LinkedHashMap<>();
        for (int group = 0; group < sums.length; group++) {
            double mean = sums[group] / x.rows();
            out.put(groups.get(group), Math.max(0, squares[group] / x.rows() - mean * mean));
        }
        return out;
    }

    @Override
    public double expected(Propensity.Fitted fitted, double share) {
        return fitted.terms() * (1 - share) * (1 - share) * share / x.rows();
    }
}
