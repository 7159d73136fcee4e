package org.semblance.impute;

import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;
import org.semblance.table.Table;

/**
 * Tests of whether values are missing completely at random.
 *
 * @param means Little's; null where it cannot be calculated
 * @param covariances Jamshidian and Jalal's; null where it cannot be calculated
 */
public record MissingTests(
        @Nullable RandomlyMissing means, @Nullable EqualCovariances covariances) {
    /** @param rng for the test of covariances */
    public static MissingTests of(Table table, Rng rng) {
        return new MissingTests(RandomlyMissing.of(table), RandomlyMissing.covariances(table, rng));
    }
}
