package org.semblance.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Random noise on every value, of a standard deviation that is a share of the column's own: normal, or Laplace's, whose
 * small and large steps are more frequent. Variances grow by (1 + level^2), correlations shrink.
 *
 * <p>This is no differential privacy, whichever noise is chosen: it is scaled to the data, and it can be repeated by
 * whoever knows the seed. Cost: one pass.
 */
public final class Noise implements Control {
    /** The options of both. */
    public record Options(
            @Option("The columns: numbers, dates or times.") List<String> columns,

            @Option(value = "The standard deviation of the noise as a share of the column's.", min = 0)
            double level,

            @Option("Values that are codes, such as -8, and stay as they are.")
            List<String> exclude) {}

    /** Normal noise. */
    public static final Plugin<Control> ADDITIVE = Plugin.of(
            "additive-noise",
            "Normal noise on every value, as large as a share of the column's spread; no differential privacy.",
            new Options(List.of(), 0.1, List.of()),
            options -> new Noise("additive-noise", false, options));

    /** Laplace noise. */
    public static final Plugin<Control> LAPLACE = Plugin.of(
            "laplace-noise",
            "Laplace noise on every value, as large as a share of the column's spread; no differential privacy.",
            new Options(List.of(), 0.1, List.of()),
            options -> new Noise("laplace-noise", true, options));

    private final String name;
    private final boolean laplace;
    private final Options options;

    private Noise(String name, boolean laplace, Options options) {
        this.name = name;
        this.laplace = laplace;
        this.options = options;
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        Edit edit = new Edit(synthetic);
        for (int position : Columns.numeric(name, options.columns, synthetic)) {
            Part part = Part.of(synthetic, position, options.exclude);
            Rng rng = run.rng().child(part.field().name());
            double[] values = part.values();
            double spread = options.level * Moments.of(values).deviation();
            for (int k = 0; k < values.length; k++) {
                values[k] += spread * (laplace ? laplace(rng) : rng.nextGaussian());
            }
            edit.set(position, part.with(values));
        }
        return edit.done(name);
    }

    /** Of variance 1. */
    private static double laplace(Rng rng) {
        double u = rng.nextDouble() - 0.5;
        double size = -StrictMath.log(1 - 2 * Math.abs(u)) / Math.sqrt(2);
        return u < 0 ? -size : size;
    }
}
