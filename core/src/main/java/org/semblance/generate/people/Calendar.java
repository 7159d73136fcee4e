package org.semblance.generate.people;

import java.time.LocalDate;
import org.semblance.generate.Permutation;
import org.semblance.random.Rng;

/**
 * The day of the year on which a person of a given number is born, and a serial number beside it: a keyed one-to-one
 * map of the numbers onto the cells (day, serial), with more cells on the days that see more births. Two people of one
 * year of birth therefore never share a cell, which keeps national numbers made of birthday and serial apart.
 *
 * <p>Births per day by month relative to the mean of all days, United States, 2000 to 2014: Social Security
 * Administration, births by day as FiveThirtyEight published them, rounded; the peak from July to September is described
 * by Martinez-Bakker et al. (2014), Human birth seasonality, doi:10.1098/rspb.2013.2438.
 */
final class Calendar {
    private static final double[] SEASON = {.96, .98, .98, .97, .98, 1.01, 1.03, 1.05, 1.06, 1.01, .98, .98};

    private final long[] common;
    private final long[] leap;
    private final Permutation commonCells;
    private final Permutation leapCells;
    private final Key key;
    private final boolean apart;
    private final int serials;

    /**
     * @param serials how many serial numbers a day has at most
     * @param apart whether people must not share a cell; if they may, the cell is drawn, which is faster
     */
    Calendar(int serials, boolean apart, Rng rng) {
        this.serials = serials;
        this.apart = apart;
        key = new Key(rng.child("days"));
        common = cells(2001);
        leap = cells(2004);
        commonCells = new Permutation(common[365], rng.child("common"));
        leapCells = new Permutation(leap[366], rng.child("leap"));
    }

    private long[] cells(int year) {
        int days = LocalDate.of(year, 12, 31).getDayOfYear();
        long[] cells = new long[days + 1];
        for (int day = 0; day < days; day++) {
            int month = LocalDate.ofYearDay(year, day + 1).getMonthValue();
            cells[day + 1] = cells[day] + Math.max(1, (long) (serials * SEASON[month - 1] / 1.06));
        }
        return cells;
    }

    /** How many people a year of birth holds. */
    long size() {
        return common[365];
    }

    /** Day of the year from 0 in the upper 32 bits, serial from 0 in the lower ones. */
    long cell(long number, boolean leapYear) {
        long[] cells = leapYear ? leap : common;
        int days = cells.length - 1;
        long place = apart
                ? (leapYear ? leapCells : commonCells).at(number)
                : Math.multiplyHigh(key.at(number, 0) >>> 1, cells[days] << 1);
        int day = Math.min(days - 1, (int) (place * days / cells[days]));
        while (cells[day] > place) {
            day--;
        }
        while (cells[day + 1] <= place) {
            day++;
        }
        return (long) day << 32 | place - cells[day];
    }
}
