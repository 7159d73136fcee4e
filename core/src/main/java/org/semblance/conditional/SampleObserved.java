package org.semblance.conditional;

import java.util.List;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * Observed values with replacement, whatever the predictors. Keeps the column; loses all relations. As mice's
 * {@code sample}: with one observed value that value, with none standard normal numbers (or missing labels).
 */
public final class SampleObserved implements Conditional {
    /** The options. */
    public record Options(
            @Option(
                    value = Smoothed.DOC,
                    choices = {Smoothed.NONE, Smoothed.SPLINE, Smoothed.MEAN, Smoothed.DENSITY})
            String smoothing) {}

    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "sample",
            "Observed values with replacement: keeps the column, loses all relations.",
            new Options(Smoothed.NONE),
            SampleObserved::new);

    private final Options options;

    SampleObserved() {
        this(new Options(Smoothed.NONE));
    }

    SampleObserved(Options options) {
        this.options = options;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        int[] observed = given.observed();
        if (observed.length == 0) {
            given.events()
                    .say("no value is observed: " + (given.field().kind().numeric() ? "normal numbers" : "nothing")
                            + " drawn instead");
        }
        Column donors = given.y().take(observed);
        return Smoothed.of(
                options.smoothing,
                donors instanceof NumberColumn numbers
                        ? new Numbers(numbers.toArray())
                        : new Labels(((CodeColumn) donors).toArray(), ((CodeColumn) donors).labels()),
                given);
    }

    record Numbers(double[] donors) implements Drawer {
        @Override
        public Column draw(Predictors x, Rng rng) {
            double[] values = new double[x.rows()];
            for (int i = 0; i < values.length; i++) {
                values[i] = donors.length == 0 ? rng.nextGaussian() : donors[rng.nextInt(donors.length)];
            }
            return NumberColumn.of(values);
        }
    }

    record Labels(int[] donors, List<String> labels) implements Drawer {
        @Override
        public Column draw(Predictors x, Rng rng) {
            int[] codes = new int[x.rows()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = donors.length == 0 ? -1 : donors[rng.nextInt(donors.length)];
            }
            return CodeColumn.of(codes, labels);
        }
    }
}
