package org.semblance.impute;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import org.semblance.math.Cholesky;
import org.semblance.random.Rng;
import org.semblance.report.Shown;
import org.semblance.table.Table;

/**
 * Little's test of whether values are missing completely at random: whether the means of the observed columns differ
 * between the patterns of missing values more than chance would have it, against the likeliest normal law of all rows.
 *
 * <p>Of columns of numbers, dates and times, and of labels by their place where there are two. A small p says that what is
 * missing depends on something; a large one proves nothing. Assumes normal columns and equal covariances. Cost: patterns x
 * columns^3 an iteration of EM. Source: Little (1988), doi:10.1080/01621459.1988.10478722.
 *
 * @param statistic chi square
 * @param freedom its degrees of freedom
 * @param p the chance of a larger one where values are missing completely at random
 * @param patterns how many patterns there are
 * @param columns names of those that were looked at
 */
public record RandomlyMissing(double statistic, int freedom, double p, int patterns, List<String> columns) {
    private static final int MOST_COLUMNS = 60;

    /** Below this chance, it is said that what is missing depends on something. */
    private static final double LEVEL = 0.05;

    /** @return null where fewer than two columns have a spread, nothing is missing, or the test cannot be calculated */
    public static @Nullable RandomlyMissing of(Table table) {
        int[] columns = columns(table);
        if (columns.length < 2) {
            return null;
        }
        double[][] values = values(table, columns);
        List<NormalLaw.Group> groups = NormalLaw.groups(values);
        int freedom = groups.stream().mapToInt(group -> group.there().length).sum() - columns.length;
        if (groups.size() < 2 || freedom < 1) {
            return null;
        }
        NormalLaw law = NormalLaw.of(groups, columns.length);
        if (law == null) {
            return null;
        }
        double statistic = 0;
        for (NormalLaw.Group group : groups) {
            double[] off = new double[group.there().length];
            for (int a = 0; a < off.length; a++) {
                off[a] = group.mean()[a] - law.mean()[group.there()[a]];
            }
            Cholesky root = Cholesky.of(NormalLaw.part(law.covariance(), group.there(), group.there()));
            if (root == null) {
                return null;
            }
            double[] white = root.whiten(off);
            statistic += group.rows() * Arrays.stream(white).map(w -> w * w).sum();
        }
        double p = 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(statistic);
        List<String> names = Arrays.stream(columns)
                .mapToObj(c -> table.schema().field(c).name())
                .toList();
        return new RandomlyMissing(statistic, freedom, p, groups.size(), names);
    }

    private static int[] columns(Table table) {
        return IntStream.range(0, table.width())
                .filter(c -> usable(table, c))
                .limit(MOST_COLUMNS)
                .toArray();
    }

    /** The test and what it says, in a sentence or two. */
    public String words() {
        String verdict = p < LEVEL
                ? "What is missing depends on what is there (or the columns are far from normal): leaving incomplete rows out"
                        + " would bias results."
                : "Nothing speaks against values that are missing completely at random; this does not prove that they are.";
        return "Little's test over " + columns.size() + " columns and " + patterns + " patterns: chi square "
                + Shown.number(statistic) + ", " + freedom + " degrees of freedom, p "
                + (p < 0.0005 ? "< 0.001" : Shown.number(p)) + ". " + verdict;
    }

    private static boolean usable(Table table, int column) {
        double[] values = Arrays.stream(Numbers.of(table.column(column)))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        boolean numeric = table.schema().field(column).kind().numeric();
        boolean two = table.schema().field(column).kind().modelled()
                && Arrays.stream(values).distinct().limit(3).count() == 2;
        return (numeric || two) && values.length > 1 && Arrays.stream(values).anyMatch(value -> value != values[0]);
    }

    /** Columns as numbers of mean 0 and deviation 1. */
    private static double[][] values(Table table, int[] columns) {
        return Arrays.stream(columns)
                .mapToObj(c -> standardised(Numbers.of(table.column(c))))
                .toArray(double[][]::new);
    }

    /** Jamshidian and Jalal's test of the columns of numbers; null where it cannot be calculated. */
    public static @Nullable EqualCovariances covariances(Table table, Rng rng) {
        int[] columns = Arrays.stream(columns(table))
                .filter(c -> table.schema().field(c).kind().numeric())
                .toArray();
        if (columns.length < 2) {
            return null;
        }
        double[][] values = values(table, columns);
        NormalLaw law = NormalLaw.of(NormalLaw.groups(values), columns.length);
        return law == null ? null : EqualCovariances.of(values, law, rng);
    }

    private static double[] standardised(double[] values) {
        double mean = 0;
        double squares = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                count++;
                double off = value - mean;
                mean += off / count;
                squares += off * (value - mean);
            }
        }
        double deviation = Math.sqrt(squares / count);
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) / deviation;
        }
        return values;
    }
}
