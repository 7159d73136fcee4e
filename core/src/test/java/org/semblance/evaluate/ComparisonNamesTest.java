package org.semblance.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonNamesTest {
    /** All pairs of names made of an x, blanks and quotation marks. */
    @Test
    void noTwoPairsOfColumnsHaveTheSameName() {
        List<String> names = new ArrayList<>(List.of(""));
        for (int length = 0; length < 4; length++) {
            List<String> longer = new ArrayList<>(names);
            for (String name : names) {
                for (String next : List.of("x", " ", "\"", "a", " x ")) {
                    longer.add(name + next);
                }
            }
            names = longer.stream().distinct().limit(400).toList();
        }
        List<String> pairs = new ArrayList<>();
        for (String a : names) {
            for (String b : names) {
                pairs.add(Comparison.together(a, b));
            }
        }
        assertThat(pairs).doesNotHaveDuplicates();
        assertThat(Comparison.together("age", "sex")).isEqualTo("age x sex");
    }

    @Test
    void anAreaStaysWithinItsBounds() {
        for (double auc : new double[] {0, 0.01, 0.5, 0.99, 1}) {
            Interval interval = Interval.ofAuc(auc, 5, 7);
            assertThat(interval.low()).isBetween(0.0, auc);
            assertThat(interval.high()).isBetween(auc, 1.0);
        }
    }
}
