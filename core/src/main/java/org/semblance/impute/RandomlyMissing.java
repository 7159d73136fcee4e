package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import org.semblance.math.Cholesky;
import org.semblance.report.Shown;
import org.semblance.table.Table;

/**
 * Little's test of whether values are missing completely at random: whether the means of the observed columns differ
 * between the patterns of missing values more than chance would have it, against the likeliest normal law of all rows.
 *
 * <p>Of columns of numbers, dates and times, and of labels by their place where there are two. A small p says that what is
 * missing depends on something; a large one proves nothing. Assumes normal columns and equal covariances. Cost: patterns x
 * columns^3 an iteration of EM, at most {@value #ITERATIONS}. Source: Little (1988), doi:10.1080/01621459.1988.10478722.
 *
 * @param statistic chi square
 * @param freedom its degrees of freedom
 * @param p the chance of a larger one where values are missing completely at random
 * @param patterns how many patterns there are
 * @param columns names of those that were looked at
 */
public record RandomlyMissing(double statistic, int freedom, double p, int patterns, List<String> columns) {
    private static final int ITERATIONS = 1000;
    private static final double SETTLED = 1e-9;
    private static final int MOST_COLUMNS = 60;

    /** Below this chance, it is said that what is missing depends on something. */
    private static final double LEVEL = 0.05;

    /** The rows of one pattern: the columns that are there, their means and sums of squares about these. */
    private record Group(int[] there, int[] away, int rows, double[] mean, double[][] squares) {}

    /** @return null where fewer than two columns have a spread, nothing is missing, or the test cannot be calculated */
    public static @Nullable RandomlyMissing of(Table table) {
        int[] columns = IntStream.range(0, table.width())
                .filter(c -> usable(table, c))
                .limit(MOST_COLUMNS)
                .toArray();
        List<Group> groups = groups(table, columns);
        int freedom = groups.stream().mapToInt(group -> group.there.length).sum() - columns.length;
        if (columns.length < 2 || groups.size() < 2 || freedom < 1) {
            return null;
        }
        Law law = Law.of(groups, columns.length);
        if (law == null) {
            return null;
        }
        double statistic = 0;
        for (Group group : groups) {
            double[] off = new double[group.there.length];
            for (int a = 0; a < off.length; a++) {
                off[a] = group.mean[a] - law.mean[group.there[a]];
            }
            Cholesky root = Cholesky.of(part(law.covariance, group.there, group.there));
            if (root == null) {
                return null;
            }
            double[] white = root.whiten(off);
            statistic += group.rows * Arrays.stream(white).map(w -> w * w).sum();
        }
        double p = 1 - new ChiSquaredDistribution(freedom).cumulativeProbability(statistic);
        List<String> names = Arrays.stream(columns)
                .mapToObj(c -> table.schema().field(c).name())
                .toList();
        return new RandomlyMissing(statistic, freedom, p, groups.size(), names);
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

    /** Rows by pattern; a row without any value says nothing. Columns are taken to mean 0 and deviation 1. */
    private static List<Group> groups(Table table, int[] columns) {
        double[][] values = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            values[c] = standardised(Numbers.of(table.column(columns[c])));
        }
        Map<List<Boolean>, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            List<Boolean> pattern = Arrays.stream(values)
                    .map(column -> !Double.isNaN(column[at]))
                    .toList();
            if (pattern.contains(true)) {
                rows.computeIfAbsent(pattern, key -> new ArrayList<>()).add(row);
            }
        }
        List<Group> out = new ArrayList<>();
        rows.forEach((pattern, of) -> {
            int[] there =
                    IntStream.range(0, columns.length).filter(pattern::get).toArray();
            int[] away = IntStream.range(0, columns.length)
                    .filter(c -> !pattern.get(c))
                    .toArray();
            out.add(group(values, there, away, of));
        });
        return out;
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

    private static Group group(double[][] values, int[] there, int[] away, List<Integer> rows) {
        int p = there.length;
        double[] mean = new double[p];
        double[][] squares = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int row : rows) {
                mean[a] += values[there[a]][row] / rows.size();
            }
        }
        for (int a = 0; a < p; a++) {
            for (int b = 0; b <= a; b++) {
                for (int row : rows) {
                    squares[a][b] += (values[there[a]][row] - mean[a]) * (values[there[b]][row] - mean[b]);
                }
                squares[b][a] = squares[a][b];
            }
        }
        return new Group(there, away, rows.size(), mean, squares);
    }

    private static double[][] part(double[][] matrix, int[] rows, int[] columns) {
        double[][] out = new double[rows.length][columns.length];
        for (int a = 0; a < rows.length; a++) {
            for (int b = 0; b < columns.length; b++) {
                out[a][b] = matrix[rows[a]][columns[b]];
            }
        }
        return out;
    }

    /** The likeliest normal law, by EM (Dempster, Laird and Rubin 1977, section 4.1.3). */
    private record Law(double[] mean, double[][] covariance) {
        static @Nullable Law of(List<Group> groups, int width) {
            double[][] start = new double[width][width];
            for (int c = 0; c < width; c++) {
                start[c][c] = 1;
            }
            Law law = new Law(new double[width], start);
            for (int iteration = 0; iteration < ITERATIONS; iteration++) {
                Law next = law.next(groups);
                if (next == null) {
                    return null;
                }
                boolean settled = law.apart(next) < SETTLED;
                law = next;
                if (settled) {
                    break;
                }
            }
            return law;
        }

        private double apart(Law other) {
            double most = 0;
            for (int a = 0; a < mean.length; a++) {
                most = Math.max(most, Math.abs(mean[a] - other.mean[a]));
                for (int b = 0; b <= a; b++) {
                    most = Math.max(most, Math.abs(covariance[a][b] - other.covariance[a][b]));
                }
            }
            return most;
        }

        private @Nullable Law next(List<Group> groups) {
            int width = mean.length;
            double[] sums = new double[width];
            double[][] products = new double[width][width];
            double rows = 0;
            for (Group group : groups) {
                if (!add(group, sums, products)) {
                    return null;
                }
                rows += group.rows;
            }
            double[] means = new double[width];
            for (int a = 0; a < width; a++) {
                means[a] = sums[a] / rows;
            }
            for (int a = 0; a < width; a++) {
                for (int b = 0; b < width; b++) {
                    products[a][b] = products[a][b] / rows - means[a] * means[b];
                }
            }
            return new Law(means, products);
        }

        /** Adds what is expected of a group's rows; false where the law has lost a dimension. */
        private boolean add(Group group, double[] sums, double[][] products) {
            int[] there = group.there;
            int[] away = group.away;
            Cholesky root = Cholesky.of(part(covariance, there, there));
            if (root == null) {
                return false;
            }
            // [width][there]: every column as a linear function of those that are there.
            double[][] slopes = new double[mean.length][there.length];
            double[] expected = new double[mean.length];
            for (int a = 0; a < there.length; a++) {
                slopes[there[a]][a] = 1;
                expected[there[a]] = group.mean[a];
            }
            for (int c : away) {
                double[] with = new double[there.length];
                for (int a = 0; a < there.length; a++) {
                    with[a] = covariance[c][there[a]];
                }
                slopes[c] = root.solve(with);
                expected[c] = mean[c];
                for (int a = 0; a < there.length; a++) {
                    expected[c] += slopes[c][a] * (group.mean[a] - mean[there[a]]);
                }
            }
            for (int a = 0; a < mean.length; a++) {
                sums[a] += group.rows * expected[a];
                double[] spread = new double[there.length];
                for (int i = 0; i < there.length; i++) {
                    for (int j = 0; j < there.length; j++) {
                        spread[j] += slopes[a][i] * group.squares[i][j];
                    }
                }
                for (int b = 0; b < mean.length; b++) {
                    double between = 0;
                    for (int j = 0; j < there.length; j++) {
                        between += spread[j] * slopes[b][j];
                    }
                    products[a][b] += group.rows * expected[a] * expected[b] + between;
                }
            }
            for (int a : away) {
                for (int b : away) {
                    double rest = covariance[a][b];
                    for (int i = 0; i < there.length; i++) {
                        rest -= slopes[a][i] * covariance[b][there[i]];
                    }
                    products[a][b] += group.rows * rest;
                }
            }
            return true;
        }
    }
}
