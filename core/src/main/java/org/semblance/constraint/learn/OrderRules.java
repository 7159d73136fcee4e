package org.semblance.constraint.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * One column is never above another: {@code a <= b}, or {@code a < b} where neighbours occur and equal values do not.
 *
 * <p>Compared are numbers with numbers, days and moments with each other, and times of day. Left out is what would hold
 * of unrelated columns too, because their ranges hardly overlap: were rows paired at random, at least 5 % and 20 rows
 * of those drawn would have to break it. Left out too is what follows from other orders (a <= c from a <= b and b <= c).
 * Cost: for each pair of columns, rows until the order is broken too often, mostly few.
 */
public final class OrderRules {
    private static final double LEAST_SHARE = 0.05;
    private static final double LEAST_ROWS = 20;

    /** Columns equal but for this share are no matter of order. */
    private static final double MOSTLY = 0.01;

    private static final int PAIRED = 2_000;
    private static final double MICROS_PER_DAY = 86_400e6;

    /** @param byChance the share of rows that would break it if the columns were unrelated */
    private record Found(int low, int high, double byChance) {}

    /** Scales bring both columns to one unit. */
    public record Order(int low, int high, double lowScale, double highScale, boolean strict, String words)
            implements Rule {
        @Override
        public Family family() {
            return Family.ORDER;
        }

        @Override
        public Check in(Table table) {
            NumberColumn a = table.numbers(low);
            NumberColumn b = table.numbers(high);
            return row -> {
                if (a.isMissing(row) || b.isMissing(row)) {
                    return Verdict.SILENT;
                }
                double gap = b.get(row) * highScale - a.get(row) * lowScale;
                return Rule.verdict(strict ? gap > 0 : gap >= 0);
            };
        }
    }

    private OrderRules() {}

    static List<Rule> find(Drawn drawn, Run run) {
        int[] columns = drawn.numeric();
        List<List<Found>> found = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            found.add(new ArrayList<>());
        }
        double[][] some = new double[columns.length][];
        run.parallel(columns.length, i -> some[i] = some(drawn.numbers()[columns[i]], scale(drawn.kind(columns[i]))));
        run.parallel(columns.length, i -> {
            for (int j = 0; j < columns.length; j++) {
                if (i != j && dimension(drawn.kind(columns[i])) == dimension(drawn.kind(columns[j]))) {
                    double byChance = byChance(drawn, columns[i], columns[j], above(some[i], some[j]));
                    if (!Double.isNaN(byChance)) {
                        found.get(i).add(new Found(columns[i], columns[j], byChance));
                    }
                }
            }
        });
        // Columns that are near each other first: what holds across them then follows.
        List<Found> all = new ArrayList<>(found.stream().flatMap(List::stream).toList());
        all.sort(Comparator.comparingDouble((Found one) -> -one.byChance)
                .thenComparingInt(one -> one.low)
                .thenComparingInt(one -> one.high));
        Reachable known = new Reachable(drawn.all().width());
        List<Rule> out = new ArrayList<>();
        for (Found one : all) {
            if (!known.follows(one.low, one.high)) {
                known.add(one.low, one.high);
                out.add(rule(drawn, one));
            }
        }
        return out;
    }

    /** What may be compared: 0 amounts, 1 days and moments, 2 times of day. */
    private static int dimension(Kind kind) {
        return switch (kind) {
            case DATE, DATETIME -> 1;
            case TIME -> 2;
            default -> 0;
        };
    }

    private static double scale(Kind kind) {
        return kind == Kind.DATE ? MICROS_PER_DAY : 1;
    }

    /** The share of unrelated rows that would break a <= b, as given; NaN where drawn rows break it or it is small. */
    private static double byChance(Drawn drawn, int a, int b, double share) {
        double[] low = drawn.numbers()[a];
        double[] high = drawn.numbers()[b];
        double lowScale = scale(drawn.kind(a));
        double highScale = scale(drawn.kind(b));
        if (share < LEAST_SHARE) {
            return Double.NaN;
        }
        double allowed = Learning.RARELY * low.length;
        int both = 0;
        int broken = 0;
        int equal = 0;
        for (int i = 0; i < low.length; i++) {
            double gap = high[i] * highScale - low[i] * lowScale;
            both += Double.isNaN(gap) ? 0 : 1;
            broken += gap < 0 ? 1 : 0;
            equal += gap == 0 ? 1 : 0;
            if (broken > allowed) {
                return Double.NaN;
            }
        }
        if (both < Learning.LEAST_ROWS || equal >= both * (1 - MOSTLY)) {
            return Double.NaN;
        }
        return share * both >= LEAST_ROWS ? share : Double.NaN;
    }

    /** Up to so many of the values, spread over the rows, ascending. */
    private static double[] some(double[] values, double scale) {
        double[] present =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        int count = Math.min(PAIRED, present.length);
        double[] out = new double[count];
        for (int k = 0; k < count; k++) {
            out[k] = present[(int) ((long) k * present.length / count)] * scale;
        }
        Arrays.sort(out);
        return out;
    }

    /** The share of pairs in which the first is above the second. */
    private static double above(double[] first, double[] second) {
        double pairs = 0;
        int below = 0;
        for (double value : first) {
            while (below < second.length && second[below] < value) {
                below++;
            }
            pairs += below;
        }
        return pairs / first.length / second.length;
    }

    private static Rule rule(Drawn drawn, Found found) {
        double[] low = drawn.numbers()[found.low];
        double[] high = drawn.numbers()[found.high];
        double lowScale = scale(drawn.kind(found.low));
        double highScale = scale(drawn.kind(found.high));
        double step = Math.max(drawn.steps()[found.low] * lowScale, drawn.steps()[found.high] * highScale);
        int equal = 0;
        int neighbours = 0;
        for (int i = 0; i < low.length; i++) {
            double gap = high[i] * highScale - low[i] * lowScale;
            equal += gap == 0 ? 1 : 0;
            neighbours += gap > 0 && gap <= 1.000001 * step ? 1 : 0;
        }
        boolean strict = neighbours >= LEAST_ROWS && equal <= Learning.RARELY * neighbours;
        String words = drawn.name(found.low) + (strict ? " < " : " <= ") + drawn.name(found.high);
        return new Order(found.low, found.high, lowScale, highScale, strict, words);
    }
}
