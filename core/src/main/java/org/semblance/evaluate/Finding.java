package org.semblance.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * One measure of the synthetic table beside the same measure of fresh real rows.
 *
 * @param name the word on the page and in gates ("columns")
 * @param about what is measured
 * @param synthetic what the synthetic table scores
 * @param fresh what real rows score that the synthesizer has not seen, or null where that was not measured
 */
public record Finding(
        String name, About about, Score synthetic, @Nullable Score fresh) {
    /** What fresh rows score, or NaN. */
    public double freshValue() {
        return fresh == null ? Double.NaN : fresh.value();
    }
}
