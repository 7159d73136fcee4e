package org.semblance.synthesize.sequence;

import java.time.LocalDate;
import java.util.List;
import org.semblance.table.Kind;

/** What the calendar and the clock say of a place in the order: what seasons hang on. */
enum Calendar {
    MINUTE,
    HOUR,
    WEEKDAY,
    DAY,
    MONTH,
    YEAR;

    /** All parts, in an order that is kept in model files. */
    static final List<Calendar> PARTS = List.of(MINUTE, HOUR, WEEKDAY, DAY, MONTH, YEAR);

    private static final double MICROS_OF_DAY = 86_400e6;
    private static final double MICROS_OF_HOUR = 3_600e6;
    private static final double MICROS_OF_MINUTE = 60e6;

    /** Days of a week. */
    static final int WEEK = 7;

    /** Whether places of this kind have this part. */
    boolean of(Kind kind) {
        return switch (this) {
            case MINUTE, HOUR -> kind == Kind.TIME || kind == Kind.DATETIME;
            case WEEKDAY, DAY, MONTH, YEAR -> kind == Kind.DATE || kind == Kind.DATETIME;
        };
    }

    /** How long a day is. */
    static double day(Kind kind) {
        return kind == Kind.DATE ? 1 : MICROS_OF_DAY;
    }

    /** 0 for Monday; -1 where the place is missing. */
    static int weekday(Kind kind, double place) {
        // 1970-01-01 was a Thursday.
        return Double.isNaN(place) ? -1 : (int) Math.floorMod((long) Math.floor(place / day(kind)) + 3, (long) WEEK);
    }

    /** Microseconds since midnight. */
    static double clock(double place) {
        return place - Math.floor(place / MICROS_OF_DAY) * MICROS_OF_DAY;
    }

    /** The part as a number; NaN where the place is missing. */
    double at(Kind kind, double place) {
        if (Double.isNaN(place)) {
            return Double.NaN;
        }
        double days = Math.floor(place / day(kind));
        double micros = kind == Kind.DATE ? 0 : place - days * MICROS_OF_DAY;
        return switch (this) {
            case MINUTE -> Math.floor(micros % MICROS_OF_HOUR / MICROS_OF_MINUTE);
            case HOUR -> Math.floor(micros / MICROS_OF_HOUR);
            case WEEKDAY -> weekday(kind, place);
            case DAY -> LocalDate.ofEpochDay((long) days).getDayOfMonth();
            case MONTH -> LocalDate.ofEpochDay((long) days).getMonthValue();
            case YEAR -> LocalDate.ofEpochDay((long) days).getYear();
        };
    }
}
