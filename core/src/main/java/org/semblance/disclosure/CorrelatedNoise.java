package org.semblance.disclosure;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Noise on several columns together that keeps their means, variances and correlations: x becomes m + sqrt(1 - d^2) (x -
 * m) + d e, with e normal of the columns' own covariances (Kim 1986).
 *
 * <p>Before rounding and bounds the moments are kept up to chance. The shape of a distribution moves towards the normal.
 * Rows that miss one of the columns, or have an excluded code there, stay as they are. No differential privacy. Cost:
 * rows x columns^2.
 */
public final class CorrelatedNoise implements Control {
    private static final String NAME = "correlated-noise";

    /** The options. */
    public record Options(
            @Option("The columns: numbers, dates or times.") List<String> columns,

            @Option(
                    value = "The share d of the noise in the standard deviation: 0 is none, 1 is nothing but noise.",
                    min = 0,
                    max = 1)
            double level,

            @Option("Values that are codes, such as -8: their rows stay as they are.")
            List<String> exclude) {}

    public static final Plugin<Control> PLUGIN = Plugin.of(
            NAME,
            "Normal noise on several columns that keeps means, variances and correlations; no differential privacy.",
            new Options(List.of(), 0.3, List.of()),
            CorrelatedNoise::new);

    private final Options options;

    CorrelatedNoise(Options options) {
        this.options = options;
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        Edit edit = new Edit(synthetic);
        List<Part> parts = IntStream.of(Columns.numeric(NAME, options.columns, synthetic))
                .mapToObj(position -> Part.of(synthetic, position, options.exclude))
                .toList();
        int[] rows = complete(parts, synthetic.rows());
        double[][] values = new double[parts.size()][];
        double[] means = new double[parts.size()];
        for (int c = 0; c < values.length; c++) {
            Part part = parts.get(c);
            values[c] = IntStream.of(rows).mapToDouble(part.column()::get).toArray();
            means[c] = Moments.of(values[c]).mean();
        }
        double[][] root = root(covariance(values, means));
        double keep = Math.sqrt(1 - options.level * options.level);
        Rng rng = run.rng().child("noise");
        double[] e = new double[values.length];
        for (int k = 0; k < rows.length; k++) {
            for (int c = 0; c < e.length; c++) {
                e[c] = rng.nextGaussian();
            }
            for (int c = 0; c < e.length; c++) {
                double noise = 0;
                for (int j = 0; j <= c; j++) {
                    noise += root[c][j] * e[j];
                }
                values[c][k] = means[c] + keep * (values[c][k] - means[c]) + options.level * noise;
            }
        }
        for (int c = 0; c < values.length; c++) {
            Grain grain = parts.get(c).grain();
            double[] out = parts.get(c).column().toArray();
            for (int k = 0; k < rows.length; k++) {
                out[rows[k]] = grain.fit(values[c][k]);
            }
            edit.set(parts.get(c).position(), out);
        }
        return edit.done(NAME);
    }

    /** Rows that take part in every column. */
    private static int[] complete(List<Part> parts, int rows) {
        int[] times = new int[rows];
        parts.forEach(part -> {
            for (int row : part.rows()) {
                times[row]++;
            }
        });
        return IntStream.range(0, rows).filter(i -> times[i] == parts.size()).toArray();
    }

    private static double[][] covariance(double[][] values, double[] means) {
        int p = values.length;
        double[][] out = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int k = 0; k < values[a].length; k++) {
                    sum += (values[a][k] - means[a]) * (values[b][k] - means[b]);
                }
                out[a][b] = sum / Math.max(1, values[a].length - 1);
            }
        }
        return out;
    }

    /** The lower Cholesky factor; a column that the earlier ones determine adds nothing of its own. */
    static double[][] root(double[][] covariance) {
        int p = covariance.length;
        double[][] root = new double[p][p];
        for (int a = 0; a < p; a++) {
            for (int b = 0; b <= a; b++) {
                double rest = covariance[a][b];
                for (int j = 0; j < b; j++) {
                    rest -= root[a][j] * root[b][j];
                }
                if (a == b) {
                    root[a][a] = rest > 1e-12 * covariance[a][a] ? Math.sqrt(rest) : 0;
                } else {
                    root[a][b] = root[b][b] == 0 ? 0 : rest / root[b][b];
                }
            }
        }
        return root;
    }
}
