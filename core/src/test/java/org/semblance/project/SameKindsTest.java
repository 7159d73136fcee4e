package org.semblance.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/** Tables that other tools wrote are read as the real one was. */
class SameKindsTest {
    @Test
    void codesReadAsNumbersAreLabelsAgain() {
        Table real = Table.of("k:flag", "0", "1", null);
        SameKinds same = SameKinds.of(real, Table.of("k:decimal", 1.0, 0.0, null, 2.5), "the synthetic table");
        assertThat(same.table().schema().field(0).kind()).isEqualTo(Kind.FLAG);
        assertThat(same.table().codes(0).get(0)).isEqualTo("1");
        assertThat(same.table().codes(0).get(1)).isEqualTo("0");
        assertThat(same.table().codes(0).isMissing(2)).isTrue();
        assertThat(same.table().codes(0).get(3)).isEqualTo("2.5");
        assertThat(same.notes()).hasSize(1);
    }

    @Test
    void labelsThatAreNumbersAreNumbers() {
        Table real = Table.of("n:whole", 3, 4);
        Table other = Table.of("n:category", "3", null, "5.5");
        assertThat(SameKinds.of(real, other, "it").table().numbers(0).toArray()).containsExactly(3, Double.NaN, 5.5);
    }

    @Test
    void labelsThatAreNotStayLabels() {
        Table real = Table.of("n:whole", 3, 4);
        SameKinds same = SameKinds.of(real, Table.of("n:category", "three"), "it");
        assertThat(same.table().schema().field(0).kind()).isEqualTo(Kind.CATEGORY);
        assertThat(same.notes()).isEmpty();
    }

    @Test
    void daysAndMomentsMeet() {
        Table real = Table.of("d:datetime", 0);
        assertThat(SameKinds.of(real, Table.of("d:date", 2, null), "it")
                        .table()
                        .numbers(0)
                        .toArray())
                .containsExactly(2 * 86_400e6, Double.NaN);
        assertThat(SameKinds.of(Table.of("d:date", 0), Table.of("d:datetime", 86_400e6 + 7), "it")
                        .table()
                        .numbers(0)
                        .get(0))
                .isEqualTo(1);
    }

    @Test
    void wholeAgainstDecimalIsAFindingAndUnknownColumnsStay() {
        Table real = Table.of("n:whole, k:category", 3, "a");
        Table other = Table.of("x:whole, n:decimal, k:key", 1, 2.5, "a");
        Table same = SameKinds.of(real, other, "it").table();
        assertThat(same.schema().field(0).name()).isEqualTo("x");
        assertThat(same.schema().field(1).kind()).isEqualTo(Kind.DECIMAL);
        assertThat(same.schema().field(2).kind()).isEqualTo(Kind.CATEGORY);
    }
}
