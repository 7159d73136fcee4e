package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.table.CodeColumn;
import org.semblance.table.NumberColumn;

class SequentialScoresTest {
    private static final NumberColumn X = NumberColumn.of(1, 2, 3, 4, 100);
    private static final NumberColumn SCORES = NumberColumn.of(-1.2, -.5, 0, .5, 1.2);
    private static final NumberColumn EVEN = NumberColumn.of(-1, -.5, 0, .5, 1);

    @Test
    @DisplayName("scores of a heavy tail tell more: r of X is .72, of its scores .998")
    void heavy() {
        assertThat(SequentialScores.better(EVEN, EVEN, X, SCORES)).isTrue();
    }

    @Test
    @DisplayName("where a line is right numbers stay")
    void line() {
        assertThat(SequentialScores.better(EVEN, EVEN, EVEN, SCORES)).isFalse();
        assertThat(SequentialScores.better(EVEN, EVEN, SCORES, SCORES)).isFalse();
    }

    @Test
    @DisplayName("rows without a value of the target do not count")
    void holes() {
        NumberColumn target = NumberColumn.of(-1, -.5, 0, .5, Double.NaN);
        NumberColumn filled = NumberColumn.of(-1, -.5, 0, .5, 0);
        assertThat(SequentialScores.better(target, filled, X, SCORES)).isFalse();
    }

    @Test
    @DisplayName("of labels: eta^2 of X is .36, of its scores .86")
    void labels() {
        CodeColumn labels = CodeColumn.of(new int[] {0, 0, -1, 1, 1}, List.of("no", "yes"));
        assertThat(SequentialScores.better(labels, labels, X, SCORES)).isTrue();
        assertThat(SequentialScores.better(labels, labels, SCORES, X)).isFalse();
    }
}
