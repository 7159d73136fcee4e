package org.semblance.linkage;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.semblance.io.ByteSink;

/**
 * Dates as a column writes them, read and written without making objects but the text itself. A date is a whole number
 * {@code year * 10000 + month * 100 + day}, so that parts are taken by division. Patterns have the letters y (2 or 4),
 * M (1, 2, or 3 and 4 for English names) and d, and anything between them, letters of other scripts too, as it stands.
 */
public final class DateText {
    /** What {@link #day} gives where the text is not a date of this pattern. */
    public static final long NONE = -1;

    static final String ISO = "yyyy-MM-dd";
    private static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private final String pattern;
    private final boolean iso;

    public DateText(String pattern) {
        this.pattern = pattern.isEmpty() ? ISO : pattern;
        iso = this.pattern.equals(ISO);
        for (int i = 0; i < this.pattern.length(); i++) {
            char c = this.pattern.charAt(i);
            if (c < 128 && Character.isLetter(c) && "yMd".indexOf(c) < 0) {
                throw new IllegalArgumentException("the pattern letter " + c + " is not understood");
            }
        }
    }

    static DateText of(Variable variable) {
        return new DateText(variable.pattern());
    }

    static int year(long date) {
        return (int) (date / 10_000);
    }

    static int month(long date) {
        return (int) (date / 100 % 100);
    }

    static int dayOfMonth(long date) {
        return (int) (date % 100);
    }

    /** The number of a date. */
    public static long date(int year, int month, int day) {
        return year * 10_000L + month * 100L + day;
    }

    /** Whether there is such a day. */
    static boolean exists(int year, int month, int day) {
        return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= length(year, month);
    }

    static int length(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** So many days later. */
    static long plusDays(long date, int days) {
        try {
            LocalDate moved =
                    LocalDate.of(year(date), month(date), dayOfMonth(date)).plusDays(days);
            return date(moved.getYear(), moved.getMonthValue(), moved.getDayOfMonth());
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /** So many months later, on the last day of the month where it is shorter. */
    static long plusMonths(long date, int months) {
        int all = year(date) * 12 + month(date) - 1 + months;
        int year = Math.floorDiv(all, 12);
        int month = Math.floorMod(all, 12) + 1;
        return year < 1 || year > 9999 ? NONE : date(year, month, Math.min(dayOfMonth(date), length(year, month)));
    }

    /** Whether a century can be told from the text. */
    boolean fullYears() {
        return pattern.contains("yyyy");
    }

    /** The date in the text, or {@link #NONE}. Years of two digits lie in 1969 to 2068 (POSIX strptime). */
    public long day(String text) {
        int year = 1970;
        int month = 1;
        int day = 1;
        int at = 0;
        for (int i = 0; i < pattern.length(); ) {
            char letter = pattern.charAt(i);
            int count = run(i);
            i += count;
            if (letter == 'M' && count >= 3) {
                int found = name(text, at, count);
                if (found == 0) {
                    return NONE;
                }
                month = found;
                at += count == 3 ? 3 : MONTHS[found - 1].length();
                continue;
            }
            if ("yMd".indexOf(letter) < 0) {
                for (int k = 0; k < count; k++) {
                    if (at >= text.length() || text.charAt(at++) != letter) {
                        return NONE;
                    }
                }
                continue;
            }
            int most = Math.max(2, count);
            int start = at;
            int value = 0;
            while (at < text.length() && at - start < most && digit(text.charAt(at))) {
                value = value * 10 + text.charAt(at++) - '0';
            }
            if (at - start < count) {
                return NONE;
            }
            switch (letter) {
                case 'y' -> year = count == 2 ? value + (value < 69 ? 2000 : 1900) : value;
                case 'M' -> month = value;
                default -> day = value;
            }
        }
        return at == text.length() && exists(year, month, day) ? date(year, month, day) : NONE;
    }

    /** Writes the date. */
    public void write(long date, StringBuilder out) {
        ByteSink text = new ByteSink(32);
        write(date, text);
        out.append(text.text(0, text.size()));
    }

    /** Writes the date. */
    public void write(long date, ByteSink out) {
        if (iso) {
            out.lastDigits(year(date), 4);
            out.put('-');
            out.lastDigits(month(date), 2);
            out.put('-');
            out.lastDigits(dayOfMonth(date), 2);
            return;
        }
        for (int i = 0; i < pattern.length(); ) {
            char letter = pattern.charAt(i);
            int count = run(i);
            i += count;
            switch (letter) {
                case 'y' -> out.digits(count == 2 ? year(date) % 100 : year(date), count);
                case 'M' -> {
                    if (count < 3) {
                        out.digits(month(date), count);
                    } else {
                        String name = MONTHS[month(date) - 1];
                        out.put(count == 3 ? name.substring(0, 3) : name);
                    }
                }
                case 'd' -> out.digits(dayOfMonth(date), count);
                default -> out.put(pattern.substring(i - count, i));
            }
        }
    }

    /** How often the letter at {@code i} comes one after another. */
    private int run(int i) {
        int end = i + 1;
        while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(i)) {
            end++;
        }
        return end - i;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int name(String text, int at, int count) {
        for (int m = 0; m < 12; m++) {
            int length = count == 3 ? 3 : MONTHS[m].length();
            if (text.regionMatches(true, at, MONTHS[m], 0, length)) {
                return m + 1;
            }
        }
        return 0;
    }
}
