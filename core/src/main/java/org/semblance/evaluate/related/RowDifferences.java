package org.semblance.evaluate.related;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.alike.ColumnShapes;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * How like the changes inside sequences are: 1 minus the Kolmogorov-Smirnov distance of all differences between a step and
 * the one {@code rows} later; the mean over columns of numbers. With {@code log} the differences are those of logarithms:
 * a column of dates has none, negative numbers are left out, and the change from or to zero is infinite. Cost: a sort of
 * each column. SDMetrics 0.29, InterRowMSAS.
 */
public final class RowDifferences implements RelatedMetric {
    /** The options. */
    public record Options(
            @Option(value = "How many steps lie between the two values.", min = 1)
            int rows,

            @Option("Whether differences of natural logarithms are taken.")
            boolean log) {}

    public static final Plugin<RelatedMetric> PLUGIN = Plugin.of(
            "row-differences",
            "How like the changes from step to step inside sequences are distributed; 1 is the same.",
            new Options(1, false),
            RowDifferences::new);

    private final Options options;

    RowDifferences(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.ALIKE,
                About.Better.HIGHER,
                "The mean over columns of 1 minus the Kolmogorov-Smirnov distance of the differences of "
                        + (options.log ? "logarithms of " : "")
                        + "values " + options.rows + " steps apart in the same sequence.",
                "SDMetrics 0.29, InterRowMSAS.");
    }

    @Override
    public Score measure(RelatedComparison c, Run run) {
        Map<String, Double> parts = new LinkedHashMap<>();
        for (Stepped stepped : Stepped.of(c)) {
            int[] columns = stepped.columns(true);
            double[] scores = new double[columns.length];
            run.parallel(columns.length, k -> {
                Kind kind = stepped.columns().real().schema().field(columns[k]).kind();
                boolean date = kind == Kind.DATE || kind == Kind.DATETIME;
                scores[k] = options.log && date
                        ? Double.NaN
                        : ColumnShapes.similarity(
                                differences(stepped.real(columns[k]), stepped.real()),
                                differences(stepped.synthetic(columns[k]), stepped.synthetic()));
            });
            for (int k = 0; k < columns.length; k++) {
                parts.put(stepped.name(columns[k]), scores[k]);
            }
        }
        return Score.mean("row-differences", parts);
    }

    private NumberColumn differences(double[] values, Groups steps) {
        if (options.log) {
            for (int i = 0; i < values.length; i++) {
                values[i] = StrictMath.log(values[i]);
            }
        }
        double[] out = new double[values.length];
        Arrays.fill(out, Double.NaN);
        for (int g = 0; g < steps.count(); g++) {
            for (int i = steps.starts()[g] + options.rows; i < steps.starts()[g + 1]; i++) {
                out[i] = values[i] - values[i - options.rows];
            }
        }
        return NumberColumn.of(out);
    }
}
