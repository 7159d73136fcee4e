package org.semblance.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.table.Table;

class SplitTest {
    private static Table table(int rows) {
        return Table.of("n:whole", IntStream.range(0, rows).boxed().toArray());
    }

    private static Set<Object> values(Table table) {
        Set<Object> out = new HashSet<>();
        for (int i = 0; i < table.rows(); i++) {
            out.add(table.cell(i, 0));
        }
        return out;
    }

    @Test
    void everyRowIsOnOneSideInItsOrder() {
        Split split = Split.of(table(1000), 0.2, Rng.of(1));
        assertThat(split.holdout()).isNotNull();
        assertThat(split.holdout().rows()).isEqualTo(200);
        Set<Object> both = values(split.training());
        both.addAll(values(split.holdout()));
        assertThat(both).hasSize(1000);
        assertThat(IntStream.range(1, 800)
                        .allMatch(i -> split.training().numbers(0).get(i - 1)
                                < split.training().numbers(0).get(i)))
                .isTrue();
    }

    @Test
    void atLeastFiftyAtMostHalf() {
        assertThat(Split.of(table(120), 0.2, Rng.of(1)).holdout().rows()).isEqualTo(50);
        assertThat(Split.of(table(100), 0.2, Rng.of(1)).holdout().rows()).isEqualTo(50);
        assertThat(Split.of(table(99), 0.2, Rng.of(1)).holdout()).isNull();
        assertThat(Split.of(table(1), 0.2, Rng.of(1)).holdout()).isNull();
        assertThat(Split.of(table(1000), 0, Rng.of(1)).holdout()).isNull();
    }

    @Test
    void theSeedDecides() {
        assertThat(values(Split.of(table(200), 0.3, Rng.of(1)).holdout()))
                .isEqualTo(values(Split.of(table(200), 0.3, Rng.of(1)).holdout()))
                .isNotEqualTo(values(Split.of(table(200), 0.3, Rng.of(2)).holdout()));
    }

    @Test
    void labelsOfTheOtherSideAreNotThere() {
        Table table = Table.of(
                "id:key, c:category",
                IntStream.range(0, 400)
                        .mapToObj(i -> i % 2 == 0 ? "P" + i : "c" + i / 7)
                        .toArray());
        Split split = Split.of(table, 0.3, Rng.of(1));
        for (Table side : new Table[] {split.training(), split.holdout()}) {
            for (int c = 0; c < 2; c++) {
                Set<Object> occur = new HashSet<>();
                for (int i = 0; i < side.rows(); i++) {
                    occur.add(side.cell(i, c));
                }
                assertThat(side.codes(c).labels()).hasSameSizeAs(occur).allMatch(occur::contains);
            }
        }
    }
}
