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
 * Whether columns move together inside sequences as the real ones do, at the same step and with one ahead of the other:
 * 1 minus half the difference of the correlations of a column with another 0 .. {@code lags} steps later, in both
 * directions; the mean over ordered pairs of columns of numbers. Both correlations stand in the figures.
 *
 * <p>Each sequence is brought to mean 0 and variance 1 first, so that what is common to a whole sequence does not count.
 * Columns that vary in fewer than 10 of many sequences are left out.
 * Cost: one pass per pair and lag.
 */
public final class CrossCorrelation implements RelatedMetric {
    /** The options. */
    public record Options(
            @Option(value = "Up to how many steps one column may be ahead of the other.", min = 0, max = 1000)
            int lags) {}

    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "cross-correlation",
            "Whether columns move together inside sequences as the real ones do, also with a delay; 1 is the same.",
            new Options(1),
            CrossCorrelation::new);

    private final Options options;

    CrossCorrelation(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over pairs of columns and lags 0 to " + options.lags
                        + ", in both directions, of 1 minus half the"
                        + " difference of the correlations inside standardised sequences.",
                "Own measure; cross-correlation: Box and Jenkins 1970, Time Series Analysis, chapter 11.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        Figures.Builder figures = Figures.of("Cross-correlation", "real", "synthetic");
        for (Stepped stepped : Stepped.of(c)) {
            int[] columns = stepped.columns(true);
            double[][] real = new double[columns.length][];
            double[][] synthetic = new double[columns.length][];
            run.parallel(columns.length, k -> {
                real[k] = Lags.standardised(stepped.real(columns[k]), stepped.real());
                synthetic[k] = Lags.standardised(stepped.synthetic(columns[k]), stepped.synthetic());
            });
            int width = columns.length;
            double[][] ofReal = new double[width * width][options.lags + 1];
            double[][] ofSynthetic = new double[width * width][options.lags + 1];
            run.parallel(width * width, pair -> {
                int a = pair / width;
                int b = pair % width;
                for (int lag = a < b ? 0 : 1; lag <= options.lags && a != b; lag++) {
                    ofReal[pair][lag] = Lags.correlation(real[a], real[b], stepped.real(), lag);
                    ofSynthetic[pair][lag] = Lags.correlation(synthetic[a], synthetic[b], stepped.synthetic(), lag);
                }
            });
            for (int pair = 0; pair < width * width; pair++) {
                int a = pair / width;
                int b = pair % width;
                boolean tell = Lags.tell(real[a], stepped.real()) && Lags.tell(real[b], stepped.real());
                for (int lag = a < b ? 0 : 1; lag <= options.lags && a != b && tell; lag++) {
                    String name =
                            stepped.name(columns[a]) + " x " + stepped.columns().name(columns[b]) + " lag " + lag;
                    parts.put(name, Lags.score(ofReal[pair][lag], ofSynthetic[pair][lag]));
                    figures.row(name, ofReal[pair][lag], ofSynthetic[pair][lag]);
                }
            }
        }
        return Score.mean("cross-correlation", parts).figures(figures.build());
    }
}
