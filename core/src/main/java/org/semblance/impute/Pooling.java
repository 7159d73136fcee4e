package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.semblance.math.Pooled;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Table;

/**
 * One regression on m completed or synthetic tables, put together: estimates, standard errors, intervals, and how much
 * of what could be known is missing; tests of several coefficients at once; R squared; variances of mixed models.
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

    private final SetModel model;
    private final List<String> order;
    private final List<Table> sets;
    private final List<SetFit> fits;
    private final Rule rule;

    private Pooling(SetModel model, List<String> order, List<Table> sets, Rule rule) {
        this.model = model;
        this.order = List.copyOf(order);
        this.sets = List.copyOf(sets);
        this.rule = rule;
        fits = model.fits(sets);
        for (int set = 0; set < fits.size(); set++) {
            if (fits.get(set).freedom() <= 0) {
                throw ProblemException.data(
                        Problem.of("the model has " + model.terms().size() + " coefficients, but only "
                                        + fits.get(set).rows() + " rows are complete.")
                                .at("set " + (set + 1))
                                .fix("Take fewer terms."));
            }
        }
    }

    /**
     * @param text as in R, {@code chl ~ age + bmi}, or {@code texp ~ popular + (1 | school)} as in lme4
     * @param family auto, linear, logistic, poisson, ordinal or multinomial
     * @param order the levels of an ordered outcome from low to high, or empty
     * @param sets at least two, of one schema
     */
    public static Pooling of(String text, String family, List<String> order, List<Table> sets, Rule rule) {
        if (sets.size() < 2) {
            throw ProblemException.usage(Problem.of("there is one set: nothing can be pooled.")
                    .fix("Give two or more, all of one imputation or synthesis."));
        }
        return new Pooling(SetModel.of(text, family, order, sets), order, sets, rule);
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
            double[] estimates = each(fit -> fit.coefficients()[place]);
            double[] variances = each(fit -> fit.covariance()[place][place]);
            out.add(term(model.terms().get(j), pooled(estimates, variances)));
        }
        return out;
    }

    /** A variance or covariance of a mixed model: the mean over the sets, whose spread has no rule. */
    public record Variance(String name, double estimate) {}

    /** What a mixed model estimates beside its coefficients. */
    public List<Variance> variances() {
        double[] means = SmallerModel.mean(fits.stream().map(SetFit::beside).toList());
        List<String> names = model.beside();
        List<Variance> out = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            out.add(new Variance(names.get(k), means[k]));
        }
        return out;
    }

    private interface Of {
        double fit(SetFit fit);
    }

    private double[] each(Of of) {
        return fits.stream().mapToDouble(of::fit).toArray();
    }

    private double freedom() {
        return Arrays.stream(each(SetFit::freedom)).min().orElse(Double.NaN);
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

    private SmallerModel smaller(String text) {
        if (rule != Rule.RUBIN) {
            throw ProblemException.usage(Problem.of("tests of several coefficients are for imputed sets.")
                    .fix("Pool by Rubin's rules."));
        }
        return new SmallerModel(model, fits, SetModel.of(text, model.asked(), order, sets), freedom());
    }

    /**
     * The multivariate Wald test of what a smaller model lacks: Li, Raghunathan and Rubin (1991),
     * doi:10.1080/01621459.1991.10475152, with the degrees of freedom of Reiter (2007), doi:10.1093/biomet/asm028. One
     * coefficient alone has those of its t test, where software often has the limit 4.
     */
    public Comparison wald(String other) {
        SmallerModel smaller = smaller(other);
        int single = smaller.single();
        return smaller.wald(
                single < 0 ? Double.NaN : terms().get(single).pooled().freedom());
    }

    /** The sets' own Wald tests put together: Li, Meng, Raghunathan and Rubin (1991), Statistica Sinica 1, 65-92. */
    public Comparison combined(String other) {
        return smaller(other).combined();
    }

    /**
     * Likelihood ratios put together: Meng and Rubin (1992), doi:10.1093/biomet/79.1.103. Mixed models are fitted by
     * maximum likelihood for it.
     */
    public Comparison likelihood(String other) {
        return smaller(other).likelihood(sets);
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
