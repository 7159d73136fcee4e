package org.semblance.evaluate.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class MissingPatternTest {
    private static final double NONE = Double.NaN;

    private static Score of(Table real, Table synthetic) {
        return MissingPattern.PLUGIN.make().measure(Comparison.of(real, synthetic), Run.of(1));
    }

    /** Two columns of n rows; in the first {@code both} rows both are missing, in the next {@code one} each alone. */
    private static Table table(int rows, int both, int one) {
        double[] a = new double[rows];
        double[] b = new double[rows];
        for (int i = 0; i < both + one; i++) {
            a[i] = NONE;
        }
        for (int i = 0; i < both; i++) {
            b[i] = NONE;
        }
        for (int i = both + one; i < both + 2 * one; i++) {
            b[i] = NONE;
        }
        return Table.of(
                Schema.of(Field.of("a", Kind.WHOLE), Field.of("b", Kind.WHOLE)),
                List.of(NumberColumn.of(a), NumberColumn.of(b)));
    }

    @Test
    void isTheDistanceOfTheSharesOfPatterns() {
        Table real = table(100, 40, 0);
        Table synthetic = table(200, 20, 60);
        // none: 60 and 30 %; both: 40 and 10 %; a alone, b alone: 0 and 30 % each.
        Score score = of(real, synthetic);
        assertThat(score.value()).isCloseTo(1 - 0.6, within(1e-12));
        List<Figures.Row> rows = score.figures().get(0).rows();
        assertThat(rows).extracting(Figures.Row::name).containsExactlyInAnyOrder("none", "a, b", "a", "b");
        assertThat(rows)
                .allSatisfy(row -> assertThat(Math.abs(row.values().get(2))).isCloseTo(30, within(1e-9)));
    }

    @Test
    void patternsOfFewRowsAreCountedButNotShown() {
        Score score = of(table(100, 9, 0), table(100, 0, 9));
        assertThat(score.value()).isCloseTo(1 - 0.18, within(1e-12));
        assertThat(score.figures().get(0).rows()).extracting(Figures.Row::name).containsExactly("none");
    }

    @Test
    void nothingMissingIsTheSameAndSaysSo() {
        Score score = of(table(30, 0, 0), table(40, 0, 0));
        assertThat(score.value()).isEqualTo(1);
        assertThat(score.note()).contains("No value is missing");
        assertThat(score.figures()).isEmpty();
    }

    @Test
    void manyColumnsMissingAreNamedInPart() {
        List<NumberColumn> columns = IntStream.range(0, 70)
                .mapToObj(c -> NumberColumn.of(new double[] {1, NONE, NONE}))
                .toList();
        Schema schema = new Schema(IntStream.range(0, 70)
                .mapToObj(c -> Field.of("c" + c, Kind.WHOLE))
                .toList());
        Table table = Table.of(schema, columns)
                .take(IntStream.range(0, 90).map(i -> i % 3).toArray());
        assertThat(of(table, table).figures().get(0).rows())
                .extracting(Figures.Row::name)
                .contains("c0, c1, c2, c3 and 66 more");
    }
}
