package org.semblance.impute;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.special.Gamma;
import org.semblance.math.Symmetric;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Table;

/** Tests of the terms that a smaller model lacks, put together over the sets. */
final class SmallerModel {
    /** More degrees of freedom than these are as good as infinitely many: the difference is about 1 / them. */
    private static final double ENDLESS = 1e9;

    private final SetModel model;
    private final List<SetFit> fits;
    private final SetModel smaller;
    private final int[] lacking;
    private final double complete;

    /**
     * @param fits of the larger model
     * @param complete degrees of freedom with nothing missing
     */
    SmallerModel(SetModel model, List<SetFit> fits, SetModel smaller, double complete) {
        this.model = model;
        this.fits = fits;
        this.smaller = smaller;
        this.complete = complete;
        List<String> names = model.terms();
        int[] kept = smaller.terms().stream().mapToInt(names::indexOf).toArray();
        boolean nested = Arrays.stream(kept).allMatch(place -> place >= 0)
                && kept.length < names.size()
                && smaller.family().equals(model.family())
                && smaller.groups().equals(model.groups());
        if (!nested) {
            throw ProblemException.usage(Problem.of("the other model is not this one with fewer terms.")
                    .fix("Give it the same outcome" + (model.groups().isEmpty() ? "" : ", the same effects of groups")
                            + " and some of the same terms."));
        }
        lacking = IntStream.range(0, names.size())
                .filter(j -> Arrays.stream(kept).noneMatch(place -> place == j))
                .toArray();
    }

    private double[][] covariance(SetFit fit) {
        double[][] out = new double[lacking.length][lacking.length];
        for (int a = 0; a < lacking.length; a++) {
            for (int b = 0; b < lacking.length; b++) {
                out[a][b] = fit.covariance()[lacking[a]][lacking[b]];
            }
        }
        return out;
    }

    private double[] estimates(SetFit fit) {
        return Arrays.stream(lacking).mapToDouble(j -> fit.coefficients()[j]).toArray();
    }

    /** @param single degrees of freedom of the t test, where one term is lacking */
    Pooling.Comparison wald(double single) {
        int k = lacking.length;
        int m = fits.size();
        double[] mean = new double[k];
        double[][] within = new double[k][k];
        for (SetFit fit : fits) {
            double[][] one = covariance(fit);
            for (int a = 0; a < k; a++) {
                mean[a] += estimates(fit)[a] / m;
                for (int b = 0; b < k; b++) {
                    within[a][b] += one[a][b] / m;
                }
            }
        }
        double[][] inverse = Symmetric.inverse(within);
        if (inverse == null) {
            return new Pooling.Comparison("D1", Double.NaN, k, Double.NaN, Double.NaN, Double.NaN);
        }
        double trace = 0;
        for (SetFit fit : fits) {
            double[] off = estimates(fit);
            for (int a = 0; a < k; a++) {
                off[a] -= mean[a];
            }
            trace += Symmetric.form(inverse, off) / (m - 1);
        }
        double r = (1 + 1.0 / m) * trace / k;
        double statistic = Symmetric.form(inverse, mean) / (k * (1 + r));
        return comparison("D1", statistic, k, k == 1 ? single : small(k * (m - 1.0), r, k), r);
    }

    /** The one term that is lacking, or -1 where it is not one. */
    int single() {
        return lacking.length == 1 ? lacking[0] : -1;
    }

    /** Degrees of freedom of few rows, and of many where there are too few sets for these. */
    private double small(double t, double r, int k) {
        if (t <= 4) {
            return large(t, r, k);
        }
        double a = r * t / (t - 2);
        double v = (complete + 1) / (complete + 3) * complete;
        double c0 = 1 / (t - 4);
        double c1 = v - 2 * (1 + a);
        double c2 = v - 4 * (1 + a);
        double z = 1 / c2
                + c0 * (a * a * c1 / ((1 + a) * (1 + a) * c2))
                + c0 * (8 * a * a * c1 / ((1 + a) * c2 * c2) + 4 * a * a / ((1 + a) * c2))
                + c0 * (4 * a * a / (c2 * c1) + 16 * a * a * c1 / (c2 * c2 * c2))
                + c0 * (8 * a * a / (c2 * c2));
        return 4 + 1 / z;
    }

    private static double large(double t, double r, int k) {
        if (t > 4) {
            double root = 1 + (1 - 2 / t) / r;
            return 4 + (t - 4) * root * root;
        }
        return t * (1 + 1.0 / k) * (1 + 1 / r) * (1 + 1 / r) / 2;
    }

    private static Pooling.Comparison comparison(String test, double statistic, int k, double rest, double r) {
        double p = !(rest > 0) || Double.isNaN(statistic) ? Double.NaN : statistic <= 0 ? 1 : above(statistic, k, rest);
        return new Pooling.Comparison(test, statistic, k, rest, p, r);
    }

    /** The chance of an F of k and so many degrees of freedom above the statistic; sets that agree have no end of these. */
    private static double above(double statistic, int k, double rest) {
        return rest > ENDLESS
                ? Gamma.regularizedGammaQ(k / 2.0, k * statistic / 2)
                : 1 - new FDistribution(k, rest).cumulativeProbability(statistic);
    }

    Pooling.Comparison combined() {
        int k = lacking.length;
        int m = fits.size();
        double[] statistics = fits.stream()
                .mapToDouble(fit -> {
                    double[][] inverse = Symmetric.inverse(covariance(fit));
                    return inverse == null ? Double.NaN : Symmetric.form(inverse, estimates(fit));
                })
                .toArray();
        double mean = Arrays.stream(statistics).average().orElse(Double.NaN);
        double roots = Arrays.stream(statistics).map(Math::sqrt).average().orElse(Double.NaN);
        double spread = 0;
        for (double one : statistics) {
            spread += (Math.sqrt(one) - roots) * (Math.sqrt(one) - roots) / (m - 1);
        }
        double r = (1 + 1.0 / m) * spread;
        double statistic = (mean / k - (m + 1.0) / (m - 1) * r) / (1 + r);
        double rest = Math.pow(k, -3.0 / m) * (m - 1) * (1 + 1 / r) * (1 + 1 / r);
        return comparison("D2", statistic, k, rest, r);
    }

    Pooling.Comparison likelihood(List<Table> sets) {
        List<SetFit> more = model.likeliest(sets);
        List<SetFit> less = smaller.likeliest(sets);
        int k = lacking.length;
        int m = sets.size();
        double own = loss(smaller, less, sets, false) - loss(model, more, sets, false);
        double pooled = loss(smaller, less, sets, true) - loss(model, more, sets, true);
        double r = (m + 1.0) / (k * (m - 1.0)) * (own - pooled);
        return comparison("D3", pooled / (k * (1 + r)), k, large(k * (m - 1.0), r, k), r);
    }

    /** The mean loss of the sets: each at its own estimates, or all at the mean ones. */
    private static double loss(SetModel of, List<SetFit> at, List<Table> sets, boolean pooled) {
        double[] coefficients = mean(at.stream().map(SetFit::coefficients).toList());
        double[] beside = mean(at.stream().map(SetFit::beside).toList());
        double sum = 0;
        for (int set = 0; set < sets.size(); set++) {
            SetFit own = at.get(set);
            sum += pooled
                    ? of.loss(sets.get(set), coefficients, beside)
                    : of.loss(sets.get(set), own.coefficients(), own.beside());
        }
        return sum / sets.size();
    }

    static double[] mean(List<double[]> all) {
        double[] out = new double[all.get(0).length];
        for (double[] one : all) {
            for (int j = 0; j < out.length; j++) {
                out[j] += one[j] / all.size();
            }
        }
        return out;
    }
}
