package org.semblance.evaluate.alike;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/**
 * Maximum mean discrepancy: how far apart the two tables' means are in the space of a Gaussian kernel, squared; 0 for
 * one law, and a little below it by chance.
 *
 * <p>Rows are points ({@link Points}), equally many of both; the kernel is exp(-d^2 / 2 s^2) with s the median distance
 * of two real rows. The value is the unbiased estimate, its interval that of a U-statistic. Parts: how often tables with
 * their rows dealt out anew are as far apart (p), and the distance that 95 in 100 of those do not reach. What it cannot
 * tell: details much finer than s. Cost: rows squared x (columns + permutations).
 *
 * <p>Source: Gretton, Borgwardt, Rasch, Schoelkopf and Smola (2012), A kernel two-sample test, JMLR 13:723, lemma 6
 * and section 8.
 */
public final class Mmd implements Metric {
    /** The options. */
    public record Options(
            @Option(
                    value = "The most rows to take of each table; memory grows with their square.",
                    min = 4,
                    max = 10_000)
            int rows,

            @Option(value = "How often rows are dealt out anew for what chance does.", min = 0)
            int permutations) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "mmd",
            "Maximum mean discrepancy with a Gaussian kernel, unbiased and squared, and its permutation test; 0 is alike.",
            new Options(1_000, 200),
            Mmd::new);

    private final Options options;

    Mmd(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.LOWER,
                "The mean kernel of two real rows plus that of two synthetic rows less twice that of one of each (unbiased),"
                        + " kernel exp(-d^2 / 2 s^2), s the median distance of real rows.",
                "Gretton, Borgwardt, Rasch, Schoelkopf and Smola 2012, JMLR 13:723.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Taken taken = Taken.equal(c, options.rows, run);
        int each = taken.real().rows();
        if (each < 4 || c.real().width() == 0) {
            return Score.none("mmd", "too few rows");
        }
        float[][] kernel = kernel(Points.of(taken.real(), taken.synthetic()), each, run);
        boolean[] synthetic = new boolean[2 * each];
        Arrays.fill(synthetic, each, 2 * each, true);
        double value = unbiased(kernel, synthetic);
        Map<String, Double> parts = new LinkedHashMap<>();
        if (options.permutations > 0) {
            double[] chance = permuted(kernel, synthetic, run);
            long as = Arrays.stream(chance).filter(one -> one >= value).count();
            Arrays.sort(chance);
            parts.put("p of permutation", (as + 1.0) / (chance.length + 1));
            parts.put("reached by chance in 5 of 100", chance[(int) Math.ceil(0.95 * chance.length) - 1]);
        }
        return new Score("mmd", value, parts)
                .interval(Interval.around(value, error(kernel, each)))
                .note(taken.note());
    }

    /** The kernel of each row (real ones first) with those before it. */
    private static float[][] kernel(Points points, int each, Run run) {
        float[][] squared = new float[2 * each][];
        run.parallel(2 * each, i -> {
            squared[i] = new float[i];
            for (int j = 0; j < i; j++) {
                squared[i][j] = (float) points.squared(i / each, i % each, j / each, j % each);
            }
        });
        double scale = 2 * median(squared, each);
        run.parallel(2 * each, i -> {
            for (int j = 0; j < i; j++) {
                squared[i][j] = scale > 0 ? (float) StrictMath.exp(-squared[i][j] / scale) : squared[i][j] == 0 ? 1 : 0;
            }
        });
        return squared;
    }

    /** The squared median distance of two real rows; where most are the same row, that of those that differ. */
    private static double median(float[][] squared, int each) {
        float[] all = new float[Math.toIntExact((long) each * (each - 1) / 2)];
        int n = 0;
        for (int i = 0; i < each; i++) {
            System.arraycopy(squared[i], 0, all, n, i);
            n += i;
        }
        Arrays.sort(all);
        double middle = between(all, 0);
        int zeros = 0;
        while (zeros < n && all[zeros] == 0) {
            zeros++;
        }
        return middle > 0 || zeros == n ? square(middle) : square(between(all, zeros));
    }

    private static double square(double x) {
        return x * x;
    }

    /** The median of the roots from a place on. */
    private static double between(float[] sorted, int from) {
        int n = sorted.length - from;
        return (Math.sqrt(sorted[from + (n - 1) / 2]) + Math.sqrt(sorted[from + n / 2])) / 2;
    }

    private static double unbiased(float[][] kernel, boolean[] synthetic) {
        double within = 0;
        double across = 0;
        for (int i = 0; i < kernel.length; i++) {
            double same = 0;
            double other = 0;
            for (int j = 0; j < i; j++) {
                if (synthetic[j] == synthetic[i]) {
                    same += kernel[i][j];
                } else {
                    other += kernel[i][j];
                }
            }
            within += same;
            across += other;
        }
        double m = kernel.length / 2.0;
        return 2 * within / (m * (m - 1)) - 2 * across / (m * m);
    }

    private double[] permuted(float[][] kernel, boolean[] synthetic, Run run) {
        double[] out = new double[options.permutations];
        Rng rng = run.rng().child("permutations");
        run.parallel(out.length, k -> {
            int[] order = IntStream.range(0, synthetic.length).toArray();
            rng.child(k).shuffle(order);
            boolean[] dealt = new boolean[synthetic.length];
            for (int i = 0; i < dealt.length; i++) {
                dealt[i] = synthetic[order[i]];
            }
            out[k] = unbiased(kernel, dealt);
        });
        return out;
    }

    /**
     * The standard error of the mean of h(i, j) = k(x_i, x_j) + k(y_i, y_j) - k(x_i, y_j) - k(x_j, y_i) over pairs: with
     * z1 the variance of its mean given i and z2 its own, the root of (4 (m - 2) z1 + 2 z2) / (m (m - 1)) (Hoeffding
     * 1948).
     */
    private static double error(float[][] kernel, int m) {
        double[] means = new double[m];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < i; j++) {
                double h = kernel[i][j] + kernel[m + i][m + j] - kernel[m + j][i] - kernel[m + i][j];
                means[i] += h / (m - 1);
                means[j] += h / (m - 1);
                sum += h;
                squares += h * h;
            }
        }
        double pairs = m * (m - 1.0) / 2;
        double mean = sum / pairs;
        double all = Math.max(0, squares / pairs - mean * mean);
        double given = 0;
        for (double one : means) {
            given += (one - mean) * (one - mean) / m;
        }
        // The means carry a part of the pairs' own variance.
        double pure = Math.max(0, given - all / (m - 1));
        return Math.sqrt((4 * (m - 2) * pure + 2 * all) / (m * (m - 1.0)));
    }
}
