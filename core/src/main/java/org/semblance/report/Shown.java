package org.semblance.report;

import java.util.Locale;
import org.semblance.evaluate.Interval;

/** Numbers as readers see them, on the page and on the terminal. */
public final class Shown {
    /** What stands where there is no number. */
    public static final String NOTHING = "-";

    /** Letters of a label or a name that are shown: enough to know it by, too few for a text. */
    public static final int LABEL = 80;

    private Shown() {}

    /** A name or a path as a shell takes it for one word. */
    public static String word(String name) {
        return name.matches("[\\p{L}\\p{N}_.+/:#%@-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }

    /** A whole number with its thousands apart. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Three decimals; very large and very small numbers shorter. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "-∞";
        }
        double size = Math.abs(value);
        if (size == 0 || (size >= 0.0005 && size < 1000)) {
            return String.format(Locale.ROOT, "%.3f", value + 0.0);
        }
        if (size >= 1000 && size < 1e7) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, "%.1e", value);
    }

    /** A share as a percentage with one decimal, within one percent of none and all with two; never 100 or 0 where it is not. */
    public static String percent(double share) {
        if (Double.isNaN(share)) {
            return NOTHING;
        }
        if (share < 1 && share >= 0.99) {
            return String.format(Locale.ROOT, "%.2f %%", Math.min(99.99, 100 * share));
        }
        if (share > 0 && share < 0.00995) {
            return share < 0.00005 ? "< 0.01 %" : String.format(Locale.ROOT, "%.2f %%", 100 * share);
        }
        return String.format(Locale.ROOT, "%.1f %%", 100 * share + 0.0);
    }

    public static String value(double value, boolean percent) {
        return percent ? percent(value) : number(value);
    }

    /** Empty where nothing is known. */
    public static String interval(Interval interval, boolean percent) {
        if (!interval.known()) {
            return "";
        }
        return value(interval.low(), percent) + " to " + value(interval.high(), percent);
    }

    /** With blanks in place of characters that steer a terminal. */
    public static String plain(String words) {
        return words.replaceAll("\\p{Cntrl}", " ");
    }

    /** Cut off with a sign that it goes on, and {@link #plain}. */
    public static String shorten(String name, int most) {
        String plain = plain(name);
        if (plain.codePointCount(0, plain.length()) <= most) {
            return plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, most - 1)) + "…";
    }
}
