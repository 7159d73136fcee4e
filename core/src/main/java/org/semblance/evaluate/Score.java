package org.semblance.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a metric found.
 *
 * @param metric its name
 * @param value the one number; NaN where it cannot be computed
 * @param interval where the true value lies in 95 of 100 repetitions, or {@link Interval#NONE}
 * @param parts what the number is made of or stands beside, by name, in the metric's order; NaN where one cannot be
 *     computed
 * @param figures the tables of numbers behind it, for those who want to know more
 * @param note what a reader of this very number must know ("on 20,000 of 48,842 rows"), or empty
 */
public record Score(
        String metric, double value, Interval interval, Map<String, Double> parts, List<Figures> figures, String note) {
    public Score {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        figures = List.copyOf(figures);
    }

    public Score(String metric, double value, Map<String, Double> parts) {
        this(metric, value, Interval.NONE, parts, List.of(), "");
    }

    /** Nothing could be measured, and why, as a sentence. */
    public static Score none(String metric, String why) {
        return new Score(metric, Double.NaN, Interval.NONE, Map.of(), List.of(), why);
    }

    /** The score whose value is the mean of its parts, those that cannot be computed left out. */
    public static Score mean(String metric, Map<String, Double> parts) {
        double mean = parts.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(part -> !Double.isNaN(part))
                .average()
                .orElse(Double.NaN);
        return new Score(metric, mean, parts);
    }

    public Score interval(Interval other) {
        return new Score(metric, value, other, parts, figures, note);
    }

    public Score figures(Figures... tables) {
        return new Score(metric, value, interval, parts, List.of(tables), note);
    }

    public Score note(String words) {
        return new Score(metric, value, interval, parts, figures, words);
    }
}
