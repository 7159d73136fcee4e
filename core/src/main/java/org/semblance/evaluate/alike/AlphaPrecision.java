package org.semblance.evaluate.alike;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.math.TwoSamples;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Whether synthetic rows lie where real ones do (alpha-precision), whether they reach everywhere real ones are
 * (beta-recall), and how many are further from a real row than other real rows are (authenticity): a diagnostic of
 * three numbers, none of which is a goal.
 *
 * <p>Rows are points ({@link Points}), equally many of both. Alpha-precision: for 30 balls around the real mean that
 * hold a share alpha of the real rows, the share of synthetic rows inside; 1 less the summed differences over the
 * summed alphas. Beta-recall: the same of the share of real rows that have a synthetic row nearer than their nearest
 * real one and whose synthetic row lies within the ball of share beta around the synthetic mean. Authenticity: the
 * share of synthetic rows that are further from their nearest real row than that one is from its nearest other.
 *
 * <p>Fresh rows have a beta-recall of about 0.5; copying raises it to 0.8 and lowers authenticity, so more is not
 * better; in many columns all three say more of the distance than of the law (arXiv:2505.22450). Authenticity is as the
 * paper defines it: synthcity 0.2.11 looks up a real row's neighbour by a synthetic row's number. Nor is the last
 * encoded column dropped, as published figures have it. Cost: three times rows squared x columns.
 *
 * <p>Source: Alaa, van Breugel, Saveliev and van der Schaar (2022), How faithful is your synthetic data?,
 * arXiv:2102.08921, in the form of synthcity's {@code AlphaPrecision} ("naive").
 */
public final class AlphaPrecision implements Metric {
    /** The options. */
    public record Options(
            @Option(value = "The most rows to take of each table; 0 for as many as both have.", min = 0)
            int rows) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "alpha-precision",
            "Whether synthetic rows lie where real ones do, reach all of them, and keep their distance: a diagnostic.",
            new Options(20_000),
            AlphaPrecision::new);

    private static final int STEPS = 30;

    private final Options options;

    AlphaPrecision(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.FRESH,
                "The share of synthetic rows in balls around the real mean that hold a share alpha of the real rows: 1 less"
                        + " the sum over 30 alphas of the differences, over the sum of the alphas.",
                "Alaa, van Breugel, Saveliev and van der Schaar 2022, arXiv:2102.08921; synthcity, AlphaPrecision.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Taken taken = Taken.equal(c, options.rows, run);
        if (taken.real().rows() < 2 || c.real().width() == 0) {
            return Score.none("alpha-precision", "too few rows");
        }
        Points points = Points.of(taken.real(), taken.synthetic());
        Points.Nearest toReal = points.nearest(Points.REAL, Points.REAL, run);
        Points.Nearest toSynthetic = points.nearest(Points.REAL, Points.SYNTHETIC, run);
        Points.Nearest back = points.nearest(Points.SYNTHETIC, Points.REAL, run);
        double precision = precision(points);
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("alpha-precision", precision);
        parts.put("beta-recall", recall(points, toReal, toSynthetic));
        parts.put("authenticity", authenticity(toReal, back));
        return new Score("alpha-precision", precision, parts).note(taken.note());
    }

    private static double precision(Points points) {
        double[] radii = quantiles(points.fromCentre(Points.REAL, Points.REAL));
        double[] distances = roots(points.fromCentre(Points.SYNTHETIC, Points.REAL));
        double[] inside = new double[STEPS];
        for (int k = 0; k < STEPS; k++) {
            int count = 0;
            for (double distance : distances) {
                count += distance <= radii[k] ? 1 : 0;
            }
            inside[k] = count / (double) distances.length;
        }
        return curve(inside);
    }

    private static double recall(Points points, Points.Nearest toReal, Points.Nearest toSynthetic) {
        double[] fromCentre = points.fromCentre(Points.SYNTHETIC, Points.SYNTHETIC);
        double[] nearest = new double[toSynthetic.rows().length];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = fromCentre[toSynthetic.rows()[i]];
        }
        double[] radii = quantiles(nearest);
        double[] covered = new double[STEPS];
        for (int k = 0; k < STEPS; k++) {
            int count = 0;
            for (int i = 0; i < nearest.length; i++) {
                count += toSynthetic.squared()[i] <= toReal.squared()[i] && Math.sqrt(nearest[i]) <= radii[k] ? 1 : 0;
            }
            covered[k] = count / (double) nearest.length;
        }
        return curve(covered);
    }

    private static double authenticity(Points.Nearest toReal, Points.Nearest back) {
        int further = 0;
        for (int i = 0; i < back.rows().length; i++) {
            further += back.squared()[i] > toReal.squared()[back.rows()[i]] ? 1 : 0;
        }
        return further / (double) back.rows().length;
    }

    private static double alpha(int k) {
        return k / (double) (STEPS - 1);
    }

    private static double curve(double[] found) {
        double off = 0;
        double whole = 0;
        for (int k = 0; k < STEPS; k++) {
            off += Math.abs(alpha(k) - found[k]);
            whole += alpha(k);
        }
        return 1 - off / whole;
    }

    private static double[] roots(double[] squares) {
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    /** The distances below which shares alpha of the rows lie, linear between rows. */
    private static double[] quantiles(double[] squares) {
        double[] sorted = roots(squares);
        Arrays.sort(sorted);
        double[] out = new double[STEPS];
        for (int k = 0; k < STEPS; k++) {
            out[k] = TwoSamples.quantile(sorted, alpha(k));
        }
        return out;
    }
}
