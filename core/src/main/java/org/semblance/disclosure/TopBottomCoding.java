package org.semblance.disclosure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Top coding: values above a limit become the limit (90 and over are all 90); bottom coding the same below. Outliers
 * are the easiest people to find.
 *
 * <p>The limit is a value, or a quantile of the table's own values: the smallest (for the bottom, largest) that at
 * least (1 - for the bottom) that share of them does not exceed. Excluded codes stay as they are and do not count for
 * the quantile. Cost: a sort.
 */
public final class TopBottomCoding implements Control {
    /** The options of both. */
    public record Options(
            @Option("The columns: numbers, dates or times.") List<String> columns,

            @Option("The limit as a value, such as 90 or 1930-01-01; or leave it to the quantile.")
            String at,

            @Option(
                    value = "The limit as the share of values that stay below it, such as 0.99; 0 and 1 are no limit.",
                    min = 0,
                    max = 1)
            double quantile,

            @Option("Values that are codes, such as -8, and stay as they are.")
            List<String> exclude) {}

    /** Values above become the limit. */
    public static final Plugin<Control> TOP = Plugin.of(
            "top-coding",
            "Values above a limit become the limit: nobody stands out by being the oldest or the richest.",
            new Options(List.of(), "", 1, List.of()),
            options -> new TopBottomCoding("top-coding", true, options));

    /** Values below become the limit. */
    public static final Plugin<Control> BOTTOM = Plugin.of(
            "bottom-coding",
            "Values below a limit become the limit: nobody stands out by being the youngest or the lightest.",
            new Options(List.of(), "", 0, List.of()),
            options -> new TopBottomCoding("bottom-coding", false, options));

    private final String name;
    private final boolean top;
    private final Options options;

    private TopBottomCoding(String name, boolean top, Options options) {
        this.name = name;
        this.top = top;
        this.options = options;
        boolean none = options.quantile == (top ? 1 : 0);
        if (options.at.isEmpty() == none) {
            throw ProblemException.usage(Problem.of(name + (none ? " is not told the limit." : " is told two limits."))
                    .fix("Give one of the two: at=90, or quantile=" + (top ? "0.99" : "0.01")));
        }
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        Edit edit = new Edit(synthetic);
        for (int position : Columns.numeric(name, options.columns, synthetic)) {
            Part part = Part.of(synthetic, position, options.exclude);
            double[] values = part.values();
            if (values.length == 0) {
                continue;
            }
            double limit = options.at.isEmpty() ? quantile(values) : at(part);
            double[] out = part.column().toArray();
            for (int row : part.rows()) {
                out[row] = top ? Math.min(limit, out[row]) : Math.max(limit, out[row]);
            }
            edit.set(position, out);
        }
        return edit.done(name);
    }

    private double at(Part part) {
        double limit = Written.read(part.field(), options.at, "at");
        if (part.grain().round(limit) != limit) {
            throw ProblemException.usage(Problem.of("at is " + options.at + ", but the values of "
                            + part.field().name() + " are not written so.")
                    .fix("Give a value as " + part.field().name() + " could have it."));
        }
        return limit;
    }

    /** Type 1 of Hyndman and Fan 1996, doi:10.2307/2684934: a value that occurs; from above for the bottom. */
    private double quantile(double[] values) {
        Arrays.sort(values);
        double share = top ? options.quantile : 1 - options.quantile;
        int index = (int) Math.max(0, Math.ceil(values.length * share - 1e-9) - 1);
        return top ? values[index] : values[values.length - 1 - index];
    }
}
