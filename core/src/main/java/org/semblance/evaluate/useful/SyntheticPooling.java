package org.semblance.evaluate.useful;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
 * One regression on m synthetic tables of k rows that were learnt from n, put together by synthpop's rules, and beside the
 * same regression on the real rows where these are at hand: standardised differences, overlap of intervals, lack of fit.
 * Where the real table has more rows than were learnt from, all of these allow for it.
 *
 * <p>Shapes: p coefficients. Cost: m + 1 fits. Source: Raab, Nowok and Dibben (2016), Practical data synthesis for large
 * samples, doi:10.29012/jpc.v7i3.407; Raab, Nowok and Dibben (2021), Assessing, visualizing and improving the utility of
 * synthetic data, arXiv:2109.12717; Karr et al. (2006), doi:10.1198/000313006X124640. As {@code summary} and
 * {@code compare} of synthpop's {@code glm.synds}; the lack of fit has n / (k m), where synthpop's text has k / n,
 * and of proper syntheses their own noise.
 */
public final class SyntheticPooling {
    /** What the estimates stand for, and how everything was made. */
    public enum Rule {
        /** What the model would give on the real rows that were learnt from: variance v k/n. */
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
    private final SyntheticSizes sizes;
    private final Rule rule;

    private SyntheticPooling(
            FormulaModel model,
            List<FormulaModel.Fit> fits,
            FormulaModel.@Nullable Fit real,
            SyntheticSizes sizes,
            Rule rule) {
        this.model = model;
        this.fits = fits;
        this.real = real;
        this.sizes = sizes;
        this.rule = rule;
    }

    /**
     * What is asked.
     *
     * @param model as in R
     * @param family auto, linear, logistic, poisson or ordinal
     * @param levels of an ordered outcome
     * @param learnt rows that the syntheses were learnt from; 0 for all of the real table
     */
    public record Asked(String model, String family, List<String> levels, Rule rule, int learnt) {}

    /**
     * Fits and puts together. Without a real table and rows learnt from, {@link Rule#ORIGINAL} takes these for as many as a
     * synthetic table has; the other rules refuse.
     *
     * @param sets synthetic tables of one schema
     * @param real the real table of the same schema, with the rows learnt from and perhaps others; or null
     */
    public static SyntheticPooling of(Asked asked, List<Table> sets, @Nullable Table real) {
        check(asked, sets, real);
        List<Table> all = new ArrayList<>(sets);
        if (real != null) {
            all.add(real);
        }
        FormulaModel model = FormulaModel.of(asked.model, asked.family, asked.levels, all);
        List<FormulaModel.Fit> fits = model.fits(sets);
        FormulaModel.Fit beside = real == null ? null : model.fit(real);
        double k = rows(fits);
        double whole = beside == null ? k : beside.rows();
        double among =
                real == null ? sets.stream().mapToInt(Table::rows).average().orElse(k) : real.rows();
        // Of the rows learnt from, as large a share is complete as of the table at hand.
        double learnt = asked.learnt == 0 ? whole : whole * (asked.learnt / among);
        SyntheticSizes sizes = new SyntheticSizes(k, learnt, beside == null ? learnt : whole, sets.size());
        return new SyntheticPooling(model, fits, beside, sizes, asked.rule);
    }

    private static void check(Asked asked, List<Table> sets, @Nullable Table real) {
        if (asked.rule == Rule.INCOMPLETE && sets.size() < 2) {
            throw ProblemException.usage(Problem.of("incomplete synthesis needs two or more tables: there is one.")
                    .fix("Make several: semblance run DATA -m 5"));
        }
        if (asked.rule != Rule.ORIGINAL && real == null && asked.learnt == 0) {
            throw ProblemException.usage(
                    Problem.of("the rule " + asked.rule.name().toLowerCase(Locale.ROOT)
                                    + " needs to know how many real rows the syntheses were learnt from.")
                            .fix("Say it: --learnt ROWS, or give the real table: --real DATA"));
        }
        if (real != null && asked.learnt > real.rows()) {
            throw ProblemException.usage(Problem.of("the syntheses were learnt from " + asked.learnt
                            + " rows, but the real table has " + real.rows() + ".")
                    .fix("Give the table that they were learnt from, or say how many of its rows were: --learnt ROWS"));
        }
    }

    private static double rows(List<FormulaModel.Fit> fits) {
        return fits.stream().mapToInt(FormulaModel.Fit::rows).average().orElse(Double.NaN);
    }

    public String family() {
        return model.family();
    }

    public int sets() {
        return fits.size();
    }

    /** Complete rows of a synthetic table, on average. */
    public double rows() {
        return rows(fits);
    }

    /** Complete rows that they were learnt from. */
    public double learnt() {
        return sizes.learnt();
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
        double error = rule.error(within, between, sizes.shares(), sets());
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

    /** What |z| is expected to be of a correct synthesis, on average: sqrt(2 N (1/(k m) + 1/n - 1/N) / pi). */
    public double expectedDifference() {
        return Inference.expectedDifference(noise());
    }

    /** The overlap that goes with it. */
    public double expectedOverlap() {
        double within = sizes.real() / sizes.made();
        return Inference.expectedOverlap(noise(), rule.error(within, 0, sizes.shares(), sets()));
    }

    private double noise() {
        return sizes.noise(rule == Rule.PROPER);
    }

    /**
     * Whether the differences are larger than a correct synthesis makes them; of tables with a real one only. The tables of an
     * incomplete synthesis cannot say how much of them comes from real rows that nothing was learnt from: all must be.
     */
    public LackOfFit lackOfFit() {
        FormulaModel.Fit known = real;
        List<Beside> all = beside();
        int[] at = IntStream.range(0, all.size())
                .filter(j -> Double.isFinite(all.get(j).z()) && all.get(j).realError() > 0)
                .toArray();
        int p = at.length;
        int m = sets();
        if (known == null || p == 0 || rule == Rule.INCOMPLETE && (m <= p || sizes.held())) {
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
                        : known.regression().covariance()[at[a]][at[b]] * noise();
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
