package org.semblance.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class CurationTest {
    private static Curation numbers(double... values) {
        Table table = Table.of(Schema.of(Field.of("x", Kind.DECIMAL)), List.of(NumberColumn.of(values)));
        return Curation.of(table, Privacy.DEFAULT, Run.of(1));
    }

    private static Curation labels(Kind kind, String... texts) {
        Table table = Table.of(Schema.of(Field.of("x", kind)), List.of(CodeColumn.of(texts)));
        return Curation.of(table, Privacy.DEFAULT, Run.of(1));
    }

    private static String[] times(Object... labelsAndCounts) {
        List<String> out = new java.util.ArrayList<>();
        for (int i = 0; i < labelsAndCounts.length; i += 2) {
            out.addAll(Collections.nCopies((Integer) labelsAndCounts[i + 1], (String) labelsAndCounts[i]));
        }
        return out.toArray(String[]::new);
    }

    @Test
    void numbersBeyondTheFifthExtremeArePulledInsideAndSpread() {
        double[] values = new double[101];
        Arrays.setAll(values, i -> i);
        values[50] = Double.NaN;
        Curation curation = numbers(values);
        double[] out = curation.table().numbers(0).toArray();
        assertThat(out[0]).isBetween(4.0, 9.0);
        assertThat(out[3]).isBetween(out[0] + 1, 9.0);
        assertThat(out[5]).isEqualTo(5);
        assertThat(out[100]).isBetween(91.0, 96.0);
        assertThat(out[50]).isNaN();
        assertThat(curation.changes())
                .containsExactly("x: 8 values beyond the 5th smallest or largest were pulled inside");
    }

    @Test
    void anExtremeThatIsCommonStays() {
        double[] values = new double[60];
        Arrays.setAll(values, i -> i < 5 ? -99 : i < 55 ? i : 999);
        Curation curation = numbers(values);
        assertThat(curation.table().numbers(0).toArray()).isEqualTo(values);
        assertThat(curation.changes()).isEmpty();
    }

    @Test
    void fewNumbersKeepTheirOrderBetweenMeansOfFive() {
        // Means of the 5 smallest and of the 5 largest: 3 and 21.6; ranks (i + 1/2) / 7 of the way, rounded.
        assertThat(numbers(6, 2, 3, 4, 5, 1, 90).table().numbers(0).toArray())
                .containsExactly(18, 7, 10, 12, 15, 4, 20);
        assertThat(numbers(6, 2, 3, Double.NaN, 4, 5, 1, 90).table().numbers(0).toArray())
                .containsExactly(18, 7, 10, Double.NaN, 12, 15, 4, 20);
        assertThat(numbers(7, 7, 7, 7, 7, 1, 90).table().numbers(0).toArray()).containsOnly(7);
    }

    @Test
    void fiveToNineNumbersDoNotBecomeOneOfThem() {
        // 5: the mean of all; 6: means 3 and 10 of five; 9: means 3 and 76 / 5, ranks (i + 1/2) / 9 of the way,
        // rounded.
        assertThat(numbers(1, 2, 3, 4, 50).table().numbers(0).toArray()).containsOnly(12);
        assertThat(numbers(1, 2, 3, 4, 5, 36).table().numbers(0).toArray()).containsExactly(4, 5, 6, 7, 8, 9);
        Curation nine = numbers(1, 2, 3, 4, 5, 6, 7, 8, 50);
        assertThat(nine.table().numbers(0).toArray()).containsExactly(4, 5, 6, 8, 9, 10, 12, 13, 15);
        assertThat(nine.changes())
                .containsExactly(
                        "x: it has only 9 values; they were spread evenly between the mean of the 5 smallest and"
                                + " that of the 5 largest");
        assertThat(numbers(1, 2, 3, 4, 4, 4, 7, 8, 50).table().numbers(0).toArray())
                .doesNotContain(1, 2, 50);
    }

    @Test
    void aValueThatFiveOfNineRowsShareStays() {
        assertThat(numbers(1, 2, 4, 4, 4, 4, 4, 8, 50).table().numbers(0).toArray())
                .containsOnly(4);
    }

    @Test
    void whatIsPulledInsideTellsNothingOfTheOtherEnd() {
        double[] out =
                numbers(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000).table().numbers(0).toArray();
        assertThat(Arrays.stream(out).boxed()).allMatch(value -> value >= 5 && value <= 6);
    }

    @Test
    void fewerNumbersThanMayBeReleasedAreLeftOutOrZero() {
        assertThat(numbers(1, 2, Double.NaN, 4).table().numbers(0).missingCount())
                .isEqualTo(4);
        assertThat(numbers(1, 2, 3, 4).table().numbers(0).toArray()).containsOnly(0);
        assertThat(numbers(1, 2, 3, 4).changes())
                .containsExactly("x: it has only 4 values, fewer than 5; all became 0");
    }

    @Test
    void aFewRowsOfRareLabelsGetCommonOnes() {
        Curation curation = labels(Kind.CATEGORY, times("a", 60, "b", 40, "secret", 2, "hidden", 1));
        CodeColumn column = curation.table().codes(0);
        assertThat(column.labels()).containsExactly("a", "b");
        assertThat(column.missingCount()).isZero();
        assertThat(curation.changes())
                .containsExactly("x: 2 labels seen fewer than 5 times (3 rows) became common labels");
    }

    @Test
    void manyRowsOfRareLabelsAreGrouped() {
        String[] texts = times("a", 60, "b", 4, "c", 4, "d", 4);
        CodeColumn column = labels(Kind.CATEGORY, texts).table().codes(0);
        assertThat(column.labels()).containsExactly("a", "other");
        assertThat(column.get(70)).isEqualTo("other");
        assertThat(labels(Kind.CATEGORY, times("a", 4, "b", 4)).table().codes(0).labels())
                .containsExactly("other");
        assertThat(labels(Kind.CATEGORY, times("other", 60, "b", 4, "c", 4))
                        .table()
                        .codes(0)
                        .labels())
                .containsExactly("other");
    }

    @Test
    void aFlagNeverGetsAThirdLabel() {
        assertThat(labels(Kind.FLAG, "yes", "no").table().codes(0).missingCount())
                .isEqualTo(2);
        assertThat(labels(Kind.FLAG, times("yes", 50, "no", 4)).table().codes(0).labels())
                .containsExactly("yes");
    }

    @Test
    void missingLabelsStayMissing() {
        String[] texts = times("a", 50, "b", 2, "", 8);
        texts[3] = null;
        Curation curation = labels(Kind.CATEGORY, texts);
        assertThat(curation.table().codes(0).missingCount()).isEqualTo(1);
        assertThat(curation.table().codes(0).isMissing(3)).isTrue();
    }

    @Test
    void fidelityChangesNothing() {
        Table table = Table.of("x:decimal, y:category", 1, "a", 2, "b", 3, null);
        Curation curation = Curation.of(table, Privacy.fidelity(), Run.of(1));
        assertThat(curation.changes()).isEmpty();
        for (int i = 0; i < 3; i++) {
            assertThat(curation.table().cell(i, 0)).isEqualTo(table.cell(i, 0));
            assertThat(curation.table().cell(i, 1)).isEqualTo(table.cell(i, 1));
        }
    }
}
