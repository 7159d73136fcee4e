package org.semblance.io;

import org.jspecify.annotations.Nullable;

/**
 * How the cells of a column are to be read: as numbers of a style, dates of a pattern, or labels.
 *
 * @param style of numbers, or null
 * @param pattern of dates, or null
 * @param undecided whether day and month of the pattern could be the other way round
 * @param blind whether the sample held no value at all, so that labels are a guess
 */
record Plan(@Nullable NumberStyle style, @Nullable DatePattern pattern, boolean undecided, boolean blind) {
    static final Plan LABELS = new Plan(null, null, false, false);
    static final Plan BLIND = new Plan(null, null, false, true);

    static Plan numbers(NumberStyle style) {
        return new Plan(style, null, false, false);
    }

    static Plan dates(DatePattern pattern, boolean undecided) {
        return new Plan(null, pattern, undecided, false);
    }

    boolean labels() {
        return style == null && pattern == null;
    }
}
