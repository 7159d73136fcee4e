package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.distribution.continuous.FDistribution;
import org.jspecify.annotations.Nullable;
import org.semblance.math.Cholesky;
import org.semblance.random.Rng;
import org.semblance.report.Shown;

/**
 * Jamshidian and Jalal's test of whether values are missing completely at random: whether the patterns of missing values
 * have the same covariances, in sets completed from the likeliest normal law. As mice's {@code mcar}, but that the second
 * step has sets of its own.
 *
 * <p>Two steps. Hawkins' test holds for normal columns; where it does not reject, neither normality nor missing completely
 * at random is in doubt. Where it does, a rank test of the same distances over the patterns (Anderson and Darling's of k
 * samples), which needs no normal columns, tells the two apart; its sets are completed with the residuals of complete rows,
 * where there are {@value #COMPLETE} of them, as the paper has it. Where columns are very skewed, or hang together by other
 * than straight lines, the second step rejects too often. Chi square and p are the medians over {@value #SETS} sets.
 * Patterns of {@value #FEW} rows or fewer are left out, as in mice. Cost: rows x columns^2 a set.
 *
 * <p>Source: Jamshidian and Jalal (2010), doi:10.1007/s11336-010-9175-3; Hawkins (1981), doi:10.1080/00401706.1981.10486244;
 * Scholz and Stephens (1987), doi:10.1080/01621459.1987.10478517.
 *
 * @param statistic of Hawkins' test: minus twice the sum of the logarithms of the patterns' p
 * @param freedom its degrees of freedom
 * @param p the chance of a larger one
 * @param rankStatistic the rank test's, in standard deviations from what is expected
 * @param rankP the chance of a larger one
 * @param patterns how many were looked at
 * @param rows of them
 */
public record EqualCovariances(
        double statistic, int freedom, double p, double rankStatistic, double rankP, int patterns, int rows) {
    private static final int SETS = 5;
    private static final int FEW = 6;
    private static final int COMPLETE = 20;
    private static final double LEVEL = 0.05;

    /** Rows that suffice: more are not looked at, and a part of them tells as much. */
    private static final int MOST_ROWS = 5_000;

    /** What one completed set gives. */
    record Look(double statistic, double p, double rank, double rankP) {}

    /** @return null where fewer than two patterns have enough rows, or nothing can be calculated */
    static @Nullable EqualCovariances of(double[][] values, NormalLaw law, Rng rng) {
        int n = values.length == 0 ? 0 : values[0].length;
        int step = Math.max(1, (n + MOST_ROWS - 1) / MOST_ROWS);
        Map<List<Boolean>, List<Integer>> found = new LinkedHashMap<>();
        for (int row = 0; row < n; row += step) {
            int at = row;
            List<Boolean> there = Arrays.stream(values)
                    .map(column -> !Double.isNaN(column[at]))
                    .toList();
            if (there.contains(true)) {
                found.computeIfAbsent(there, key -> new ArrayList<>()).add(row);
            }
        }
        List<int[]> patterns = found.values().stream()
                .filter(of -> of.size() > FEW)
                .map(of -> of.stream().mapToInt(row -> row).toArray())
                .toList();
        int rows = patterns.stream().mapToInt(of -> of.length).sum();
        if (patterns.size() < 2 || rows - patterns.size() - values.length < 1) {
            return null;
        }
        int[] complete = patterns.stream()
                .filter(of -> Arrays.stream(values).noneMatch(column -> Double.isNaN(column[of[0]])))
                .flatMapToInt(Arrays::stream)
                .toArray();
        List<Look> looks = new ArrayList<>();
        Uniformity uniformity = new Uniformity(rng.child("uniform"));
        for (int set = 0; set < SETS; set++) {
            Rng own = rng.child("set").child(set);
            double[][] normal = law.completed(values, patterns, new int[0], own.child("normal"));
            double[][] free = complete.length < COMPLETE
                    ? normal
                    : law.completed(values, patterns, complete, own.child("residuals"));
            Look look = look(normal, free, patterns, uniformity);
            if (look == null) {
                return null;
            }
            looks.add(look);
        }
        return new EqualCovariances(
                median(looks.stream().mapToDouble(Look::statistic).toArray()),
                2 * patterns.size(),
                median(looks.stream().mapToDouble(Look::p).toArray()),
                median(looks.stream().mapToDouble(Look::rank).toArray()),
                median(looks.stream().mapToDouble(Look::rankP).toArray()),
                patterns.size(),
                rows);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /**
     * Both tests.
     *
     * @param normal [columns][rows] completed for Hawkins' test
     * @param free the same for the rank test
     * @param patterns the rows of each pattern
     */
    static @Nullable Look look(double[][] normal, double[][] free, List<int[]> patterns, Uniformity uniformity) {
        double[][] distances = distances(normal, patterns);
        double[][] ranked = distances(free, patterns);
        if (distances == null || ranked == null) {
            return null;
        }
        int rows = patterns.stream().mapToInt(of -> of.length).sum();
        int rest = rows - patterns.size() - normal.length;
        FDistribution law = new FDistribution(normal.length, rest);
        double statistic = 0;
        for (double[] of : distances) {
            double[] tails = Arrays.stream(of)
                    .map(one -> 1 - law.cumulativeProbability(one))
                    .toArray();
            statistic -= 2 * Math.log(uniformity.p(tails));
        }
        double p = 1 - new ChiSquaredDistribution(2.0 * patterns.size()).cumulativeProbability(statistic);
        double rank = SampleRanks.statistic(ranked);
        return new Look(statistic, p, rank, SampleRanks.p(rank, patterns.size()));
    }

    /** Hawkins' F of each row: its distance from its pattern's mean, in the covariance of all without it. */
    private static double @Nullable [][] distances(double[][] values, List<int[]> patterns) {
        int p = values.length;
        double[][] pooled = new double[p][p];
        double[][] means = new double[patterns.size()][p];
        int rows = 0;
        for (int g = 0; g < means.length; g++) {
            int[] of = patterns.get(g);
            rows += of.length;
            for (int c = 0; c < p; c++) {
                double[] column = values[c];
                means[g][c] = IntStream.of(of).mapToDouble(row -> column[row]).sum() / of.length;
            }
            for (int row : of) {
                for (int a = 0; a < p; a++) {
                    for (int b = 0; b <= a; b++) {
                        pooled[a][b] += (values[a][row] - means[g][a]) * (values[b][row] - means[g][b]);
                    }
                }
            }
        }
        double freedom = rows - patterns.size();
        for (int a = 0; a < p; a++) {
            for (int b = 0; b <= a; b++) {
                pooled[a][b] /= freedom;
                pooled[b][a] = pooled[a][b];
            }
        }
        Cholesky root = Cholesky.of(pooled);
        if (root == null) {
            return null;
        }
        double[][] out = new double[means.length][];
        double[] off = new double[p];
        for (int g = 0; g < out.length; g++) {
            int[] of = patterns.get(g);
            out[g] = new double[of.length];
            for (int i = 0; i < of.length; i++) {
                for (int c = 0; c < p; c++) {
                    off[c] = values[c][of[i]] - means[g][c];
                }
                double far = of.length
                        * Arrays.stream(root.whiten(off)).map(w -> w * w).sum();
                out[g][i] = (freedom - p) * far / (p * ((of.length - 1) * freedom - far));
            }
        }
        return out;
    }

    /** The tests and what they say, in a sentence or two. */
    public String words() {
        String verdict = p >= LEVEL
                ? "Nothing speaks against normal columns that are missing completely at random."
                : rankP >= LEVEL
                        ? "The columns are far from normal; their spread speaks not against values that are missing"
                                + " completely at random."
                        : "The patterns differ in how columns vary together: values are not missing completely at random (or"
                                + " columns are very skewed).";
        return "Jamshidian and Jalal's test of equal covariances over " + patterns + " patterns of " + Shown.count(rows)
                + " rows: Hawkins chi square " + Shown.number(statistic) + ", " + freedom + " degrees of freedom, p "
                + chance(p) + "; ranks (Anderson-Darling) " + Shown.number(rankStatistic) + ", p " + chance(rankP)
                + ". " + verdict;
    }

    private static String chance(double p) {
        return p < 0.0005 ? "< 0.001" : Shown.number(p);
    }
}
