package org.semblance.impute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.math.Cholesky;
import org.semblance.random.Rng;

/**
 * The likeliest normal law of rows with holes, by EM. Cost: patterns x columns^3 an iteration, at most {@value #ITERATIONS}.
 * Source: Dempster, Laird and Rubin (1977), doi:10.1111/j.2517-6161.1977.tb01600.x, section 4.1.3.
 */
record NormalLaw(double[] mean, double[][] covariance) {
    private static final int ITERATIONS = 1000;
    private static final double SETTLED = 1e-9;

    /** The rows of one pattern: the columns that are there, their means and sums of squares about these. */
    record Group(int[] there, int[] away, int rows, double[] mean, double[][] squares) {}

    /** Rows by pattern; a row without any value says nothing. */
    static List<Group> groups(double[][] values) {
        Map<List<Boolean>, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 0; row < values[0].length; row++) {
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
            int[] there = IntStream.range(0, values.length).filter(pattern::get).toArray();
            int[] away = IntStream.range(0, values.length)
                    .filter(c -> !pattern.get(c))
                    .toArray();
            out.add(group(values, there, away, of));
        });
        return out;
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

    static double[][] part(double[][] matrix, int[] rows, int[] columns) {
        double[][] out = new double[rows.length][columns.length];
        for (int a = 0; a < rows.length; a++) {
            for (int b = 0; b < columns.length; b++) {
                out[a][b] = matrix[rows[a]][columns[b]];
            }
        }
        return out;
    }

    /** Null where the law has lost a dimension. */
    static @Nullable NormalLaw of(List<Group> groups, int width) {
        double[][] start = new double[width][width];
        for (int c = 0; c < width; c++) {
            start[c][c] = 1;
        }
        NormalLaw law = new NormalLaw(new double[width], start);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            NormalLaw next = law.next(groups);
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

    private double apart(NormalLaw other) {
        double most = 0;
        for (int a = 0; a < mean.length; a++) {
            most = Math.max(most, Math.abs(mean[a] - other.mean[a]));
            for (int b = 0; b <= a; b++) {
                most = Math.max(most, Math.abs(covariance[a][b] - other.covariance[a][b]));
            }
        }
        return most;
    }

    private @Nullable NormalLaw next(List<Group> groups) {
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
        return new NormalLaw(means, products);
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

    /**
     * The values with those that are missing in some rows drawn given the others of their row.
     *
     * @param complete rows whose residuals are drawn from; where there are none, residuals are normal
     */
    double[][] completed(double[][] values, List<int[]> patterns, int[] complete, Rng rng) {
        double[][] out = new double[values.length][];
        for (int c = 0; c < out.length; c++) {
            out[c] = values[c].clone();
        }
        for (int[] rows : patterns) {
            int[] there = columns(values, rows[0], true);
            int[] away = columns(values, rows[0], false);
            if (away.length == 0) {
                continue;
            }
            Cholesky root = Cholesky.of(part(covariance, there, there));
            double[][] slopes = new double[away.length][];
            double[][] rest = part(covariance, away, away);
            for (int a = 0; a < away.length && root != null; a++) {
                slopes[a] = root.solve(part(covariance, new int[] {away[a]}, there)[0]);
                for (int b = 0; b < away.length; b++) {
                    for (int i = 0; i < there.length; i++) {
                        rest[a][b] -= slopes[a][i] * covariance[away[b]][there[i]];
                    }
                }
            }
            Cholesky spread = Cholesky.of(rest);
            if (root == null || spread == null) {
                continue;
            }
            for (int row : rows) {
                Rng own = rng.child(row);
                double[] z = new double[away.length];
                Arrays.setAll(z, a -> own.nextGaussian());
                double[] noise = spread.times(z);
                int donor = complete.length == 0 ? -1 : complete[own.nextInt(complete.length)];
                for (int a = 0; a < away.length; a++) {
                    double residual = donor < 0
                            ? noise[a]
                            : values[away[a]][donor] - expected(values, there, donor, away[a], slopes[a]);
                    out[away[a]][row] = expected(values, there, row, away[a], slopes[a]) + residual;
                }
            }
        }
        return out;
    }

    private double expected(double[][] values, int[] there, int row, int column, double[] slopes) {
        double value = mean[column];
        for (int i = 0; i < there.length; i++) {
            value += slopes[i] * (values[there[i]][row] - mean[there[i]]);
        }
        return value;
    }

    private static int[] columns(double[][] values, int row, boolean there) {
        return IntStream.range(0, values.length)
                .filter(c -> Double.isNaN(values[c][row]) != there)
                .toArray();
    }
}
