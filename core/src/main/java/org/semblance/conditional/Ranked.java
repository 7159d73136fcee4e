package org.semblance.conditional;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.semblance.distribution.Normal;
import org.semblance.math.Order;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * Linear regression of normal scores: ranks as normal numbers are regressed on the predictors, drawn, and turned back into
 * the observed value of that rank. As synthpop's {@code normrank}, its default for numbers. Keeps the distribution and
 * bounds, and the correlation of ranks where predictors are about normal themselves; loses relations that are not
 * monotone, and Pearson's correlation of heavy tails. A predictor with a heavy tail takes most of its relation with it
 * (two lognormal columns with a rank correlation of .57 come out at .34, in R too), and a value that most rows share is
 * drawn too often: {@code parametric} puts numbers to it as normal scores and draws piled up values apart. No observed
 * value: as {@code sample}. Source: Nowok, Raab and Dibben (2016), synthpop, doi:10.18637/jss.v074.i11, section 3;
 * {@link LeastSquares}. Cost: rows x predictors^2.
 */
public final class Ranked implements Conditional {
    /** The options. */
    public record Options(
            @Option("Whether coefficients and deviation are drawn, not as estimated (proper synthesis)")
            boolean proper,

            @Option(
                    value = Smoothed.DOC,
                    choices = {Smoothed.NONE, Smoothed.SPLINE, Smoothed.MEAN, Smoothed.DENSITY})
            String smoothing) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "normrank",
            "Linear regression of normal scores: the observed value of a drawn rank.",
            new Options(false, Smoothed.NONE),
            Ranked::new);

    private final Options options;

    Ranked(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] rows = given.observed();
        double[] y = given.numbers(rows);
        if (y.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        Drawer scores = regression(options.proper).fit(given.numbers(scores(given, rows, y)), run);
        return Smoothed.of(
                options.smoothing,
                new RankDrawer(scores, Arrays.stream(y).sorted().toArray()),
                given);
    }

    static Conditional regression(boolean proper) {
        return proper ? Norm.PLUGIN.make() : NormNoBayes.PLUGIN.make();
    }

    /** The normal score of each observed value; equal values share the mean of their ranks. */
    private static Column scores(Given given, int[] rows, double[] y) {
        int n = y.length;
        int[] order = Order.of(y);
        double[] out = new double[given.y().size()];
        Arrays.fill(out, Double.NaN);
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && y[order[to]] == y[order[from]]) {
                to++;
            }
            double score = new Normal(0, 1).quantile((from + to + 1) / 2.0 / (n + 1));
            for (int i : IntStream.range(from, to).toArray()) {
                out[rows[order[i]]] = score;
            }
            from = to;
        }
        return NumberColumn.of(out);
    }

    /** @param sorted observed values, ascending */
    record RankDrawer(Drawer scores, double[] sorted) implements Drawer {
        @Override
        public Column draw(Predictors x, Rng rng) {
            double[] z = ((NumberColumn) scores.draw(x, rng)).toArray();
            Normal normal = new Normal(0, 1);
            int n = sorted.length;
            for (int i = 0; i < z.length; i++) {
                int rank = (int) Math.rint(normal.cdf(z[i]) * (n + 1));
                z[i] = sorted[Math.max(1, Math.min(n, rank)) - 1];
            }
            return NumberColumn.of(z);
        }
    }
}
