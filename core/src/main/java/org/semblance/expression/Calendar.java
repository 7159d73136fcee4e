package org.semblance.expression;

/**
 * Days, months and years of the proleptic Gregorian calendar on plain numbers, with no object for each. Source: Hinnant,
 * "chrono-compatible low-level date algorithms" (the civil_from_days algorithm, in the public domain).
 */
final class Calendar {
    static final double MICROS_PER_DAY = 86_400e6;

    private Calendar() {}

    /** Days since 1970-01-01; a month beyond 1 to 12 counts into other years. */
    static double days(double year, double month, double day) {
        double months = year * 12 + month - 1;
        double y = Math.floor(months / 12);
        double m = months - 12 * y + 1;
        y -= m <= 2 ? 1 : 0;
        double era = Math.floor(y / 400);
        double yearOfEra = y - era * 400;
        double dayOfYear = Math.floor((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + day - 1;
        double dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }

    /** Year x 10,000 + month x 100 + day. */
    private static double civil(double days) {
        double z = Math.floor(days) + 719_468;
        double era = Math.floor(z / 146_097);
        double dayOfEra = z - era * 146_097;
        double yearOfEra = Math.floor((dayOfEra
                        - Math.floor(dayOfEra / 1460)
                        + Math.floor(dayOfEra / 36_524)
                        - Math.floor(dayOfEra / 146_096))
                / 365);
        double dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
        double shifted = Math.floor((5 * dayOfYear + 2) / 153);
        double day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
        double month = shifted < 10 ? shifted + 3 : shifted - 9;
        double year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return year * 10_000 + month * 100 + day;
    }

    private static double monthsOf(double civil) {
        double year = Math.floor(civil / 10_000);
        return year * 12 + Math.floor((civil - year * 10_000) / 100);
    }

    static double year(double days) {
        return Math.floor(civil(days) / 10_000);
    }

    static double month(double days) {
        double civil = civil(days);
        return Math.floor((civil - Math.floor(civil / 10_000) * 10_000) / 100);
    }

    static double day(double days) {
        double civil = civil(days);
        return civil - Math.floor(civil / 100) * 100;
    }

    /** 1 for Monday to 7 for Sunday. */
    static double weekday(double days) {
        double d = Math.floor(days) + 3;
        return d - 7 * Math.floor(d / 7) + 1;
    }

    /** Full months from one day to another, negative where the second is earlier. */
    static double months(double from, double to) {
        if (from > to) {
            return -months(to, from);
        }
        double a = civil(from);
        double b = civil(to);
        double dayA = a - Math.floor(a / 100) * 100 + from - Math.floor(from);
        double dayB = b - Math.floor(b / 100) * 100 + to - Math.floor(to);
        return monthsOf(b) - monthsOf(a) - (dayB < dayA ? 1 : 0) + 0.0;
    }

    /** Full years from one day to another, as ages are told. */
    static double years(double from, double to) {
        double months = months(from, to);
        return (months < 0 ? Math.ceil(months / 12) : Math.floor(months / 12)) + 0.0;
    }
}
