package org.semblance.constraint.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.semblance.math.TwoSamples;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * A number is the time between two columns of days, moments or times: {@code stay = leaving - arrival in days}, {@code
 * age = visit - birth in years}; exactly, or within one step (rounded, or full units only) where the number spreads over
 * at least 10 steps. Cost: for each three such columns and unit, rows until it fails.
 */
public final class ElapsedRules {
    private static final int TRIED = 200;
    private static final int MAY_FAIL = 2;
    private static final int LEAST = 50;
    private static final double SPREAD = 10;
    private static final double MICROS_PER_DAY = 86_400e6;

    /** A year is 365.2425 days on average; full years are off by up to a day or so. */
    private static final double LOOSE = 1.01;

    private static final double EXACT = 1e-6;

    /** What the time is counted in. */
    public enum Unit {
        YEARS(365.2425 * MICROS_PER_DAY),
        WEEKS(7 * MICROS_PER_DAY),
        DAYS(MICROS_PER_DAY),
        HOURS(3_600e6),
        MINUTES(60e6),
        SECONDS(1e6),
        MILLISECONDS(1e3);

        private final double micros;

        Unit(double micros) {
            this.micros = micros;
        }
    }

    /** {@code scales} bring both times to microseconds and then to the unit. */
    public record Elapsed(int from, int to, int number, Unit unit, double[] scales, double slack, String words)
            implements Rule {
        @Override
        public Family family() {
            return Family.ARITHMETIC;
        }

        @Override
        public Check in(Table table) {
            NumberColumn start = table.numbers(from);
            NumberColumn end = table.numbers(to);
            NumberColumn amount = table.numbers(number);
            return row -> {
                double off = off(start.get(row), end.get(row), amount.get(row));
                return Double.isNaN(off) ? Verdict.SILENT : Rule.verdict(off <= slack);
            };
        }

        Elapsed say(String how) {
            return new Elapsed(from, to, number, unit, scales, slack, how);
        }

        private double off(double start, double end, double amount) {
            return Math.abs(end * scales[1] - start * scales[0] - amount);
        }
    }

    private ElapsedRules() {}

    static List<Rule> find(Drawn drawn, Run run) {
        int[] times =
                Arrays.stream(drawn.numeric()).filter(c -> !drawn.amount(c)).toArray();
        int[] amounts = Arrays.stream(drawn.numeric()).filter(drawn::amount).toArray();
        List<List<Rule>> found = new ArrayList<>();
        for (int i = 0; i < times.length; i++) {
            found.add(new ArrayList<>());
        }
        double[] ranges = new double[drawn.all().width()];
        run.parallel(amounts.length, i -> ranges[amounts[i]] = range(drawn.numbers()[amounts[i]]));
        run.parallel(times.length, i -> {
            for (int to : times) {
                boolean clock = drawn.kind(to) == Kind.TIME;
                if (to != times[i] && clock == (drawn.kind(times[i]) == Kind.TIME)) {
                    for (int amount : amounts) {
                        if (ranges[amount] > 0) {
                            between(drawn, times[i], to, amount, ranges[amount], found.get(i));
                        }
                    }
                }
            }
        });
        return found.stream().flatMap(List::stream).toList();
    }

    /** Between the quantiles of 0.05 and 0.95 of some of the values. */
    private static double range(double[] values) {
        double[] some = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .limit(TRIED)
                .sorted()
                .toArray();
        return TwoSamples.quantile(some, 0.95) - TwoSamples.quantile(some, 0.05);
    }

    private static void between(Drawn drawn, int from, int to, int amount, double range, List<Rule> out) {
        double step = drawn.steps()[amount];
        for (Unit unit : Unit.values()) {
            double[] scales = {scale(drawn, from) / unit.micros, scale(drawn, to) / unit.micros};
            // Words only of what holds: there may be millions of threes.
            Elapsed exact = new Elapsed(from, to, amount, unit, scales, EXACT * Math.max(1, range), "");
            if (holds(drawn, exact)) {
                out.add(exact.say(words(drawn, exact, unit)));
                return;
            }
            Elapsed loose = new Elapsed(from, to, amount, unit, scales, LOOSE * step, "");
            if (step > 0 && range >= SPREAD * step && holds(drawn, loose)) {
                out.add(loose.say(words(drawn, loose, unit) + ", rounded"));
                return;
            }
        }
    }

    private static String words(Drawn drawn, Elapsed rule, Unit unit) {
        return drawn.name(rule.number) + " = " + drawn.name(rule.to) + " - " + drawn.name(rule.from) + " in "
                + unit.name().toLowerCase(Locale.ROOT);
    }

    private static double scale(Drawn drawn, int column) {
        return drawn.kind(column) == Kind.DATE ? MICROS_PER_DAY : 1;
    }

    private static boolean holds(Drawn drawn, Elapsed rule) {
        double[] start = drawn.numbers()[rule.from];
        double[] end = drawn.numbers()[rule.to];
        double[] amount = drawn.numbers()[rule.number];
        int used = 0;
        int failed = 0;
        for (int row = 0; row < start.length && used < TRIED; row++) {
            double off = rule.off(start[row], end[row], amount[row]);
            if (!Double.isNaN(off)) {
                used++;
                failed += off <= rule.slack ? 0 : 1;
                if (failed > MAY_FAIL) {
                    return false;
                }
            }
        }
        return used >= LEAST && failed <= 0.01 * used;
    }
}
