package org.semblance.evaluate.fair;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.semblance.table.Kind;

/**
 * Numbers in about four ranges of equally many values. Their edges are rounded, so that none is the value of a row.
 * Numbers of at most 6 different values are groups of their own.
 */
final class Ranges {
    private static final int COUNT = 4;
    private static final int FEW_VALUES = 6;
    /** Edges are rounded to a step of about this share of the middle 90 %. */
    private static final double STEP = 1 / 20.0;

    private static final double MICROS = 1e6;
    private static final double DAY = 86_400;

    private final double[] edges;
    private final boolean values;
    private final int decimals;
    private final Kind kind;

    private Ranges(double[] edges, boolean values, int decimals, Kind kind) {
        this.edges = edges;
        this.values = values;
        this.decimals = decimals;
        this.kind = kind;
    }

    /** @param numbers NaN where missing */
    static Ranges of(double[] numbers, Kind kind) {
        double[] sorted =
                Arrays.stream(numbers).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] distinct = Arrays.stream(sorted)
                .map(v -> v + 0.0)
                .distinct()
                .limit(FEW_VALUES + 1)
                .toArray();
        if (distinct.length <= FEW_VALUES) {
            boolean whole = Arrays.stream(distinct).allMatch(v -> v == Math.rint(v));
            return new Ranges(distinct, true, whole ? 0 : 3, kind);
        }
        double middle = quantile(sorted, 0.95) - quantile(sorted, 0.05);
        double rough = (middle > 0 ? middle : sorted[sorted.length - 1] - sorted[0]) * STEP;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step =
                rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
        double[] edges = new double[COUNT - 1];
        for (int k = 1; k < COUNT; k++) {
            edges[k - 1] = Math.rint(quantile(sorted, k / (double) COUNT) / step) * step;
        }
        double lowest = sorted[0];
        double[] kept =
                Arrays.stream(edges).distinct().filter(edge -> edge > lowest).toArray();
        return new Ranges(kept, false, (int) Math.max(0, -Math.floor(Math.log10(step))), kind);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    /** What the ranges, or the values, are called, ascending. */
    List<String> names() {
        if (values) {
            return Arrays.stream(edges).mapToObj(this::text).toList();
        }
        if (edges.length == 0) {
            return List.of("all");
        }
        List<String> out = new ArrayList<>();
        out.add("below " + text(edges[0]));
        for (int k = 1; k < edges.length; k++) {
            out.add(text(edges[k - 1]) + " up to " + text(edges[k]));
        }
        out.add(text(edges[edges.length - 1]) + " or more");
        return out;
    }

    /** The position of the name; -1 for a value that is none of the few. */
    int code(double value) {
        if (values) {
            int found = Arrays.binarySearch(edges, value + 0.0);
            return found < 0 ? -1 : found;
        }
        int at = 0;
        while (at < edges.length && value >= edges[at]) {
            at++;
        }
        return at;
    }

    private String text(double value) {
        return switch (kind) {
            case DATE -> LocalDate.ofEpochDay((long) value).toString();
            case DATETIME ->
                LocalDate.ofEpochDay((long) Math.floor(value / MICROS / DAY)).toString();
            case TIME ->
                LocalTime.ofSecondOfDay((long) Math.max(0, Math.min(DAY - 1, value / MICROS)))
                        .toString();
            default -> String.format(Locale.ROOT, "%." + decimals + "f", value);
        };
    }
}
