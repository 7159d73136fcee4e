package org.semblance.evaluate.privacy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Interval;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * The share of synthetic rows that share their keys with fewer than k - 1 others. Beside it the same of the real rows,
 * the smallest classes, and the share of synthetic rows in classes that hold 1 to k - 1 real rows: those point at few
 * people. Where all rows were real, 0 would be k-anonymity; a synthetic table can have small classes that are nobody's.
 * Cost: rows x keys.
 */
public final class KAnonymity implements Metric {
    private static final String NAME = "k-anonymity";

    /** The options. */
    public record Options(
            @Option(KeyColumns.DOC) List<String> keys,

            @Option(value = "Classes of fewer rows than this are small.", min = 2)
            int k,

            @Option(
                    value = "Whether a missing key is a value like others, or agrees with every value.",
                    choices = {"value", "any"})
            String missing) {}

    public static final Plugin<Metric> PLUGIN = Plugin.of(
            NAME,
            "The share of synthetic rows whose keys fewer than k of them have, beside that of the real rows.",
            new Options(List.of(), 5, "value"),
            KAnonymity::new);

    private final Options options;

    KAnonymity(Options options) {
        this.options = options;
    }

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.LOWER,
                "The share of synthetic rows in key classes of fewer than k = " + options.k + " synthetic rows.",
                "Sweeney 2002, doi:10.1142/S0218488502001648.");
    }

    @Override
    public Score measure(Comparison c, Run run) {
        KeyColumns keys = KeyColumns.of(options.keys, c);
        String why = keys.missing(c);
        if (why != null) {
            return Score.none(NAME, why + ".");
        }
        List<Labels> levels = keys.levels(0, c);
        RowClasses classes = RowClasses.of(levels, KeyColumns.rows(c));
        int[] real = classes.sizes(KeyColumns.REAL);
        int[] made = classes.of()[KeyColumns.SYNTHETIC];
        long[] ofReal = sizes(c.wholeReal(), keys.names());
        long[] ofMade = sizes(c.wholeSynthetic(), keys.names());
        double few = Arrays.stream(made)
                .filter(q -> real[q] > 0 && real[q] < options.k)
                .count();
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("real rows", below(ofReal));
        parts.put("smallest class of real rows", smallest(ofReal));
        parts.put("smallest class of synthetic rows", smallest(ofMade));
        parts.put("synthetic rows in small classes of real rows", few / made.length);
        double value = below(ofMade);
        return new Score(NAME, value, parts)
                .interval(Interval.ofShare(value, made.length))
                .note(keys.note());
    }

    /** Per row, how many have its keys. */
    private long[] sizes(Table table, List<String> keys) {
        List<Labels> levels = Levels.of(table, keys);
        if (options.missing.equals("any")) {
            return KeyFrequencies.of(levels, new double[table.rows()]).rows();
        }
        RowClasses classes = RowClasses.of(levels, table.rows());
        int[] sizes = classes.sizes(0);
        return Arrays.stream(classes.of()[0]).mapToLong(q -> sizes[q]).toArray();
    }

    private double below(long[] sizes) {
        return Arrays.stream(sizes).filter(size -> size < options.k).count() / (double) sizes.length;
    }

    private static double smallest(long[] sizes) {
        return Arrays.stream(sizes).mapToDouble(size -> size).min().orElse(Double.NaN);
    }
}
