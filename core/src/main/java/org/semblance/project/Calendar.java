package org.semblance.project;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.semblance.io.DatePattern;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/** Dates, times and date-times, every one between two as likely as any other. */
final class Calendar implements Make {
    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;

    record Dates(
            @Option("The first date, as 2024-01-31") String from,
            @Option("The last date") String to,

            @Option("How it is written, as dd/MM/yyyy; as 2024-01-31 where it is left out")
            String pattern) {}

    record Times(
            @Option("The first time, as 13:45 or 13:45:10") String from,
            @Option("The last time") String to,

            @Option(value = "Seconds from one possible time to the next", min = 1, max = 86_400)
            int step,

            @Option("How it is written, as HH:mm; as 13:45:10 where it is left out")
            String pattern) {}

    record DateTimes(
            @Option("The first date, or date and time as 2024-01-31T13:45")
            String from,

            @Option("The last date (all of it) or date and time")
            String to,

            @Option(value = "Seconds from one possible time to the next", min = 1, max = 31_536_000)
            int step,

            @Option("How it is written, as yyyy-MM-dd HH:mm")
            String pattern) {}

    static final Plugin<Make> DATE =
            Plugin.of("date", "A date between two.", new Dates("2000-01-01", "2029-12-31", ""), Calendar::dates);

    static final Plugin<Make> TIME =
            Plugin.of("time", "A time of day between two.", new Times("00:00", "23:59:59", 1, ""), Calendar::times);

    static final Plugin<Make> DATETIME = Plugin.of(
            "datetime",
            "A date and time between two.",
            new DateTimes("2000-01-01", "2029-12-31", 1, ""),
            Calendar::dateTimes);

    private final Kind kind;
    private final Format format;
    private final long from;
    private final long step;
    private final long count;

    private Calendar(Kind kind, String pattern, long from, long to, long step) {
        if (from > to) {
            throw ProblemException.usage(Problem.of("from lies after to.").fix("Exchange them."));
        }
        this.kind = kind;
        this.format = Format.PLAIN.pattern(pattern(kind, pattern));
        this.from = from;
        this.step = step;
        this.count = (to - from) / step + 1;
    }

    private static Calendar dates(Dates o) {
        return new Calendar(
                Kind.DATE,
                o.pattern,
                date("from", o.from).toEpochDay(),
                date("to", o.to).toEpochDay(),
                1);
    }

    private static Calendar times(Times o) {
        return new Calendar(Kind.TIME, o.pattern, time("from", o.from), time("to", o.to), o.step * SECOND);
    }

    private static Calendar dateTimes(DateTimes o) {
        boolean wholeDay = !o.to.contains("T") && !o.to.contains(" ");
        long to = dateTime("to", o.to) + (wholeDay ? DAY - SECOND : 0);
        return new Calendar(Kind.DATETIME, o.pattern, dateTime("from", o.from), to, o.step * SECOND);
    }

    private static LocalDate date(String name, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new DateTimeException("year");
            }
            return date;
        } catch (DateTimeException e) {
            throw ProblemException.usage(
                    Problem.of(name + " is \"" + text + "\", but must be a date written as 2024-01-31."));
        }
    }

    private static long time(String name, String text) {
        try {
            return LocalTime.parse(text).toNanoOfDay() / 1000;
        } catch (DateTimeException e) {
            throw ProblemException.usage(
                    Problem.of(name + " is \"" + text + "\", but must be a time written as 13:45 or 13:45:10."));
        }
    }

    private static long dateTime(String name, String text) {
        if (text.length() <= 10) {
            return date(name, text).toEpochDay() * DAY;
        }
        try {
            LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
            date(name, text.substring(0, 10));
            return time.toEpochSecond(ZoneOffset.UTC) * SECOND + time.getNano() / 1000;
        } catch (DateTimeException e) {
            throw ProblemException.usage(
                    Problem.of(name + " is \"" + text + "\", but must be written as 2024-01-31 or 2024-01-31T13:45."));
        }
    }

    private static String pattern(Kind kind, String pattern) {
        if (pattern.isEmpty()) {
            return pattern;
        }
        try {
            if (DatePattern.of(pattern).kind() == kind) {
                return pattern;
            }
        } catch (RuntimeException e) {
            // Said below: the reason inside is about letters, which the examples show better.
        }
        String example = kind == Kind.DATE ? "dd/MM/yyyy" : kind == Kind.TIME ? "HH:mm" : "yyyy-MM-dd HH:mm:ss";
        throw ProblemException.usage(Problem.of(
                "pattern is \"" + pattern + "\", but must write a " + kind.word() + ", as " + example + " does."));
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Format format() {
        return format;
    }

    @Override
    public Column draw(long first, int rows, Rng column) {
        Rng rng = column.child(first);
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            // Up to 3e11 possible values: 53 random bits spread evenly over them.
            values[i] = from + step * (long) (rng.nextDouble() * count);
        }
        return NumberColumn.of(values);
    }
}
