package org.semblance.conditional;

import java.util.Arrays;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;

/**
 * Linear regression of a transformed number: its logarithm, square root or cube root is regressed on the predictors, drawn,
 * and turned back. As synthpop's {@code lognorm}, {@code sqrtnorm} and {@code cubertnorm}. Before a logarithm, half the
 * smallest positive value is added where there are zeros, and taken off again (synthpop takes it off the logarithm).
 * Negative numbers have no logarithm and no square root: that is refused. No observed value: as {@code sample}. Source:
 * Nowok, Raab and Dibben (2016), doi:10.18637/jss.v074.i11. Cost: rows x predictors^2.
 */
public final class Transformed implements Conditional {
    /** The options. */
    public record Options(
            @Option(
                    value = "How numbers are transformed",
                    choices = {"log", "sqrt", "cbrt"})
            String by,

            @Option("Whether coefficients and deviation are drawn, not as estimated (proper synthesis)")
            boolean proper) {}

    public static final Plugin<Conditional> LOG =
            Plugin.of("lognorm", "Linear regression of the logarithm.", new Options("log", false), Transformed::new);

    public static final Plugin<Conditional> SQRT = Plugin.of(
            "sqrtnorm", "Linear regression of the square root.", new Options("sqrt", false), Transformed::new);

    public static final Plugin<Conditional> CBRT = Plugin.of(
            "cubertnorm", "Linear regression of the cube root.", new Options("cbrt", false), Transformed::new);

    private final Options options;

    Transformed(Options options) {
        this.options = options;
    }

    @Override
    public void check(Given given) {
        refuseNegative(given.numbers(given.observed()));
    }

    private double refuseNegative(double[] y) {
        double least = Arrays.stream(y).min().orElse(0);
        if (least < 0 && !options.by.equals("cbrt")) {
            throw ProblemException.data(
                    Problem.of("the column has negative numbers, but this method is for 0 and more.")
                            .fix("Take cubertnorm, normrank or cart."));
        }
        return least;
    }

    @Override
    public Drawer fit(Given given, Run run) {
        double[] y = given.numbers(given.observed());
        if (y.length == 0) {
            return new SampleObserved().fit(given, run);
        }
        double least = refuseNegative(y);
        double shift = options.by.equals("log") && least == 0
                ? Arrays.stream(y).filter(v -> v > 0).min().orElse(1) / 2
                : 0;
        double[] all = ((NumberColumn) given.y()).toArray();
        for (int i = 0; i < all.length; i++) {
            all[i] = there(options.by, all[i] + shift);
        }
        Drawer drawer = Ranked.regression(options.proper).fit(given.numbers(NumberColumn.of(all)), run);
        return new Back(drawer, options.by, shift);
    }

    private static double there(String by, double value) {
        return switch (by) {
            case "log" -> Math.log(value);
            case "sqrt" -> Math.sqrt(value);
            default -> Math.cbrt(value);
        };
    }

    /** What another draws, turned back. */
    record Back(Drawer drawer, String by, double shift) implements Drawer {
        @Override
        public Column draw(Predictors x, Rng rng) {
            double[] values = ((NumberColumn) drawer.draw(x, rng)).toArray();
            for (int i = 0; i < values.length; i++) {
                double v = values[i];
                values[i] = switch (by) {
                    case "log" -> Math.exp(v) - shift;
                    case "sqrt" -> v * v;
                    default -> v * v * v;
                };
            }
            return NumberColumn.of(values);
        }
    }
}
