package org.semblance.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.semblance.table.Kind;

/**
 * One way of writing dates, times or both, read and written without making objects. The pattern is what
 * {@link java.time.format.DateTimeFormatter} understands, of its letters y M d H h m s S a, quoted text,
 * and one part in square brackets at the end that may be left out when read and is always written.
 *
 * <p>Values are days since 1970-01-01 (DATE), microseconds of the day (TIME), microseconds since 1970-01-01T00:00
 * (DATETIME). Years of two digits lie in 1969 to 2068 (POSIX strptime). Calendar arithmetic: Hinnant,
 * chrono-compatible low-level date algorithms.
 */
public final class DatePattern {
    private static final List<String> MONTHS = List.of(
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
            "December");
    private static final int[] POWER = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};
    private static final long DAY = 86_400_000_000L;

    private record Item(char letter, int count, byte[] text) {}

    private final String pattern;
    private final Item[] items;
    private final Kind kind;

    private DatePattern(String pattern) {
        this.pattern = pattern;
        this.items = compile(pattern);
        boolean date = false;
        boolean time = false;
        for (Item item : items) {
            date |= "yMd".indexOf(item.letter()) >= 0;
            time |= "Hhms".indexOf(item.letter()) >= 0;
        }
        kind = date && time ? Kind.DATETIME : date ? Kind.DATE : Kind.TIME;
    }

    /** @throws IllegalArgumentException where the pattern has a letter that is not understood, or nothing to write */
    public static DatePattern of(String pattern) {
        return new DatePattern(pattern);
    }

    public String pattern() {
        return pattern;
    }

    /** DATE, TIME or DATETIME. */
    public Kind kind() {
        return kind;
    }

    private static Item[] compile(String pattern) {
        List<Item> items = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        boolean any = false;
        for (int i = 0; i < pattern.length(); ) {
            char c = pattern.charAt(i);
            if (c == '\'') {
                int close = pattern.indexOf('\'', i + 1);
                if (close < 0) {
                    throw new IllegalArgumentException("a quote in the pattern is not closed");
                }
                literal.append(close == i + 1 ? "'" : pattern.substring(i + 1, close));
                i = close + 1;
                continue;
            }
            if (c == '[' || c == ']') {
                flush(literal, items);
                items.add(new Item(c, 0, new byte[0]));
                i++;
                continue;
            }
            if (!Character.isLetter(c)) {
                literal.append(c);
                i++;
                continue;
            }
            if ("yMdHhmsSa".indexOf(c) < 0) {
                throw new IllegalArgumentException("the pattern letter " + c + " is not understood");
            }
            int run = i;
            while (run < pattern.length() && pattern.charAt(run) == c) {
                run++;
            }
            flush(literal, items);
            items.add(new Item(c, run - i, new byte[0]));
            any = true;
            i = run;
        }
        flush(literal, items);
        if (!any) {
            throw new IllegalArgumentException("the pattern has no part of a date or time");
        }
        return items.toArray(new Item[0]);
    }

    private static void flush(StringBuilder literal, List<Item> items) {
        if (literal.length() > 0) {
            items.add(new Item('\'', 0, literal.toString().getBytes(StandardCharsets.UTF_8)));
            literal.setLength(0);
        }
    }

    /** The value, or NaN where the text is not of this pattern or no such day or time exists. */
    double parse(byte[] b, int from, int to) {
        int year = 1970;
        int month = 1;
        int day = 1;
        int hour = 0;
        int minute = 0;
        int second = 0;
        int micros = 0;
        int half = -1;
        int at = from;
        for (Item item : items) {
            char letter = item.letter();
            if (letter == '[' && at == to) {
                break;
            }
            if (letter == '[' || letter == ']') {
                continue;
            }
            if (letter == '\'') {
                for (byte expected : item.text()) {
                    if (at >= to || b[at++] != expected) {
                        return Double.NaN;
                    }
                }
                continue;
            }
            if (letter == 'M' && item.count() >= 3) {
                int found = monthName(b, at, to, item.count());
                if (found == 0) {
                    return Double.NaN;
                }
                month = found & 0xFF;
                at += found >> 8;
                continue;
            }
            if (letter == 'a') {
                half = at + 2 <= to ? half(b[at], b[at + 1]) : -1;
                if (half < 0) {
                    return Double.NaN;
                }
                at += 2;
                continue;
            }
            int least = letter == 'S' ? 1 : letter == 'y' ? item.count() : item.count();
            int most = letter == 'S' ? 9 : letter == 'y' ? Math.max(2, item.count()) : 2;
            int value = 0;
            int start = at;
            while (at < to && at - start < most && b[at] >= '0' && b[at] <= '9') {
                value = value * 10 + b[at++] - '0';
            }
            int width = at - start;
            if (width < least) {
                return Double.NaN;
            }
            switch (letter) {
                case 'y' -> year = item.count() == 2 ? value + (value < 69 ? 2000 : 1900) : value;
                case 'M' -> month = value;
                case 'd' -> day = value;
                case 'H' -> hour = value;
                case 'h' -> hour = value < 1 || value > 12 ? 99 : value;
                case 'm' -> minute = value;
                case 's' -> second = value;
                default -> micros = width <= 6 ? value * POWER[6 - width] : value / POWER[width - 6];
            }
        }
        if (half >= 0) {
            hour = hour == 99 ? 99 : hour % 12 + 12 * half;
        }
        boolean fits = at == to
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= monthLength(year, month)
                && hour < 24
                && minute < 60
                && second < 60;
        if (!fits) {
            return Double.NaN;
        }
        long days = days(year, month, day);
        long time = ((hour * 60L + minute) * 60 + second) * 1_000_000L + micros;
        return kind == Kind.DATE ? days : kind == Kind.TIME ? time : days * DAY + time;
    }

    private static int half(byte first, byte second) {
        boolean m = second == 'm' || second == 'M';
        if (!m) {
            return -1;
        }
        return first == 'a' || first == 'A' ? 0 : first == 'p' || first == 'P' ? 1 : -1;
    }

    /** Month in the low byte and length of the name above it, or 0. */
    private static int monthName(byte[] b, int at, int to, int count) {
        for (int m = 0; m < 12; m++) {
            String name = MONTHS.get(m);
            int length = count == 3 ? 3 : name.length();
            boolean same = at + length <= to;
            for (int i = 0; i < length && same; i++) {
                same = (b[at + i] | 0x20) == (name.charAt(i) | 0x20);
            }
            if (same) {
                return length << 8 | (m + 1);
            }
        }
        return 0;
    }

    /** Writes a value; what lies between two of its units is rounded. */
    void format(double value, ByteSink out) {
        long whole = Math.round(value);
        long days = kind == Kind.DATE ? whole : kind == Kind.TIME ? 0 : Math.floorDiv(whole, DAY);
        long time = kind == Kind.DATE ? 0 : Math.floorMod(whole, DAY);
        long z = days + 719_468;
        long era = Math.floorDiv(z, 146_097L);
        long dayOfEra = z - era * 146_097;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shifted = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * shifted + 2) / 5 + 1;
        long month = shifted < 10 ? shifted + 3 : shifted - 9;
        long year = Math.max(0, yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
        long seconds = time / 1_000_000;
        for (Item item : items) {
            int count = item.count();
            switch (item.letter()) {
                case '[', ']' -> {}
                case '\'' -> out.put(item.text());
                case 'y' -> out.digits(count == 2 ? year % 100 : year, count);
                case 'M' -> month(out, (int) month, count);
                case 'd' -> out.digits(day, count);
                case 'H' -> out.digits(seconds / 3600, count);
                case 'h' -> out.digits((seconds / 3600 + 11) % 12 + 1, count);
                case 'm' -> out.digits(seconds / 60 % 60, count);
                case 's' -> out.digits(seconds % 60, count);
                case 'S' -> fraction(out, time % 1_000_000, count);
                default -> out.put(seconds / 3600 < 12 ? "AM" : "PM");
            }
        }
    }

    private static void month(ByteSink out, int month, int count) {
        if (count < 3) {
            out.digits(month, count);
        } else {
            String name = MONTHS.get(month - 1);
            out.put(count == 3 ? name.substring(0, 3) : name);
        }
    }

    private static void fraction(ByteSink out, long micros, int count) {
        out.digits(count <= 6 ? micros / POWER[6 - count] : micros * POWER[count - 6], count);
    }

    private static int monthLength(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private static long days(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }
}
