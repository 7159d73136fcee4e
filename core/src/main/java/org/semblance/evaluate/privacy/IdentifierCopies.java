package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.semblance.evaluate.About;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.plugin.Plugin;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/**
 * The share of synthetic keys, identifiers and texts that also stand in the real table, in the worst such column.
 *
 * <p>Names and cities are found by chance too: beside each column stands what the holdout shares with the real table.
 * Keys that only count rows (1, 2, 3; P0001) are left out: new ones are the same numbers. Only whole values are
 * compared, letter by letter, and only counts are told. Figures: per column the rows with a value, those that are
 * copied, the different values copied, and how many of these belong to a single real row. Cost: one pass.
 */
public final class IdentifierCopies implements Metric {
    public static final Plugin<Metric> PLUGIN = Plugin.of(
            "identifier-copies",
            "The share of synthetic names, keys and texts that stand in the real table, in the worst column; 0 is none.",
            new Plugin.NoOptions(),
            options -> new IdentifierCopies());

    private static final int MOST_DIGITS = 15;

    /** Numbers that fill so much of their range count rows; four fifths of them are left of a split table. */
    private static final double DENSE = 0.3;

    @Override
    public About about() {
        return new About(
                About.Aspect.PRIVATE,
                About.Better.FRESH,
                "Per column of keys, identifiers or text, the share of synthetic values that also occur in the real column;"
                        + " the highest of them.",
                "A count; beside it, the same share of the holdout.");
    }

    /** A column's values that occur in the real table. */
    private record Copies(int values, int copied, int different, int ofOne) {
        double share() {
            return values == 0 ? Double.NaN : (double) copied / values;
        }

        static Copies of(CodeColumn column, Map<String, Integer> real) {
            int values = 0;
            int copied = 0;
            Set<Integer> different = new HashSet<>();
            int[] known = column.labels().stream()
                    .mapToInt(label -> real.getOrDefault(label, 0))
                    .toArray();
            for (int i = 0; i < column.size(); i++) {
                if (!column.isMissing(i)) {
                    values++;
                    if (known[column.code(i)] > 0) {
                        copied++;
                        different.add(column.code(i));
                    }
                }
            }
            int ofOne =
                    (int) different.stream().filter(code -> known[code] == 1).count();
            return new Copies(values, copied, different.size(), ofOne);
        }
    }

    @Override
    public Score measure(Comparison c, Run run) {
        Table real = c.wholeReal();
        List<String> names = names(c);
        if (names.isEmpty()) {
            return Score.none("identifier-copies", "There is no column of keys, identifiers or text.");
        }
        List<String> counting = names.stream()
                .filter(name -> serial((CodeColumn) real.column(name)))
                .toList();
        String note =
                counting.isEmpty() ? "" : "Left out, because it only counts rows: " + String.join(", ", counting) + ".";
        double worst = names.size() == counting.size() ? 0 : Double.NaN;
        Map<String, Double> parts = new LinkedHashMap<>();
        Figures.Builder figures = Figures.of(
                "Copied identifiers",
                "values",
                "copied",
                "different ones",
                "of a single real row",
                "share",
                "share of the holdout");
        for (String name : names) {
            if (counting.contains(name)) {
                continue;
            }
            Map<String, Integer> counts = counts((CodeColumn) real.column(name));
            Copies copies = Copies.of((CodeColumn) c.wholeSynthetic().column(name), counts);
            double fresh = Double.NaN;
            Table holdout = c.wholeHoldout();
            if (holdout != null
                    && holdout.schema().find(name) >= 0
                    && holdout.column(name) instanceof CodeColumn held) {
                fresh = Copies.of(held, counts).share();
            }
            worst = Double.isNaN(worst)
                    ? copies.share()
                    : Math.max(worst, Double.isNaN(copies.share()) ? worst : copies.share());
            parts.put(name, copies.share());
            figures.row(name, copies.values, copies.copied, copies.different, copies.ofOne, copies.share(), fresh);
        }
        return new Score("identifier-copies", worst, parts)
                .figures(figures.build())
                .note(note);
    }

    /** Columns that are keys, identifiers or text in the real table, and texts in the synthetic one. */
    private static List<String> names(Comparison c) {
        Table real = c.wholeReal();
        List<String> names = new ArrayList<>();
        IntStream.range(0, real.width()).forEach(column -> {
            Kind kind = real.schema().field(column).kind();
            String name = real.schema().field(column).name();
            int there = c.wholeSynthetic().schema().find(name);
            if (!kind.modelled() && there >= 0 && c.wholeSynthetic().column(there) instanceof CodeColumn) {
                names.add(name);
            }
        });
        return names;
    }

    /** Whether values only count rows (1, 2, 3; P0001, P0002): new ones are the same numbers, and nobody's. */
    private static boolean serial(CodeColumn column) {
        List<String> labels = column.compact().labels();
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        String before = null;
        for (String label : labels) {
            int digits = label.length();
            while (digits > 0 && Character.isDigit(label.charAt(digits - 1))) {
                digits--;
            }
            String head = label.substring(0, digits);
            if (digits == label.length()
                    || label.length() - digits > MOST_DIGITS
                    || (before != null && !before.equals(head))) {
                return false;
            }
            before = head;
            long number = Long.parseLong(label.substring(digits));
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        return labels.size() > 1 && labels.size() >= DENSE * (high - low + 1);
    }

    private static Map<String, Integer> counts(CodeColumn column) {
        int[] counts = new int[column.labels().size()];
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                counts[column.code(i)]++;
            }
        }
        Map<String, Integer> out = new LinkedHashMap<>();
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0) {
                out.put(column.labels().get(k), counts[k]);
            }
        }
        return out;
    }
}
