package org.semblance.evaluate.alike;

import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.math.TwoSamples;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * How unlike the columns are by Szekely and Rizzo's energy coefficient, between 0 (one law) and 1 (nothing shared), and
 * the mean of the columns.
 *
 * <p>The coefficient is (2 E|X-Y| - E|X-X'| - E|Y-Y'|) / (2 E|X-Y|) for independent real X, X' and synthetic Y, Y'. For
 * numbers and dates |.| is the distance, which makes it free of units; for labels it is 0 or 1 for the same label or
 * another. All pairs of rows count, through the distribution functions. Missing values are left out; a column without
 * values in one of the tables scores NaN. Cost: a sort of each column.
 */
public final class EnergyDistance implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "energy-distance",
            "How unlike the columns are one by one, by the energy coefficient of all pairs of rows; 0 is the same.",
            new Plugin.NoOptions(),
            options -> new EnergyDistance());

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.LOWER,
                "The mean over columns of (2 E|X-Y| - E|X-X'| - E|Y-Y'|) / (2 E|X-Y|), X real and Y synthetic; between"
                        + " labels the distance is 0 or 1.",
                "Szekely and Rizzo 2013, doi:10.1016/j.jspi.2013.03.018 (coefficient of inhomogeneity).");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        return PerColumn.mean("energy-distance", c, run, i -> true, i -> c.numeric(i) ? numbers(c, i) : labels(c, i));
    }

    private static double numbers(Comparison c, int i) {
        TwoSamples gap = TwoSamples.of(PerColumn.sorted(c.real(), i), PerColumn.sorted(c.synthetic(), i));
        // Two constants that are the same are at no distance at all.
        return gap.apart() == 0 ? 0 : gap.squares() / gap.apart();
    }

    private static double labels(Comparison c, int i) {
        double[][] counts = PerColumn.counts(c, i);
        double[] p = PerColumn.shares(counts[0]);
        double[] q = PerColumn.shares(counts[1]);
        double squares = p.length == 0 ? Double.NaN : 0;
        double together = 0;
        for (int k = 0; k < p.length; k++) {
            squares += (p[k] - q[k]) * (p[k] - q[k]);
            together += p[k] * q[k];
        }
        return squares == 0 ? 0 : squares / (2 * (1 - together));
    }
}
