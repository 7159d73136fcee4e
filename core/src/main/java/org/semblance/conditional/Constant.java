package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;

/**
 * The one value that a column has, whatever the predictors. As synthpop's {@code constant}. A column that has another
 * value is refused. No observed value: as {@code sample}. Cost: rows.
 */
public final class Constant implements Conditional {
    public static final Plugin<Conditional> PLUGIN = Plugin.of(
            "constant", "The one value that the column has.", new Plugin.NoOptions(), options -> new Constant());

    @Override
    public void check(Given given) {
        values(given);
    }

    /** Those that are there, all the same. */
    private static double[] values(Given given) {
        double[] values = Arrays.stream(given.observed())
                .mapToDouble(row -> given.y() instanceof NumberColumn numbers
                        ? numbers.get(row)
                        : ((CodeColumn) given.y()).code(row))
                .toArray();
        if (Arrays.stream(values).anyMatch(value -> value != values[0])) {
            throw ProblemException.data(Problem.of("the column has more than one value, but is to be constant.")
                    .fix("Take sample, or cart."));
        }
        return values;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        double[] values = values(given);
        if (values.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        return given.y() instanceof CodeColumn codes
                ? new SampleObserved.Labels(new int[] {(int) values[0]}, codes.labels())
                : new SampleObserved.Numbers(new double[] {values[0]});
    }
}
