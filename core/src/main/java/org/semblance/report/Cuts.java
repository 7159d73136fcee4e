package org.semblance.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import org.semblance.table.Kind;

/**
 * An axis cut at round values, open at both ends: value v lies in stretch k where {@code edges[k-1] <= v < edges[k]}.
 * Round values are no values of rows, and the ends hide the smallest and the largest.
 */
final class Cuts {
    private static final double MICROS_PER_DAY = 86_400e6;
    private static final double MICROS_PER_SECOND = 1e6;

    /** Smaller steps cannot be written as powers of ten. */
    private static final double TINY = 1e-290;

    /** Seconds of a step within a day. */
    private static final long[] SECONDS = {1, 5, 15, 60, 300, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200};

    /** Days of a step; from 28 on they are months, from 365 on years. */
    private static final int[] DAYS = {1, 7};

    private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000};

    private final Kind kind;
    private final double[] edges;
    private final Step step;

    /** How far apart edges are, in one of four units. */
    private record Step(Unit unit, double size) {}

    private enum Unit {
        PLAIN,
        SECONDS,
        DAYS,
        MONTHS
    }

    private Cuts(Kind kind, Step step, double[] edges) {
        this.kind = kind;
        this.step = step;
        this.edges = edges;
    }

    /**
     * Between two values (usually the 1st and 99th percentile), which themselves lie in the first and the last stretch.
     *
     * @param most stretches, both ends included; at least 4
     */
    static Cuts between(double low, double high, Kind kind, int most) {
        Step step = step(low, high, kind, most - 2);
        return new Cuts(kind, step, edges(low, high, kind, step, most));
    }

    private static Step step(double low, double high, Kind kind, int most) {
        double range = high - low;
        if (kind == Kind.TIME || kind == Kind.DATETIME) {
            for (long seconds : SECONDS) {
                if (range / (seconds * MICROS_PER_SECOND) <= most) {
                    return new Step(Unit.SECONDS, seconds);
                }
            }
            if (kind == Kind.TIME) {
                return new Step(Unit.SECONDS, 43_200);
            }
        }
        if (kind == Kind.DATE || kind == Kind.DATETIME) {
            double days = kind == Kind.DATE ? range : range / MICROS_PER_DAY;
            for (int size : DAYS) {
                if (days / size <= most) {
                    return new Step(Unit.DAYS, size);
                }
            }
            for (int months : MONTHS) {
                if (days / (months * 30.4) <= most - 1) {
                    return new Step(Unit.MONTHS, months);
                }
            }
            return new Step(Unit.MONTHS, 120_000);
        }
        // Doubles of this size cannot be told apart more finely.
        double least = Math.max(TINY, 4 * Math.ulp(Math.max(Math.abs(low), Math.abs(high))));
        range = range > 0 ? range : 1;
        return new Step(Unit.PLAIN, plain(Math.max(range, least), kind == Kind.WHOLE, most));
    }

    /** The smallest of 1, 2, 2.5 and 5 times a power of ten that cuts the range in few enough. */
    private static double plain(double range, boolean whole, int most) {
        int power = (int) Math.floor(Math.log10(range / most)) - 1;
        for (; ; power++) {
            for (double lead : new double[] {1, 2, 2.5, 5}) {
                double size = BigDecimal.valueOf(lead).scaleByPowerOfTen(power).doubleValue();
                boolean fits = !whole || size >= 1 && size == Math.rint(size);
                if (fits && range / size <= most) {
                    return size;
                }
            }
        }
    }

    private static double[] edges(double low, double high, Kind kind, Step step, int most) {
        double[] out = new double[most + 2];
        int n = 0;
        double edge = Double.NEGATIVE_INFINITY;
        for (long k = first(low, kind, step); n < out.length && (edge <= high || n == 0); k++) {
            edge = edge(k, kind, step);
            if (edge > (n == 0 ? low : out[n - 1]) && (edge <= high || n == 0)) {
                out[n++] = edge;
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** The number of an edge at or below a value. */
    private static long first(double low, Kind kind, Step step) {
        return switch (step.unit) {
            case PLAIN -> (long) Math.floor(low / step.size) - 1;
            case SECONDS -> (long) Math.floor(low / (step.size * MICROS_PER_SECOND)) - 1;
            case DAYS -> (long) Math.floor(day(low, kind).toEpochDay() / step.size) - 2;
            case MONTHS -> {
                LocalDate day = day(low, kind);
                yield (long) Math.floor((day.getYear() * 12L + day.getMonthValue() - 1) / step.size) - 1;
            }
        };
    }

    private static double edge(long k, Kind kind, Step step) {
        return switch (step.unit) {
            case PLAIN -> times(k, step.size);
            case SECONDS -> k * step.size * MICROS_PER_SECOND;
            case DAYS -> {
                LocalDate day = LocalDate.ofEpochDay((long) (k * step.size));
                yield value(step.size == 7 ? day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)) : day, kind);
            }
            case MONTHS -> {
                long months = (long) (k * step.size);
                yield value(
                        LocalDate.of((int) Math.floorDiv(months, 12L), (int) Math.floorMod(months, 12L) + 1, 1), kind);
            }
        };
    }

    /** Without the noise of a floating product: 3 steps of 0.1 are 0.3. */
    private static double times(long k, double size) {
        return BigDecimal.valueOf(size).multiply(BigDecimal.valueOf(k)).doubleValue();
    }

    private static LocalDate day(double value, Kind kind) {
        double days = kind == Kind.DATE ? value : value / MICROS_PER_DAY;
        return LocalDate.ofEpochDay((long) Math.max(-300_000_000, Math.min(300_000_000, Math.floor(days))));
    }

    private static double value(LocalDate day, Kind kind) {
        return kind == Kind.DATE ? day.toEpochDay() : day.toEpochDay() * MICROS_PER_DAY;
    }

    /** How many stretches there are: one more than edges. */
    int size() {
        return edges.length + 1;
    }

    /** The stretch a value lies in. */
    int of(double value) {
        int at = Arrays.binarySearch(edges, value);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** The beginning of a stretch on the axis; empty for the first, which has none. */
    String start(int stretch) {
        return stretch == 0 ? "" : text(edges[stretch - 1]);
    }

    /** Stretches {@code from} to {@code to}, the last one included, in words. */
    String label(int from, int to) {
        if (from == 0 && to == size() - 1) {
            return Words.of("cut.all");
        }
        if (from == 0) {
            String how = kind == Kind.WHOLE ? "cut.upTo" : step.unit == Unit.PLAIN ? "cut.below" : "cut.before";
            return Words.of(how, kind == Kind.WHOLE ? last(to) : text(edges[to]));
        }
        String start = text(edges[from - 1]);
        if (to == size() - 1) {
            return Words.of(step.unit == Unit.PLAIN ? "cut.from" : "cut.since", start);
        }
        String end = last(to);
        return start.equals(end) ? start : Words.of("cut.between", start, end);
    }

    /** The last value of a stretch where values are whole, else its end. */
    private String last(int stretch) {
        double edge = edges[stretch];
        if (kind == Kind.WHOLE) {
            return text(edge - 1);
        }
        if (step.unit == Unit.MONTHS) {
            LocalDate before = day(edge, kind).minusDays(1);
            return date(before);
        }
        if (step.unit == Unit.DAYS) {
            return date(day(edge, kind).minusDays(1));
        }
        return text(edge);
    }

    private String text(double value) {
        return switch (step.unit) {
            case PLAIN -> plain(value);
            case SECONDS -> time(value);
            case DAYS, MONTHS -> date(day(value, kind));
        };
    }

    private String date(LocalDate day) {
        if (step.unit == Unit.DAYS) {
            return day.toString();
        }
        return step.size % 12 == 0
                ? Integer.toString(day.getYear())
                : String.format(Locale.ROOT, "%04d-%02d", day.getYear(), day.getMonthValue());
    }

    private String time(double value) {
        long micros = (long) value;
        String pattern = step.size < 60 ? "%02d:%02d:%02d" : "%02d:%02d";
        if (kind == Kind.TIME) {
            LocalTime time = LocalTime.ofNanoOfDay(Math.floorMod(micros, (long) MICROS_PER_DAY) * 1000);
            return String.format(Locale.ROOT, pattern, time.getHour(), time.getMinute(), time.getSecond());
        }
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), 0, ZoneOffset.UTC);
        return time.toLocalDate() + " "
                + String.format(Locale.ROOT, pattern, time.getHour(), time.getMinute(), time.getSecond());
    }

    private String plain(double value) {
        double size = Math.abs(value);
        if (size >= 1e9 || (size > 0 && step.size < 1e-6)) {
            return String.format(Locale.ROOT, "%.4g", value);
        }
        int decimals =
                Math.max(0, BigDecimal.valueOf(step.size).stripTrailingZeros().scale());
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        // Four digits may be a year.
        String form = size < 10_000 ? "%." : "%,.";
        return String.format(Locale.ROOT, form + decimals + "f", rounded.signum() == 0 ? BigDecimal.ZERO : rounded);
    }
}
