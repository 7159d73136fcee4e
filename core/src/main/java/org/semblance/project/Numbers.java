package org.semblance.project;

import org.semblance.distribution.Law;
import org.semblance.plugin.Option;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * Numbers of a law, rounded, and drawn again where they are out of bounds: the law given that it keeps to the bounds.
 */
final class Numbers implements Make {
    /** Keys beside those of the law. */
    record Options(
            @Option(value = "Digits after the decimal sign; -1 keeps all", min = -1, max = 15)
            int round,

            @Option("Numbers below are drawn again") double min,
            @Option("Numbers above are drawn again") double max) {}

    static final Options PLAIN = new Options(-1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Below this share of draws within the bounds, the bounds are taken for a mistake. */
    private static final double RARE = 1e-6;

    /** Above this share, drawing again is faster than looking for quantiles. */
    private static final double OFTEN = 0.05;

    private static final double[] POWER = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final Law law;
    private final Options options;
    private final double low;
    private final double high;

    Numbers(Law law, Options options) {
        this.law = law;
        this.options = options;
        if (options.min > options.max) {
            throw ProblemException.usage(
                    Problem.of("min is " + options.min + ", but must be at most max, which is " + options.max + "."));
        }
        // What is rounded into the bounds comes from half a digit around them.
        double half = options.round >= 0 ? 0.5 / POWER[options.round] : 0;
        low = law.discrete() ? law.cdf(Math.ceil(options.min) - 1) : law.cdf(options.min - half);
        high = law.cdf(options.max + half);
        if (!(high - low >= RARE)) {
            throw ProblemException.usage(
                    Problem.of("min and max leave less than one in a million numbers of " + law + ".")
                            .fix("Widen them, or change the parameters."));
        }
    }

    @Override
    public Kind kind() {
        return law.discrete() || options.round == 0 ? Kind.WHOLE : Kind.DECIMAL;
    }

    @Override
    public Format format() {
        return Format.PLAIN.decimals(kind() == Kind.WHOLE ? 0 : options.round);
    }

    @Override
    public Column draw(long first, int count, Rng column) {
        Rng rng = column.child(first);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = high - low > OFTEN ? again(rng) : within(rng);
        }
        return NumberColumn.of(values);
    }

    private double again(Rng rng) {
        double value;
        do {
            value = rounded(law.sample(rng));
        } while (!(value >= options.min && value <= options.max));
        return value;
    }

    private double within(Rng rng) {
        double value;
        do {
            value = rounded(law.quantile(low + rng.nextDouble() * (high - low)));
        } while (!(value >= options.min && value <= options.max));
        return value;
    }

    private double rounded(double value) {
        if (options.round < 0 || Math.abs(value) * POWER[options.round] > 0x1p52) {
            return value;
        }
        return Math.rint(value * POWER[options.round]) / POWER[options.round] + 0.0;
    }
}
