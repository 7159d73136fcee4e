package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.semblance.math.Pooled;
import org.semblance.math.Symmetric;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.table.Table;

/**
 * One regression on m synthetic tables of k rows, put together by synthpop's rules, and beside the same regression on the
 * n real rows where these are at hand: standardised differences, overlap of intervals, lack of fit.
 *
 * <p>Shapes: p coefficients. Cost: m + 1 fits. Source: Raab, Nowok and Dibben (2016), Practical data synthesis for large
 * samples, doi:10.29012/jpc.v7i3.407; Raab, Nowok and Dibben (2021), Assessing, visualizing and improving the utility of
 * synthetic data, arXiv:2109.12717; Karr et al. (2006), doi:10.1198/000313006X124640. As {@code summary} and
 * {@code compare} of synthpop's {@code glm.synds}; the lack of fit has n / (k m), where synthpop's text has k / n.
 */
public final class SyntheticPooling {
    /** What the estimates stand for, and how everything was made. */
    public enum Rule {
        /** What the model would give on the real rows: variance v k/n. */
        ORIGINAL,
        /** The population, by simple synthesis: v (k/n) (1 + n/(k m)). */
        POPULATION,
        /** The population, by proper synthesis: v (k/n) (1 + (n/k + 1)/m). */
        PROPER,
        /** Some of the columns are real: b/m + v k/n, from two tables on. */
        INCOMPLETE;

        /** The standard error of the mean of m estimates with mean variance {@code within}. */
        double error(double within, double between, double shares, int m) {
            double scaled = within * shares;
            return Math.sqrt(
                    switch (this) {
                        case ORIGINAL -> scaled;
                        case POPULATION -> scaled * (1 + 1 / (shares * m));
                        case PROPER -> scaled * (1 + (1 / shares + 1) / m);
                        case INCOMPLETE -> between / m + scaled;
                    });
        }
    }

    /**
     * One coefficient.
     *
     * @param within mean variance of the tables' own estimates
     * @param between their variance, 0 of one table
     * @param p the chance of a larger statistic where the coefficient is 0, by the normal law
     * @param low of the 95 % interval
     */
    public record Term(
            String name,
            double estimate,
            double within,
            double between,
            double error,
            double statistic,
            double p,
            double low,
            double high) {}

    /**
     * One coefficient beside the real one.
     *
     * @param z the difference in real standard errors
     * @param overlap of the 95 % intervals, a mean share of their lengths; negative where they are apart
     */
    public record Beside(Term term, double real, double realError, double z, double overlap) {}

    /**
     * All coefficients together.
     *
     * @param statistic chi square with {@code freedom} degrees, or of incomplete synthesis F with {@code freedom} and
     *     {@code rest}; NaN where it cannot be known
     * @param rest NaN for chi square
     */
    public record LackOfFit(double statistic, int freedom, double rest, double p) {}

    private final FormulaModel model;
    private final List<FormulaModel.Fit> fits;
    private final FormulaModel.@Nullable Fit real;
    private final double shares;
    private final Rule rule;

    private SyntheticPooling(
            FormulaModel model,
            List<FormulaModel.Fit> fits,
            FormulaModel.@Nullable Fit real,
            double shares,
            Rule rule) {
        this.model = model;
        this.fits = fits;
        this.real = real;
        this.shares = shares;
        this.rule = rule;
    }

    /** What is asked: the model as in R, its family (auto, linear, logistic, poisson, ordinal), levels of an outcome. */
    public record Asked(String model, String family, List<String> levels, Rule rule) {}

    /**
     * Fits and puts together.
     *
     * @param sets synthetic tables of one schema
     * @param real the real table of the same schema, or null
     */
    public static SyntheticPooling of(Asked asked, List<Table> sets, @Nullable Table real) {
        if (asked.rule == Rule.INCOMPLETE && sets.size() < 2) {
            throw ProblemException.usage(Problem.of("incomplete synthesis needs two or more tables: there is one.")
                    .fix("Make several: semblance run DATA -m 5"));
        }
        List<Table> all = new ArrayList<>(sets);
        if (real != null) {
            all.add(real);
        }
        FormulaModel model = FormulaModel.of(asked.model, asked.family, asked.levels, all);
        List<FormulaModel.Fit> fits = model.fits(sets);
        FormulaModel.Fit beside = real == null ? null : model.fit(real);
        double k = fits.stream().mapToInt(FormulaModel.Fit::rows).average().orElse(Double.NaN);
        double shares = beside == null ? 1 : k / beside.rows();
        return new SyntheticPooling(model, fits, beside, shares, asked.rule);
    }

    public String family() {
        return model.family();
    }

    public int sets() {
        return fits.size();
    }

    /** Complete rows of a synthetic table, on average. */
    public double rows() {
        return fits.stream().mapToInt(FormulaModel.Fit::rows).average().orElse(Double.NaN);
    }

    public List<Term> terms() {
        List<Term> out = new ArrayList<>();
        for (int j = 0; j < model.terms().size(); j++) {
            int place = j;
            Pooled pooled = Pooled.reiter(
                    fits.stream()
                            .mapToDouble(fit -> fit.regression().coefficients()[place])
                            .toArray(),
                    fits.stream()
                            .mapToDouble(fit -> fit.regression().covariance()[place][place])
                            .toArray());
            out.add(term(model.terms().get(j), pooled.estimate(), pooled.within(), pooled.between()));
        }
        return out;
    }

    private Term term(String name, double estimate, double within, double between) {
        double error = rule.error(within, between, shares, sets());
        double statistic = estimate / error;
        double half = Inference.WIDE * error;
        double p = 2 * new NormalDistribution().cumulativeProbability(-Math.abs(statistic));
        return new Term(name, estimate, within, between, error, statistic, p, estimate - half, estimate + half);
    }

    /** Every coefficient beside the real one; none where there is no real table. */
    public List<Beside> beside() {
        FormulaModel.Fit known = real;
        if (known == null) {
            return List.of();
        }
        List<Term> terms = terms();
        List<Beside> out = new ArrayList<>();
        for (int j = 0; j < terms.size(); j++) {
            Term term = terms.get(j);
            double estimate = known.regression().coefficients()[j];
            double error = known.regression().error(j);
            double overlap =
                    Inference.overlap(estimate, Inference.WIDE * error, term.estimate, Inference.WIDE * term.error);
            out.add(new Beside(term, estimate, error, (term.estimate - estimate) / error, overlap));
        }
        return out;
    }

    /** What |z| is expected to be of a correct synthesis, on average: sqrt(2 n / (pi k m)). */
    public double expectedDifference() {
        return Inference.expectedDifference(1 / (shares * sets()));
    }

    /** The overlap that goes with it. */
    public double expectedOverlap() {
        return Inference.expectedOverlap(1 / (shares * sets()));
    }

    /** Whether the differences are larger than a correct synthesis makes them; of tables with a real one only. */
    public LackOfFit lackOfFit() {
        FormulaModel.Fit known = real;
        List<Beside> all = beside();
        int[] at = IntStream.range(0, all.size())
                .filter(j -> Double.isFinite(all.get(j).z()) && all.get(j).realError() > 0)
                .toArray();
        int p = at.length;
        int m = sets();
        if (known == null || p == 0 || rule == Rule.INCOMPLETE && m <= p) {
            return new LackOfFit(Double.NaN, p, Double.NaN, Double.NaN);
        }
        double[] d = Arrays.stream(at)
                .mapToDouble(j -> all.get(j).term().estimate() - all.get(j).real())
                .toArray();
        double[][] v = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b < p; b++) {
                v[a][b] = rule == Rule.INCOMPLETE
                        ? covariance(at[a], at[b]) / m
                        : known.regression().covariance()[at[a]][at[b]] / (shares * m);
            }
        }
        double[][] inverse = Symmetric.inverse(v);
        double form = inverse == null ? Double.NaN : Symmetric.form(inverse, d);
        if (Double.isNaN(form)) {
            return new LackOfFit(form, p, Double.NaN, form);
        }
        if (rule == Rule.INCOMPLETE) {
            double f = form * (m - p) / (p * (m - 1.0));
            return new LackOfFit(f, p, m - p, 1 - new FDistribution(p, m - p).cumulativeProbability(f));
        }
        return new LackOfFit(form, p, Double.NaN, 1 - new ChiSquaredDistribution(p).cumulativeProbability(form));
    }

    /** Of two coefficients between the tables. */
    private double covariance(int a, int b) {
        double meanA = mean(a);
        double meanB = mean(b);
        return fits.stream()
                        .mapToDouble(fit -> (fit.regression().coefficients()[a] - meanA)
                                * (fit.regression().coefficients()[b] - meanB))
                        .sum()
                / (sets() - 1);
    }

    private double mean(int j) {
        return fits.stream()
                .mapToDouble(fit -> fit.regression().coefficients()[j])
                .average()
                .orElse(Double.NaN);
    }
}
