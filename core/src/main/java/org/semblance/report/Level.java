package org.semblance.report;

import java.util.Locale;

/** How a measured value stands to what fresh real rows score. */
public enum Level {
    /** Nothing to tell from fresh real rows, or so little that no use suffers. */
    GOOD,
    /** A difference that careful work should know of. */
    SLIGHT,
    /** A difference that shows in results. */
    CLEAR,
    /** The rows fail at this. */
    SEVERE,
    /** It could not be measured, or there is nothing to hold it against. */
    UNKNOWN;

    /** The worse of two; what is unknown is no worse than what is known. */
    public Level or(Level other) {
        if (this == UNKNOWN || other == UNKNOWN) {
            return this == UNKNOWN ? other : this;
        }
        return ordinal() >= other.ordinal() ? this : other;
    }

    /** Whether it is known, and at least as bad. */
    public boolean atLeast(Level other) {
        return this != UNKNOWN && ordinal() >= other.ordinal();
    }

    /** In report.json and as a class on the page. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For a reader. */
    public String words() {
        return Words.of("level." + word());
    }
}
