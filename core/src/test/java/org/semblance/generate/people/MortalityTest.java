package org.semblance.generate.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;

class MortalityTest {
    /**
     * A man of 60 lives to 80 with probability exp(-.0100 (exp(20 b) - 1) / b), b = .092: .562 by hand, where the
     * table has .592; 20,000 draws, 99.9 % within .0116.
     */
    @Test
    void surviveAsGompertzSays() {
        Key key = new Key(Rng.of(3));
        int alive = 0;
        for (int i = 0; i < 20_000; i++) {
            int birth = -60 * 36_524 / 100;
            int death = Mortality.death(key.at(i, 1), false, birth, 0, 20 * 36_524 / 100);
            alive += death == Integer.MAX_VALUE ? 1 : 0;
            assertThat(death).isPositive();
        }
        assertThat(alive / 20_000.0).isBetween(.562 - .0116, .562 + .0116);
    }

    /** An earlier last day hides deaths, it does not move them. */
    @Test
    void theLastDayOnlyHides() {
        Key key = new Key(Rng.of(4));
        for (int i = 0; i < 2000; i++) {
            int late = Mortality.death(key.at(i, 1), true, -25_000, 0, 20_000);
            int early = Mortality.death(key.at(i, 1), true, -25_000, 0, 4000);
            assertThat(early).isEqualTo(late <= 4000 ? late : Integer.MAX_VALUE);
        }
    }
}
