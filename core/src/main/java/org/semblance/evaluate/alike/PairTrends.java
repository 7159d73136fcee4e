package org.semblance.evaluate.alike;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Contingency;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * How like the pairs of columns are: the mean of one score per pair, 1 the same and 0 nothing in common.
 *
 * <p>Two numbers: 1 minus half the difference of their correlations (Pearson; rows where one is missing are left
 * out; NaN where a real column is constant, 0 where only a synthetic one is or has no values: it was lost). Else 1 minus the total variation distance of the two tables of counts, where
 * a missing value is one more label and numbers are cut into 10 bins of equal width. With {@code edges} = real the
 * bins are those of the real table, open at both ends; with own each table is cut by its own, which is what SDMetrics'
 * report does: it does not see a shift, and one outlier spoils the score. Where a threshold is set, pairs that are
 * less related in the real table are left out.
 *
 * <p>Cost: one pass over the rows per pair, on all threads. With {@code lost} = skip the same figures as SDMetrics 0.29 (own: Column Pair Trends of
 * its Quality Report; real: ContingencySimilarity with continuous_column_names), but for tables of more than 50,000
 * rows, which it samples and we do not.
 */
public final class PairTrends implements Metric {
    /** The options. */
    public record Options(
            @Option(
                    value = "Which bins numbers are cut into: the real table's, or each table's own.",
                    choices = {"real", "own"})
            String edges,

            @Option(value = "Leave out pairs of numbers whose real correlation is not above this.", min = 0, max = 1)
            double leastCorrelation,

            @Option(
                    value = "Leave out other pairs whose real association (Cramer's V) is not above this.",
                    min = 0,
                    max = 1)
            double leastAssociation,

            @Option(value = "The most pairs to score; of more, so many are drawn at random.", min = 1)
            int mostPairs,

            @Option(
                    value = "A pair of numbers whose correlation exists in the real table only: scored zero, or left"
                            + " out.",
                    choices = {"zero", "skip"})
            String lost) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "pair-trends",
            "How like the pairs of columns are: correlations of numbers, tables of counts of the others; 1 is the"
                    + " same.",
            new Options("real", 0, 0, 50_000, "zero"),
            PairTrends::new);

    private static final int BINS = 10;
    private static final double NANOS_PER_DAY = 86_400e9;

    private final Options options;

    public PairTrends(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over pairs of columns of 1 minus half the difference of Pearson correlations (two numbers) or 1"
                        + " minus the total variation distance of the tables of counts, numbers in 10 bins of the real range.",
                "SDMetrics 0.29, CorrelationSimilarity and ContingencySimilarity.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        return measure(c, pairs(c.real().width(), run.rng().child("pairs")), run);
    }

    /** Of some pairs of columns only, each given by its two positions among the scored columns. */
    public Score measure(Comparison c, int[][] pairs, Run run) {
        int width = c.real().width();
        Labels[] labels = new Labels[width];
        Correlation.Prepared[][] numbers = new Correlation.Prepared[2][width];
        run.parallel(width, i -> {
            labels[i] = c.numeric(i)
                    ? binned(c, i)
                    : Labels.of(c.real().column(i), c.synthetic().column(i));
            if (c.numeric(i)) {
                numbers[0][i] = Correlation.Prepared.of(c.real().numbers(i));
                numbers[1][i] = Correlation.Prepared.of(c.synthetic().numbers(i));
            }
        });
        double[] scores = new double[pairs.length];
        boolean[] counted = new boolean[pairs.length];
        run.parallel(pairs.length, p -> {
            int a = pairs[p][0];
            int b = pairs[p][1];
            Pair pair = c.numeric(a) && c.numeric(b) ? correlation(numbers, a, b) : contingency(labels[a], labels[b]);
            scores[p] = pair.score;
            counted[p] = pair.counted;
        });
        Map<String, Double> parts = new LinkedHashMap<>();
        for (int p = 0; p < pairs.length; p++) {
            if (counted[p]) {
                parts.put(c.names(pairs[p]), scores[p]);
            }
        }
        return Score.mean("pair-trends", parts);
    }

    private int[][] pairs(int width, Rng rng) {
        long all = (long) width * (width - 1) / 2;
        int count = (int) Math.min(all, options.mostPairs);
        int[][] out = new int[count][];
        long passed = 0;
        int taken = 0;
        for (int a = 0; a < width; a++) {
            for (int b = a + 1; b < width && taken < count; b++, passed++) {
                // Takes each of the pairs still to come with the same chance: exactly all of them where all fit.
                if (rng.nextDouble() * (all - passed) < count - taken) {
                    out[taken++] = new int[] {a, b};
                }
            }
        }
        return out;
    }

    private record Pair(double score, boolean counted) {}

    private Pair correlation(Correlation.Prepared[][] numbers, int a, int b) {
        double real = Correlation.pearson(numbers[0][a], numbers[0][b]);
        boolean counted = options.leastCorrelation == 0 || Math.abs(real) > options.leastCorrelation;
        if (!counted) {
            return new Pair(Double.NaN, false);
        }
        double synthetic = Correlation.pearson(numbers[1][a], numbers[1][b]);
        boolean lost = Double.isNaN(synthetic) && !Double.isNaN(real) && options.lost.equals("zero");
        return new Pair(lost ? 0 : 1 - Math.abs(real - synthetic) / 2, true);
    }

    private Pair contingency(Labels a, Labels b) {
        Contingency counts = Contingency.of(a, b);
        boolean counted = options.leastAssociation == 0 || counts.association() > options.leastAssociation;
        return new Pair(counted ? counts.similarity() : Double.NaN, counted);
    }

    /** A numeric column in bins: 0 below all edges, 1 to 10, 11 above and where missing, as NumPy's digitize. */
    private Labels binned(Comparison c, int column) {
        // In nanoseconds, as pandas keeps dates: the edges are then rounded to the same values.
        Kind kind = c.real().schema().field(column).kind();
        double scale = switch (kind) {
            case DATE -> NANOS_PER_DAY;
            case TIME, DATETIME -> 1e3;
            default -> 1;
        };
        NumberColumn real = c.real().numbers(column);
        NumberColumn synthetic = c.synthetic().numbers(column);
        double[] realEdges = edges(real, scale);
        double[] otherEdges = realEdges;
        if (options.edges.equals("real")) {
            realEdges[0] = Double.NEGATIVE_INFINITY;
            realEdges[BINS] = Double.POSITIVE_INFINITY;
        } else {
            otherEdges = edges(synthetic, scale);
        }
        return new Labels(new int[][] {bins(real, scale, realEdges), bins(synthetic, scale, otherEdges)}, BINS + 2);
    }

    /** NumPy's histogram_bin_edges: 0 to 1 for no values, half a unit around a single one. */
    private static double[] edges(NumberColumn column, double scale) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < column.size(); i++) {
            double value = column.get(i) * scale;
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        if (low > high) {
            low = 0;
            high = 1;
        } else if (low == high) {
            low -= 0.5;
            high += 0.5;
        }
        double[] edges = new double[BINS + 1];
        double step = (high - low) / BINS;
        for (int k = 0; k < BINS; k++) {
            edges[k] = k * step + low;
        }
        edges[BINS] = high;
        return edges;
    }

    /** How many edges are not above each value; all of them for a missing one. */
    private static int[] bins(NumberColumn column, double scale, double[] edges) {
        int[] out = new int[column.size()];
        double first = edges[1];
        double perBin = 1 / (edges[2] - edges[1]);
        for (int i = 0; i < out.length; i++) {
            double value = column.get(i) * scale;
            // Edges lie evenly, but for rounding and the outermost ones: a guess, made exact.
            int bin = (int) Math.max(0, Math.min(edges.length, (value - first) * perBin + 2));
            while (bin < edges.length && !(value < edges[bin])) {
                bin++;
            }
            while (bin > 0 && value < edges[bin - 1]) {
                bin--;
            }
            out[i] = bin;
        }
        return out;
    }
}
