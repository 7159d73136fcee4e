package org.semblance.report;

import java.util.List;

/**
 * One measure of the synthetic table beside the same measure of fresh real data.
 *
 * @param name the word on the page ("columns")
 * @param metric the metric's name in its registry
 * @param synthetic the synthetic table's value; NaN where it could not be measured
 * @param fresh what rows held back from learning score; NaN where none were
 * @param percent whether it is a share to be written as a percentage
 * @param reading what it means, in words
 * @param parts the same by column or pair of columns, worst first
 */
public record ScoreLine(
        String name, String metric, double synthetic, double fresh, boolean percent, String reading, List<Part> parts) {
    /** One column or pair of columns of a measure. */
    public record Part(String name, double synthetic, double fresh) {}

    public ScoreLine {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a score needs a name");
        }
        parts = List.copyOf(parts);
    }
}
