package org.semblance.disclosure;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/**
 * Numbers and dates become classes: ages become "30 to 39". Classes have a width, or given breaks, or about equally many
 * rows each; a class begins at its break and ends before the next. The column is a category afterwards. Excluded codes
 * keep their text, missing values stay missing. Cost: one pass; equally many rows a sort.
 */
public final class Classes implements Control {
    private static final String NAME = "classes";
    private static final int MOST = 100_000;
    /** In microseconds. */
    private static final double HOUR = 3.6e9;

    /** The options. */
    public record Options(
            @Option("The columns: numbers, dates or times.") List<String> columns,

            @Option(
                    value = "How wide a class is, in days for dates, hours for times: 10 makes 30 to 39; 0 for none.",
                    min = 0)
            double width,

            @Option("Where classes begin, such as 18, 30, 65: then there is one below the first too.")
            List<String> breaks,

            @Option(value = "Into how many classes of about equally many rows; 0 for none.", min = 0)
            int count,

            @Option("Values that are codes, such as -8, and stay as they are.")
            List<String> exclude) {}

    public static final Plugin<Control> PLUGIN = Plugin.of(
            NAME,
            "Numbers and dates become classes, such as \"30 to 39\": by width, by breaks, or of equally many rows.",
            new Options(List.of(), 0, List.of(), 0, List.of()),
            Classes::new);

    private final Options options;

    Classes(Options options) {
        this.options = options;
        int ways = (options.width > 0 ? 1 : 0) + (options.breaks.isEmpty() ? 0 : 1) + (options.count > 0 ? 1 : 0);
        if (ways != 1) {
            throw ProblemException.usage(
                    Problem.of("classes is told " + (ways == 0 ? "no" : "more than one") + " way of making classes.")
                            .fix("Give one of width=10, breaks=18+30+65, count=5"));
        }
    }

    @Override
    public Controlled apply(Table synthetic, @Nullable Table real, Run run) {
        Edit edit = new Edit(synthetic);
        for (int position : Columns.numeric(NAME, options.columns, synthetic)) {
            Part part = Part.of(synthetic, position, options.exclude);
            double[] breaks = breaks(part);
            String[] texts = new String[breaks.length + 1];
            for (int k = 0; k < texts.length; k++) {
                texts[k] = text(part, breaks, k);
            }
            Field field = part.field();
            @Nullable String[] labels = new @Nullable String[synthetic.rows()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = part.column().isMissing(i)
                        ? null
                        : Written.text(field, part.column().get(i));
            }
            for (int row : part.rows()) {
                int found = Arrays.binarySearch(breaks, part.column().get(row));
                labels[row] = texts[found >= 0 ? found + 1 : -found - 1];
            }
            Format format = Format.PLAIN.missing(field.format().missing());
            edit.set(position, field.kind(Kind.CATEGORY).format(format), CodeColumn.of(labels));
        }
        return edit.done(NAME);
    }

    /** Ascending and different; class k lies between breaks k - 1 and k. */
    private double[] breaks(Part part) {
        if (!options.breaks.isEmpty()) {
            double[] given = Written.read(part.field(), options.breaks, "breaks");
            return Arrays.stream(given).sorted().distinct().toArray();
        }
        double[] sorted = Arrays.stream(part.values()).sorted().toArray();
        if (sorted.length == 0) {
            return new double[0];
        }
        if (options.count > 0) {
            double[] starts = new double[Math.min(options.count, sorted.length) - 1];
            for (int k = 0; k < starts.length; k++) {
                starts[k] = sorted[(int) ((k + 1L) * sorted.length / (starts.length + 1))];
            }
            return Arrays.stream(starts)
                    .filter(start -> start > sorted[0])
                    .distinct()
                    .toArray();
        }
        boolean time = part.field().kind() == Kind.TIME || part.field().kind() == Kind.DATETIME;
        double width = options.width * (time ? HOUR : 1);
        double first = Math.floor(sorted[0] / width);
        double last = Math.floor(sorted[sorted.length - 1] / width);
        if (last - first > MOST) {
            throw ProblemException.usage(Problem.of("width is " + options.width + ", which makes more than " + MOST
                            + " classes of " + part.field().name() + ".")
                    .fix("Give a larger one."));
        }
        // One break below the first class and one above the last, so that both are closed.
        double[] starts = new double[(int) (last - first) + 2];
        for (int k = 0; k < starts.length; k++) {
            starts[k] = (first + k) * width + 0.0;
        }
        return starts;
    }

    private static String text(Part part, double[] breaks, int k) {
        Field field = part.field();
        if (breaks.length == 0) {
            return "any";
        }
        if (k == 0) {
            return "under " + Written.text(field, breaks[0]);
        }
        String from = Written.text(field, breaks[k - 1]);
        if (k == breaks.length) {
            return from + " and over";
        }
        boolean whole = field.kind() == Kind.WHOLE || field.kind() == Kind.DATE;
        if (!whole) {
            return from + " to under " + Written.text(field, breaks[k]);
        }
        String to = Written.text(field, Math.ceil(breaks[k]) - 1);
        return from.equals(to) ? from : from + " to " + to;
    }
}
