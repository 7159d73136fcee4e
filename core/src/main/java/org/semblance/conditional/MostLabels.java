package org.semblance.conditional;

import java.util.Locale;
import java.util.Set;

/**
 * How many labels a column may have for a regression to draw it: {@code polyreg} fits a set of coefficients and
 * {@code polr} a threshold for each label, which takes hours and tells little where most labels have few rows. Beyond, a
 * tree draws the column. The other methods for labels have no limit; {@code lda} needs a mean for each label and no steps.
 * Source: synthpop's {@code maxfaclevels}, beyond which it stops.
 */
public final class MostLabels {
    public static final int COUNT = 60;

    /** What draws a column of more labels where no method was named for it. */
    public static final String INSTEAD = "cart";

    private static final Set<String> LIMITED = Set.of("polyreg", "polr");

    private MostLabels() {}

    /** Whether a method draws a column of so many labels. */
    public static boolean allow(String method, int labels) {
        return labels <= COUNT || !LIMITED.contains(method);
    }

    /** Why a method does not. */
    public static String words(String method, int labels) {
        return String.format(Locale.ROOT, "the column has %,d labels, and %s draws at most %d", labels, method, COUNT);
    }
}
