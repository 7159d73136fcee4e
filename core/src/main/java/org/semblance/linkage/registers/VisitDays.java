package org.semblance.linkage.registers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.semblance.random.Rng;

/**
 * On which day each visit falls, as a function of its place in time: the visits are spread over the days of the file like
 * the order statistics of a clinic's days, with few on Saturdays, hardly any on Sundays, and none on 1 January and 25
 * December. The shares of the days of the week are a choice, not a measurement.
 */
final class VisitDays {
    /** Monday to Sunday. */
    private static final double[] WEEK = {1.15, 1.05, 1, 1, 0.95, 0.25, 0.03};

    private final int first;
    private final double[] until;
    private final long visits;
    private final long key;

    VisitDays(Asked.Size size, long visits, Rng rng) {
        this.visits = visits;
        first = (int) LocalDate.parse(size.dateLb()).toEpochDay();
        int days = (int) LocalDate.parse(size.dateUb()).toEpochDay() - first + 1;
        until = new double[days];
        double sum = 0;
        for (int d = 0; d < days; d++) {
            LocalDate date = LocalDate.ofEpochDay(first + d);
            boolean closed = date.getDayOfYear() == 1 || date.getMonthValue() == 12 && date.getDayOfMonth() == 25;
            DayOfWeek weekday = date.getDayOfWeek();
            sum += closed && days > 7 ? 0 : WEEK[weekday.getValue() - 1];
            until[d] = sum;
        }
        key = rng.nextLong();
    }

    /** The epoch day of the visit at a place in time; never before that of the place before. */
    int day(long slot) {
        double within = Marks.share(key, slot);
        double share = (slot + within) / visits * until[until.length - 1];
        int low = 0;
        int high = until.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (until[middle] > share) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return first + low;
    }
}
