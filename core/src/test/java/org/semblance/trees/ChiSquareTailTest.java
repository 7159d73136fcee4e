package org.semblance.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChiSquareTailTest {
    /** R: {@code pchisq(x, df, lower.tail = FALSE, log.p = TRUE)}. */
    @ParameterizedTest
    @CsvSource({
        ".5, 1, -0.735011129837084",
        "3, 1, -2.48573279098608",
        "49.28, 1, -26.8339036760583",
        "113.4, 5, -50.9016851122784",
        "3000, 1, -1504.22930819248",
        "5000, 600, -1569.68499295029",
        "620, 600, -1.28189382110998",
        "12, 24, -0.0202965520671725"
    })
    void asInR(double x, int freedom, double expected) {
        assertThat(ChiSquareTail.log(x, freedom)).isCloseTo(expected, within(1e-10 * Math.max(1, -expected)));
    }
}
