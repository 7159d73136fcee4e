package org.semblance.evaluate.alike;

import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.math.TwoSamples;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * How far the numbers and dates of each column would have to move to become the real ones: the mean distance between
 * equal quantiles (Wasserstein-1), in units of the real spread, and the mean of the columns; 0 is the same.
 *
 * <p>The unit is the distance between the real quartiles, or where that is 0 the standard deviation. The figures say how
 * far the 1, 5, 95 and 99 % quantiles are off in the same unit, synthetic above real being positive: there one sees
 * tails that were cut off or stretched. Constant real columns and those without values score NaN and are left out.
 * Between fresh real rows the distance is about 0.8 / sqrt(n) of a spread, and not 0. Cost: a sort of each column.
 */
public final class QuantileDistance implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "quantile-distance",
            "How far numbers must move to become the real ones (Wasserstein-1, in interquartile ranges); 0 is not at all.",
            new Plugin.NoOptions(),
            options -> new QuantileDistance());

    private static final double[] TAILS = {0.01, 0.05, 0.95, 0.99};

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.LOWER,
                "The mean over columns of numbers and dates of the integral of |F_r - F_s| (Wasserstein-1) divided by the"
                        + " real interquartile range, or by the standard deviation where that range is 0.",
                "Vallender 1974, doi:10.1137/1118101; quantiles of type 7 of Hyndman and Fan 1996,"
                        + " doi:10.1080/00031305.1996.10473566.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        int width = c.real().width();
        double[][] tails = new double[width][];
        Score score = PerColumn.mean("quantile-distance", c, run, c::numeric, i -> {
            double[] real = PerColumn.sorted(c.real(), i);
            double[] synthetic = PerColumn.sorted(c.synthetic(), i);
            double unit = unit(real);
            tails[i] = new double[TAILS.length];
            for (int k = 0; k < TAILS.length; k++) {
                double off = TwoSamples.quantile(synthetic, TAILS[k]) - TwoSamples.quantile(real, TAILS[k]);
                tails[i][k] = off / unit;
            }
            return TwoSamples.of(real, synthetic).area() / unit;
        });
        Figures.Builder figures = Figures.of(
                "Quantiles, synthetic minus real, in interquartile ranges",
                "mean distance",
                "1 %",
                "5 %",
                "95 %",
                "99 %");
        for (int i = 0; i < width; i++) {
            if (tails[i] != null) {
                double[] t = tails[i];
                figures.row(c.name(i), score.parts().getOrDefault(c.name(i), Double.NaN), t[0], t[1], t[2], t[3]);
            }
        }
        return score.figures(figures.build());
    }

    /** NaN where all values are the same or there are none. */
    private static double unit(double[] ascending) {
        double quartiles = TwoSamples.quantile(ascending, 0.75) - TwoSamples.quantile(ascending, 0.25);
        double unit = quartiles > 0 ? quartiles : Math.sqrt(TwoSamples.variance(ascending));
        return unit > 0 ? unit : Double.NaN;
    }
}
