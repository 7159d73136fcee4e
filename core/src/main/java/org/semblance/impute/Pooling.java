package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.semblance.evaluate.useful.FormulaModel;
import org.semblance.math.Pooled;
import org.semblance.math.Regression;
import org.semblance.math.Symmetric;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Table;

/**
 * One regression on m completed or synthetic tables, put together: estimates, standard errors, intervals, and how much
 * of what could be known is missing; tests of several coefficients at once; R squared.
 *
 * <p>Source: Rubin (1987), Multiple Imputation for Nonresponse in Surveys; degrees of freedom by Barnard and Rubin (1999),
 * doi:10.1093/biomet/86.4.948; synthetic tables by Reiter (2003), Survey Methodology 29, 181-188. As R's
 * {@code mice::pool}, {@code pool.syn}, {@code D1}, {@code D2}, {@code D3} and {@code pool.r.squared}.
 */
public final class Pooling {
    private static final double WIDE = 0.975;

    /** As {@code pool.r.squared} has it. */
    private static final double NORMAL = 1.96;

    /** What the tables are. */
    public enum Rule {
        /** Imputed several times. */
        RUBIN,
        /** Partially synthetic, made of complete data. */
        REITER
    }

    /**
     * One coefficient.
     *
     * @param error standard error
     * @param statistic estimate by error
     * @param p the chance of a larger one where the coefficient is 0
     * @param low of the 95 % interval
     * @param increase of the variance by what is missing, as a share of the variance within (riv)
     * @param lambda share of the variance that comes from what is missing; NaN by Reiter's rule
     * @param missing share of the information that is missing (fmi); NaN by Reiter's rule
     */
    public record Term(
            String name,
            Pooled pooled,
            double error,
            double statistic,
            double p,
            double low,
            double high,
            double increase,
            double lambda,
            double missing) {
        public double estimate() {
            return pooled.estimate();
        }
    }

    /** A test of the terms that a smaller model lacks: F with two degrees of freedom. */
    public record Comparison(String test, double statistic, int freedom, double rest, double p, double increase) {}

    /** R squared with its 95 % interval and the share of its information that is missing. */
    public record Squared(double estimate, double low, double high, double missing) {}

    private final FormulaModel model;
    private final List<Table> sets;
    private final List<FormulaModel.Fit> fits;
    private final Rule rule;

    private Pooling(FormulaModel model, List<Table> sets, Rule rule) {
        this.model = model;
        this.sets = sets;
        this.rule = rule;
        fits = model.fits(sets);
        for (int set = 0; set < fits.size(); set++) {
            if (fits.get(set).regression().freedom() <= 0) {
                throw ProblemException.data(
                        Problem.of("the model has " + model.terms().size() + " coefficients, but only "
                                        + fits.get(set).rows() + " rows are complete.")
                                .at("set " + (set + 1))
                                .fix("Take fewer terms."));
            }
        }
    }

    /**
     * @param text as in R, {@code chl ~ age + bmi}
     * @param family auto, linear, logistic, poisson or ordinal
     * @param order the levels of an ordered outcome from low to high, or empty
     * @param sets at least two, of one schema
     */
    public static Pooling of(String text, String family, List<String> order, List<Table> sets, Rule rule) {
        if (sets.size() < 2) {
            throw ProblemException.usage(Problem.of("there is one set: nothing can be pooled.")
                    .fix("Give two or more, all of one imputation or synthesis."));
        }
        return new Pooling(FormulaModel.of(text, family, order, sets), sets, rule);
    }

    public String family() {
        return model.family();
    }

    public int sets() {
        return sets.size();
    }

    /** Complete rows of the first set. */
    public int rows() {
        return fits.get(0).rows();
    }

    public List<Term> terms() {
        List<Term> out = new ArrayList<>();
        for (int j = 0; j < model.terms().size(); j++) {
            int place = j;
            double[] estimates = each(fit -> fit.regression().coefficients()[place]);
            double[] variances = each(fit -> fit.regression().covariance()[place][place]);
            out.add(term(model.terms().get(j), pooled(estimates, variances)));
        }
        return out;
    }

    private interface Of {
        double fit(FormulaModel.Fit fit);
    }

    private double[] each(Of of) {
        return fits.stream().mapToDouble(of::fit).toArray();
    }

    private double freedom() {
        return Arrays.stream(each(fit -> fit.regression().freedom())).min().orElse(Double.NaN);
    }

    private Pooled pooled(double[] estimates, double[] variances) {
        return rule == Rule.RUBIN ? Pooled.rubin(estimates, variances, freedom()) : Pooled.reiter(estimates, variances);
    }

    private Term term(String name, Pooled pooled) {
        double error = Math.sqrt(pooled.variance());
        double statistic = pooled.estimate() / error;
        double increase = (1 + 1.0 / sets()) * pooled.between() / pooled.within();
        boolean known = error > 0 && pooled.freedom() > 0;
        double half = Double.NaN;
        double p = Double.NaN;
        if (known) {
            TDistribution law = new TDistribution(Math.min(Math.max(pooled.freedom(), 1e-3), 1e9));
            half = error * law.inverseCumulativeProbability(WIDE);
            p = 2 * law.cumulativeProbability(-Math.abs(statistic));
        }
        boolean rubin = rule == Rule.RUBIN;
        return new Term(
                name,
                pooled,
                error,
                statistic,
                p,
                pooled.estimate() - half,
                pooled.estimate() + half,
                increase,
                rubin ? increase * pooled.within() / pooled.variance() : Double.NaN,
                rubin ? pooled.missingInformation(sets()) : Double.NaN);
    }

    /** The terms that a smaller model lacks. */
    private int[] lacking(FormulaModel smaller) {
        int[] kept = model.places(smaller);
        boolean nested = Arrays.stream(kept).allMatch(place -> place >= 0)
                && kept.length < model.terms().size()
                && smaller.family().equals(model.family());
        if (!nested) {
            throw ProblemException.usage(Problem.of("the other model is not this one with fewer terms.")
                    .fix("Give it the same outcome and some of the same terms."));
        }
        return IntStream.range(0, model.terms().size())
                .filter(j -> Arrays.stream(kept).noneMatch(place -> place == j))
                .toArray();
    }

    private FormulaModel smaller(String text) {
        String family = model.family().equals("proportional odds") ? "ordinal" : model.family();
        return FormulaModel.of(text, family, List.of(), sets);
    }

    private void onlyRubin() {
        if (rule != Rule.RUBIN) {
            throw ProblemException.usage(Problem.of("tests of several coefficients are for imputed sets.")
                    .fix("Pool by Rubin's rules."));
        }
    }

    private double[][] covariance(Regression fit, int[] terms) {
        double[][] out = new double[terms.length][terms.length];
        for (int a = 0; a < terms.length; a++) {
            for (int b = 0; b < terms.length; b++) {
                out[a][b] = fit.covariance()[terms[a]][terms[b]];
            }
        }
        return out;
    }

    /**
     * The multivariate Wald test of what a smaller model lacks: Li, Raghunathan and Rubin (1991),
     * doi:10.1080/01621459.1991.10475152, with the degrees of freedom of Reiter (2007), doi:10.1093/biomet/asm028. One
     * coefficient alone has those of its t test, where software often has the limit 4.
     */
    public Comparison wald(String other) {
        onlyRubin();
        int[] terms = lacking(smaller(other));
        int k = terms.length;
        int m = sets();
        double[] mean = new double[k];
        double[][] within = new double[k][k];
        for (FormulaModel.Fit fit : fits) {
            double[][] one = covariance(fit.regression(), terms);
            for (int a = 0; a < k; a++) {
                mean[a] += fit.regression().coefficients()[terms[a]] / m;
                for (int b = 0; b < k; b++) {
                    within[a][b] += one[a][b] / m;
                }
            }
        }
        double[][] inverse = Symmetric.inverse(within);
        if (inverse == null) {
            return new Comparison("D1", Double.NaN, k, Double.NaN, Double.NaN, Double.NaN);
        }
        double trace = 0;
        for (FormulaModel.Fit fit : fits) {
            double[] off = new double[k];
            for (int a = 0; a < k; a++) {
                off[a] = fit.regression().coefficients()[terms[a]] - mean[a];
            }
            trace += Symmetric.form(inverse, off) / (m - 1);
        }
        double r = (1 + 1.0 / m) * trace / k;
        double statistic = Symmetric.form(inverse, mean) / (k * (1 + r));
        double rest = k == 1 ? terms().get(terms[0]).pooled().freedom() : small(k * (m - 1.0), r, k);
        return comparison("D1", statistic, k, rest, r);
    }

    /** Degrees of freedom of few rows, and of many where there are too few sets for these. */
    private double small(double t, double r, int k) {
        if (t <= 4) {
            return large(t, r, k);
        }
        double complete = freedom();
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

    private static Comparison comparison(String test, double statistic, int k, double rest, double r) {
        double p = !(rest > 0) || Double.isNaN(statistic)
                ? Double.NaN
                : statistic <= 0 ? 1 : 1 - new FDistribution(k, rest).cumulativeProbability(statistic);
        return new Comparison(test, statistic, k, rest, p, r);
    }

    /** The sets' own Wald tests put together: Li, Meng, Raghunathan and Rubin (1991), Statistica Sinica 1, 65-92. */
    public Comparison combined(String other) {
        onlyRubin();
        int[] terms = lacking(smaller(other));
        int k = terms.length;
        int m = sets();
        double[] statistics = each(fit -> {
            double[][] inverse = Symmetric.inverse(covariance(fit.regression(), terms));
            double[] at = Arrays.stream(terms)
                    .mapToDouble(j -> fit.regression().coefficients()[j])
                    .toArray();
            return inverse == null ? Double.NaN : Symmetric.form(inverse, at);
        });
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

    /** Likelihood ratios put together: Meng and Rubin (1992), doi:10.1093/biomet/79.1.103. */
    public Comparison likelihood(String other) {
        onlyRubin();
        FormulaModel smaller = smaller(other);
        int k = lacking(smaller).length;
        int m = sets();
        List<FormulaModel.Fit> less = smaller.fits(sets);
        double own = loss(smaller, less, false) - loss(model, fits, false);
        double pooled = loss(smaller, less, true) - loss(model, fits, true);
        double r = (m + 1.0) / (k * (m - 1.0)) * (own - pooled);
        return comparison("D3", pooled / (k * (1 + r)), k, large(k * (m - 1.0), r, k), r);
    }

    /** The mean loss of the sets: each at its own estimates, or all at the mean ones. */
    private double loss(FormulaModel of, List<FormulaModel.Fit> at, boolean pooled) {
        double[] mean = mean(at);
        double variance =
                at.stream().mapToDouble(FormulaModel.Fit::variance).average().orElse(Double.NaN);
        double sum = 0;
        for (int set = 0; set < sets(); set++) {
            FormulaModel.Fit own = at.get(set);
            sum += pooled
                    ? of.loss(sets.get(set), mean, variance)
                    : of.loss(sets.get(set), own.regression().coefficients(), own.variance());
        }
        return sum / sets();
    }

    private static double[] mean(List<FormulaModel.Fit> fits) {
        double[] out = new double[fits.get(0).regression().coefficients().length];
        for (FormulaModel.Fit fit : fits) {
            for (int j = 0; j < out.length; j++) {
                out[j] += fit.regression().coefficients()[j] / fits.size();
            }
        }
        return out;
    }

    /** Harel (2009), doi:10.1080/02664760802553000: Fisher's z of its root is pooled. NaN where the model is not linear. */
    public Squared squared(boolean adjusted) {
        double[] z = each(fit -> {
            double squared = adjusted ? fit.adjusted() : fit.squared();
            double root = Math.sqrt(Math.max(0, squared));
            return 0.5 * Math.log((1 + root) / (1 - root));
        });
        double[] variances = each(fit -> 1 / (fit.rows() - 3.0));
        Pooled pooled = Pooled.rubin(z, variances, Double.POSITIVE_INFINITY);
        double half = NORMAL * Math.sqrt(pooled.variance());
        return new Squared(
                back(pooled.estimate()),
                back(Math.max(0, pooled.estimate() - half)),
                back(pooled.estimate() + half),
                pooled.missingInformation(sets()));
    }

    private static double back(double z) {
        double root = Math.tanh(z);
        return root * root;
    }
}
