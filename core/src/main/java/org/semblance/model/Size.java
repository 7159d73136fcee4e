package org.semblance.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many rows a database is to have. Tables whose rows are drawn under those of others follow: how many each has
 * is drawn.
 *
 * @param scale how many times the rows of the real database that tables get which are drawn under no other; above 0
 * @param rows how many rows some of those tables get instead
 */
public record Size(double scale, Map<String, Long> rows) {
    public Size {
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale is " + scale + ", but must be above 0");
        }
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** What follows the numbers of rows, in words: ", as many as the data". */
    public String words() {
        String times = new BigDecimal(scale)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
        return !rows.isEmpty() ? "" : scale == 1 ? ", as many as the data" : ", " + times + " times the data";
    }

    public static Size scale(double scale) {
        return new Size(scale, Map.of());
    }
}
