package org.semblance.evaluate.valid;

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
final class ElapsedRules {
    private static final int TRIED = 200;
    private static final int MAY_FAIL = 2;
    private static final int LEAST = 50;
    private static final double SPREAD = 10;
    private static final double MICROS_PER_DAY = 86_400e6;

    /** A year is 365.2425 days on average; full years are off by up to a day or so. */
    private static final double LOOSE = 1.01;

    private static final double EXACT = 1e-6;

    private enum Unit {
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
    private record Elapsed(int from, int to, int number, double[] scales, double slack, String words) implements Rule {
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
        run.parallel(times.length, i -> {
            for (int to : times) {
                boolean clock = drawn.kind(to) == Kind.TIME;
                if (to != times[i] && clock == (drawn.kind(times[i]) == Kind.TIME)) {
                    for (int amount : amounts) {
                        between(drawn, times[i], to, amount, found.get(i));
                    }
                }
            }
        });
        return found.stream().flatMap(List::stream).toList();
    }

    private static void between(Drawn drawn, int from, int to, int amount, List<Rule> out) {
        double[] some = Arrays.stream(drawn.numbers()[amount])
                .filter(value -> !Double.isNaN(value))
                .limit(TRIED)
                .sorted()
                .toArray();
        double range = TwoSamples.quantile(some, 0.95) - TwoSamples.quantile(some, 0.05);
        if (!(range > 0)) {
            return;
        }
        double step = drawn.steps()[amount];
        for (Unit unit : Unit.values()) {
            double[] scales = {scale(drawn, from) / unit.micros, scale(drawn, to) / unit.micros};
            String words = drawn.name(amount) + " = " + drawn.name(to) + " - " + drawn.name(from) + " in "
                    + unit.name().toLowerCase(Locale.ROOT);
            Elapsed exact = new Elapsed(from, to, amount, scales, EXACT * Math.max(1, range), words);
            Elapsed loose = new Elapsed(from, to, amount, scales, LOOSE * step, words + ", rounded");
            if (holds(drawn, exact)) {
                out.add(exact);
                return;
            }
            if (step > 0 && range >= SPREAD * step && holds(drawn, loose)) {
                out.add(loose);
                return;
            }
        }
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
