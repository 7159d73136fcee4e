package org.semblance.linkage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often something goes wrong with a column.
 *
 * @param variable the column's name
 * @param corruption a name of {@link Corruptions#ALL}
 * @param options what differs from the corruption's defaults
 * @param rate share of the eligible cells (those that it can change, in rows where the condition holds) that are
 *     changed, 0 to 1
 * @param when in which rows; null for all
 */
public record Rate(
        String variable,
        String corruption,
        Map<String, ?> options,
        double rate,
        @Nullable When when) {
    public Rate {
        options = Map.copyOf(options);
    }

    public Rate(String variable, String corruption, double rate) {
        this(variable, corruption, Map.of(), rate, null);
    }

    public Rate rate(double other) {
        return new Rate(variable, corruption, options, other, when);
    }

    /** The same for another column. */
    public Rate variable(String other) {
        return new Rate(other, corruption, options, rate, when);
    }

    public Rate when(When condition) {
        return new Rate(variable, corruption, options, rate, condition);
    }
}
