package org.semblance.linkage.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LooksTest {
    /** American dates whose months and days may mostly be exchanged: the other order reads two thirds of them. */
    @Test
    void datesHaveThePatternThatReadsMost() {
        Looks looks =
                new Looks(List.of("01/02/1980", "03/04/1981", "05/06/1990", "07/08/1970", "02/25/1980", "03/30/1991"));

        assertThat(looks.pattern(0.5)).isEqualTo("MM/dd/yyyy");
        assertThat(new Looks(List.of("01/02/1980", "03/04/1981")).pattern(0.5)).isEqualTo("dd/MM/yyyy");
        assertThat(new Looks(List.of("01/02/1980", "unknown", "none")).pattern(0.5))
                .isEmpty();
    }
}
