package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * The chance that a row, taken for one of a sample of a population, is linked to its person by the keys: the individual
 * risk of Benedetti and Franconi, as sdcMicro's indivRisk.
 *
 * <p>fk rows of the sample have the keys, Fk persons of the population by their weights, p = fk / Fk; the risk is the
 * mean of 1/F given fk for negative binomial F. A missing key agrees with every value. The value is the mean over
 * synthetic rows, as if they were persons' own, with that of the real rows in its parts: what publishing those would
 * risk. A synthetic row is nobody's, so the value says how much the table looks like one that singles people out, not
 * whether it does. Cost: rows x keys.
 */
public final class IndividualRisk implements Metric {
    private static final String NAME = "individual-risk";

    /** The options. */
    public record Options(
            @Option(KeyColumns.DOC) List<String> keys,

            @Option("The column that says how many persons a row stands for; where empty, all stand for as many.")
            String weights,

            @Option(value = "How many persons a row stands for where no column says so.", min = 1)
            double persons,

            @Option(
                    value = "How it is computed for more than two rows of the same keys.",
                    choices = {"exact", "approximate"})
            String method) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            NAME,
            "The mean chance that a row is linked to its person by the keys, were it of a sample of real people.",
            new Options(List.of(), "", 1, "exact"),
            IndividualRisk::new);

    private final Options options;

    IndividualRisk(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.LOWER,
                "The mean over rows of E(1/F | f): f rows of the table have the row's keys, F persons of the population,"
                        + " negative binomial with p = f / the sum of the rows' weights.",
                "Benedetti and Franconi 1998; Franconi and Polettini 2004, doi:10.1007/978-3-540-25955-8_20; sdcMicro 5.8,"
                        + " indivRisk.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        KeyColumns keys = KeyColumns.of(options.keys, c);
        String why = keys.missing(c);
        if (why != null) {
            return Score.none(NAME, why + ".");
        }
        double[][] risks = {risks(c.wholeReal(), keys.names()), risks(c.wholeSynthetic(), keys.names())};
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("real rows", mean(risks[0]));
        parts.put("highest of real rows", highest(risks[0]));
        parts.put("highest of synthetic rows", highest(risks[1]));
        parts.put("real rows linked, expected", Arrays.stream(risks[0]).sum());
        return new Score(NAME, mean(risks[1]), parts).note(keys.note());
    }

    /** Per row of a table. */
    double[] risks(Table table, List<String> keys) {
        List<Labels> levels = Levels.of(table, keys);
        KeyFrequencies found = KeyFrequencies.of(levels, weights(table));
        double[] risks = new double[table.rows()];
        boolean exact = options.method.equals("exact");
        for (int i = 0; i < risks.length; i++) {
            risks[i] = risk(found.rows()[i], found.persons()[i], exact);
        }
        return risks;
    }

    private double[] weights(Table table) {
        double[] weights = new double[table.rows()];
        if (options.weights.isEmpty()) {
            Arrays.fill(weights, options.persons);
            return weights;
        }
        Column column = table.column(options.weights);
        if (!(column instanceof NumberColumn numbers)) {
            throw ProblemException.usage(Problem.of("weights is " + options.weights + ", but that is no number.")
                    .fix("Choose a column of numbers of at least 1."));
        }
        for (int i = 0; i < weights.length; i++) {
            // A row stands for its own person at least.
            weights[i] = numbers.isMissing(i) ? 1 : Math.max(1, numbers.get(i));
        }
        return weights;
    }

    /** The risk of one of {@code f} rows that stand for {@code persons} persons. */
    static double risk(long f, double persons, boolean exact) {
        double p = Math.min(1, f / persons);
        double q = 1 - p;
        if (q == 0) {
            return 1.0 / f;
        }
        if (f <= 2) {
            double odds = p / q;
            double one = odds * -StrictMath.log(p);
            // Near p = 1 the difference of two almost equal terms; the series has no such loss.
            return q < 1e-3 ? series(f, p) : f == 1 ? one : odds * (1 - one);
        }
        if (!exact) {
            return p / (f - q);
        }
        return p < 0.5 && f <= 60 ? recursion((int) f, p) : series(f, p);
    }

    /** p/q J(f) with J(f) the integral of u^(f-1) / (p/q + u) over 0..1, J(f+1) = 1/f - p/q J(f): stable for p below q. */
    private static double recursion(int f, double p) {
        double odds = p / (1 - p);
        double integral = -StrictMath.log(p);
        for (int k = 1; k < f; k++) {
            integral = 1.0 / k - odds * integral;
        }
        return odds * integral;
    }

    /** p/f (1 + q/(f+1) + 2! q^2/((f+1)(f+2)) + ...), the hypergeometric function of Polettini; all terms positive. */
    private static double series(long f, double p) {
        double term = p / f;
        double sum = term;
        for (int k = 1; term > sum * 1e-17; k++) {
            term *= (1 - p) * k / (f + k);
            sum += term;
        }
        return sum;
    }

    private static double mean(double[] risks) {
        return Arrays.stream(risks).average().orElse(Double.NaN);
    }

    private static double highest(double[] risks) {
        return Arrays.stream(risks).max().orElse(Double.NaN);
    }
}
