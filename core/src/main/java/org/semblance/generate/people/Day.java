package org.semblance.generate.people;

/**
 * Year, month and day of an epoch day, without an object.
 *
 * <p>Source: Hinnant (2013), chrono-compatible low-level date algorithms, civil_from_days.
 */
public final class Day {
    private Day() {}

    /** Packed as year · 10000 + month · 100 + day. */
    public static int of(int epochDay) {
        int shifted = epochDay + 719_468;
        int era = Math.floorDiv(shifted, 146_097);
        int dayOfEra = shifted - era * 146_097;
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int shiftedMonth = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1;
        int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        int year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return year * 10_000 + month * 100 + day;
    }
}
