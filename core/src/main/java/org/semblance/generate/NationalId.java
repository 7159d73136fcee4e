package org.semblance.generate;

import java.util.Locale;
import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * A number of a person as a country writes it. United States: 9xx-xx-xxxx, an area never given out as a social security
 * number. Sweden: a day of birth from 1930 to 2014, a number from 980 to 999 kept for tests where they suffice for the
 * rows and any other where not, and Luhn's check digit. United Kingdom: QQ, a prefix never given out. Elsewhere: eleven
 * digits. Values of one column do not repeat.
 */
final class NationalId implements Maker {
    record Options(
            @Option("Language or country as BCP 47 writes it: en-US, sv, en-GB")
            String locale,

            @Option("Whether Swedish numbers are written with the century")
            boolean century) {}

    static final Plugin<Maker> PLUGIN = Plugin.of(
            "national-id",
            "A number of a person as a country writes it.",
            new Options("en-US", false),
            NationalId::new);

    private static final int FIRST_YEAR = 1930;
    private static final int YEARS = 85;
    private static final int DAYS = 28;
    private static final long BIRTHDAYS = (long) YEARS * 12 * DAYS;
    private static final int KEPT = 20;

    private final Options options;
    private final String place;

    NationalId(Options options) {
        this.options = options;
        Locale locale = Locale.forLanguageTag(options.locale());
        place = locale.getLanguage().equals("sv") ? "SE" : locale.getCountry();
    }

    @Override
    public String[] make(long first, int count, Rng column) {
        if (place.equals("SE")) {
            return swedish(first, count, column);
        }
        String shape = place.equals("GB")
                ? "QQ \\d{2} \\d{2} \\d{2} [A-D]"
                : place.equals("US") || place.isEmpty() ? "9\\d{2}-\\d{2}-\\d{4}" : "\\d{11}";
        return new Pattern(new Pattern.Options(shape)).make(first, count, column);
    }

    private String[] swedish(long first, int count, Rng column) {
        String[] out = new String[count];
        Permutation kept = new Permutation(BIRTHDAYS * KEPT, column.child("kept"));
        Permutation other = new Permutation(BIRTHDAYS * (1000 - KEPT), column.child("other"));
        for (int i = 0; i < count; i++) {
            long row = first + i;
            boolean tests = row < BIRTHDAYS * KEPT;
            long place = tests ? kept.at(row) : other.at((row - BIRTHDAYS * KEPT) % (BIRTHDAYS * (1000 - KEPT)));
            long birthday = place % BIRTHDAYS;
            long number = place / BIRTHDAYS + (tests ? 1000 - KEPT : 0);
            long year = FIRST_YEAR + birthday / (12 * DAYS);
            long month = 1 + birthday / DAYS % 12;
            long day = 1 + birthday % DAYS;
            String digits = two(year % 100) + two(month) + two(day);
            String serial = String.valueOf(1000 + number).substring(1);
            out[i] = (options.century() ? two(year / 100) : "") + digits + "-" + serial
                    + Luhn.digit(Long.parseLong(digits + serial));
        }
        return out;
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    @Override
    public boolean unique() {
        return true;
    }
}
