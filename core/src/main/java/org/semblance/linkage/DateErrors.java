package org.semblance.linkage;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * Dates that go wrong as dates: day and month exchanged, the first of January for a day that nobody knows, another
 * century, a few days off. What is not a date of the column's pattern is not eligible, nor a date that
 * would stay as it is; what comes out is always a day of the calendar.
 */
final class DateErrors implements Corruption {
    /** What becomes of a date; {@link DateText#NONE} or the same where it cannot go wrong this way. */
    private interface Way {
        long of(long date, DateText text, Rng rng);
    }

    record FirstOptions(
            @Option("Whether the month is lost too; if not, it is the first of the same month.")
            boolean january) {}

    record OffsetOptions(
            @Option(value = "At most so many, earlier or later.", min = 1, max = 36500)
            int most,

            @Option(
                    value = "What is counted; days past a month's end become its last.",
                    choices = {"days", "months", "years"})
            String unit) {}

    static final Plugin<Corruption> SWAP = Plugin.of(
            "day-month-swap",
            "Day and month are exchanged; days after the 12th and double ones are not eligible.",
            new Plugin.NoOptions(),
            none -> new DateErrors(DateErrors::swapped));

    static final Plugin<Corruption> FIRST = Plugin.of(
            "first-of-january",
            "The day that stands for an unknown one: the first of January, or of the month.",
            new FirstOptions(true),
            options -> new DateErrors((date, text, rng) ->
                    DateText.date(DateText.year(date), options.january() ? 1 : DateText.month(date), 1)));

    static final Plugin<Corruption> CENTURY = Plugin.of(
            "century",
            "The year is a hundred years off: 2025 for 1925, 1912 for 2012.",
            new Plugin.NoOptions(),
            none -> new DateErrors(DateErrors::century));

    static final Plugin<Corruption> OFFSET = Plugin.of(
            "date-offset",
            "The date is a few days, months or years off; every distance is as likely.",
            new OffsetOptions(50, "days"),
            options -> new DateErrors((date, text, rng) -> {
                int far = 1 + rng.nextInt(options.most());
                int by = rng.nextBoolean() ? far : -far;
                return switch (options.unit()) {
                    case "days" -> DateText.plusDays(date, by);
                    case "months" -> DateText.plusMonths(date, by);
                    default -> DateText.plusMonths(date, 12 * by);
                };
            }));

    private static final int PIVOT = 1950;

    private final Way way;

    private DateErrors(Way way) {
        this.way = way;
    }

    private static long swapped(long date, DateText text, Rng rng) {
        int month = DateText.month(date);
        int day = DateText.dayOfMonth(date);
        return day > 12 ? DateText.NONE : DateText.date(DateText.year(date), day, month);
    }

    private static long century(long date, DateText text, Rng rng) {
        // Two digits that were taken for the other century: 25 of 1925, but 87 of 1987 for 1887.
        int year = DateText.year(date) + (DateText.year(date) < PIVOT ? 100 : -100);
        int day = Math.min(DateText.dayOfMonth(date), DateText.length(year, DateText.month(date)));
        return text.fullYears() ? DateText.date(year, DateText.month(date), day) : DateText.NONE;
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role().isDate();
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null) {
            return false;
        }
        DateText text = row.dates(variable);
        long date = text.day(cell);
        if (date == DateText.NONE) {
            return false;
        }
        long wrong = way.of(date, text, rng);
        if (wrong == DateText.NONE) {
            return false;
        }
        StringBuilder out = row.text();
        text.write(wrong, out);
        if (cell.contentEquals(out)) {
            return false;
        }
        row.set(variable, out.toString());
        return true;
    }
}
