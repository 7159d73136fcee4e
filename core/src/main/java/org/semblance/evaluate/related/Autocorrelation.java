package org.semblance.evaluate.related;

import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * Whether values remember the ones before as the real ones do: 1 minus half the difference of the correlations of a value
 * with the one 1, 2 .. {@code lags} steps later; the mean over columns of numbers and lags. Both correlations stand in the
 * figures.
 *
 * <p>Each sequence is brought to mean 0 and variance 1 first, so that sequences count by their steps and not by their
 * level (which per-sequence-statistics looks at). In short sequences that pulls the correlations down, to -1 for two
 * steps, in the real and the synthetic table alike. Steps are taken as equally far apart. Cost: one pass per column and
 * lag.
 */
public final class Autocorrelation implements RelatedMetric {
    /** The options. */
    public record Options(
            @Option(value = "Up to how many steps apart values are compared.", min = 1, max = 1000)
            int lags) {}

    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "autocorrelation",
            "Whether values remember the ones some steps before as the real ones do; 1 is the same.",
            new Options(3),
            Autocorrelation::new);

    private final Options options;

    Autocorrelation(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over columns and lags 1 to " + options.lags
                        + " of 1 minus half the difference of the correlations"
                        + " of values so many steps apart, each sequence standardised.",
                "Own measure; autocorrelation: Box and Jenkins 1970, Time Series Analysis, chapter 2.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        Figures.Builder figures = Figures.of("Autocorrelation", "real", "synthetic");
        for (Stepped stepped : Stepped.of(c)) {
            int[] columns = stepped.columns(true);
            double[][] real = new double[columns.length][];
            double[][] synthetic = new double[columns.length][];
            run.parallel(columns.length, k -> {
                real[k] = correlations(stepped.real(columns[k]), stepped.real());
                synthetic[k] = correlations(stepped.synthetic(columns[k]), stepped.synthetic());
            });
            for (int k = 0; k < columns.length; k++) {
                if (!Lags.tell(Lags.standardised(stepped.real(columns[k]), stepped.real()), stepped.real())) {
                    continue;
                }
                for (int lag = 1; lag <= options.lags; lag++) {
                    String name = stepped.name(columns[k]) + " lag " + lag;
                    parts.put(name, Lags.score(real[k][lag - 1], synthetic[k][lag - 1]));
                    figures.row(name, real[k][lag - 1], synthetic[k][lag - 1]);
                }
            }
        }
        return Score.mean("autocorrelation", parts).figures(figures.build());
    }

    private double[] correlations(double[] values, Groups steps) {
        double[] standardised = Lags.standardised(values, steps);
        double[] out = new double[options.lags];
        for (int lag = 1; lag <= out.length; lag++) {
            out[lag - 1] = Lags.correlation(standardised, standardised, steps, lag);
        }
        return out;
    }
}
