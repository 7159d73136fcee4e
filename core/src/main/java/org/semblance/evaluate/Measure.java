package org.semblance.evaluate;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of an evaluation: a metric, how it is set, and on which rows.
 *
 * @param name the word on the page and in gates ("columns")
 * @param metric the metric's name on the list
 * @param beside which rows are compared, and what is measured beside it
 * @param options of the metric for what the user asked; null where the question lacks what it needs
 */
public record Measure(String name, String metric, Beside beside, Function<Question, @Nullable Map<String, ?>> options) {
    /** Which rows are compared. */
    public enum Beside {
        /**
         * As many synthetic as held-back rows, each with the rows learnt from: for measures that depend on how many rows
         * there are.
         */
        EQUAL,
        /** All synthetic rows, then all held-back rows, each with the rows learnt from. */
        ALL,
        /**
         * All synthetic rows with the rows learnt from and those held back; then half of the rows held back in place of
         * the synthetic ones, with the other half held back: for attacks, which need a holdout themselves.
         */
        HALVES,
        /**
         * The rows learnt from in place of the synthetic ones: for what need not hold in them either. Of databases only.
         */
        REAL,
        /** The metric itself holds what it is to be compared with, in its parts; nothing is measured beside it. */
        ALONE
    }

    /** With the metric's default settings. */
    static Measure of(String name, String metric, Beside beside) {
        return new Measure(name, metric, beside, question -> Map.of());
    }
}
