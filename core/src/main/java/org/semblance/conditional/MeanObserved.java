package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;

/**
 * The mean of the observed numbers, the same for every row. mice's {@code mean}. Ruins variances and relations: there to
 * show just that.
 */
public final class MeanObserved implements Conditional {
    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "mean",
            "The mean of the observed numbers: ruins variances and relations.",
            new Plugin.NoOptions(),
            options -> new MeanObserved());

    @Override
    public Drawer fit(Given given, Run run) {
        double mean = Arrays.stream(given.numbers(given.observed())).average().orElse(0);
        return new NormalDrawer(Design.of(Predictors.none(given.y().size()), new int[0]), new double[] {mean}, 0);
    }
}
