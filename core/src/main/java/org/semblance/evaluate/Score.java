package org.semblance.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a metric found.
 *
 * @param metric its name
 * @param value the one number; NaN where it cannot be computed
 * @param parts what the number is made of or stands beside, by name, in the metric's order; NaN where one cannot be
 *     computed
 */
public record Score(String metric, double value, Map<String, Double> parts) {
    public Score {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** The score whose value is the mean of its parts, those that cannot be computed left out. */
    static Score mean(String metric, Map<String, Double> parts) {
        double mean = parts.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(part -> !Double.isNaN(part))
                .average()
                .orElse(Double.NaN);
        return new Score(metric, mean, parts);
    }
}
