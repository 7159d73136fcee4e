package org.semblance.evaluate.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.random.Rng;
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
        List<Figures.Row> rows = score.figures().get(0).rows();
        assertThat(rows).extracting(Figures.Row::name).containsExactly("none");
        // 91 % have all values: that would tell the nine.
        assertThat(rows.get(0).values().get(0)).isNaN();
        assertThat(rows.get(0).values().get(1)).isEqualTo(82);
        assertThat(rows.get(0).values().get(2)).isNaN();
    }

    /** Of random tables of three columns; what misses a column is known from its bar, and how many rows there are. */
    @Test
    void noPatternOfFewRowsCanBeComputedFromWhatIsShown() {
        Rng rng = Rng.of(3);
        int told = 0;
        for (int trial = 0; trial < 500; trial++) {
            int[] counts = rng.nextDouble() < 0.5 ? counts(rng, 8) : counts(rng, 60);
            Table real = patterns(counts);
            Map<String, Double> shown = new HashMap<>();
            of(real, patterns(counts(rng, 60))).figures().stream()
                    .flatMap(figures -> figures.rows().stream())
                    .filter(row -> row.values().get(0) > 0)
                    .forEach(row -> shown.put(row.name(), row.values().get(0)));
            told += shown.size();
            for (int column = -1; column < 3; column++) {
                for (int missing = 0; missing < 2; missing++) {
                    double left = 0;
                    for (int k = 0; k < 8; k++) {
                        boolean counted = column < 0 || (k >> column & 1) == missing;
                        left += counted && !shown.containsKey(name(k)) ? counts[k] : 0;
                    }
                    boolean any = false;
                    for (int k = 0; k < 8; k++) {
                        any |= (column < 0 || (k >> column & 1) == missing) && shown.containsKey(name(k));
                    }
                    assertThat(!any || left == 0 || left >= 10)
                            .as(java.util.Arrays.toString(counts) + shown)
                            .isTrue();
                }
            }
        }
        assertThat(told).isGreaterThan(500);
    }

    /**
     * The attacker writes down all that is told (rows, rows that miss a column, shares of patterns) as equations in the
     * patterns that there are, and solves them: no small pattern comes out that does not without the shares of patterns.
     */
    @Test
    void noPatternOfFewRowsSolvesTheEquations() {
        Rng rng = Rng.of(5);
        int told = 0;
        int small = 0;
        for (int trial = 0; trial < 400; trial++) {
            int[] counts = counts(rng, rng.nextDouble() < 0.5 ? 20 : 400);
            Table real = patterns(counts);
            List<String> shown = of(real, patterns(counts(rng, 60))).figures().stream()
                    .flatMap(figures -> figures.rows().stream())
                    .filter(row -> row.values().get(0) > 0)
                    .map(Figures.Row::name)
                    .toList();
            told += shown.size();
            List<Integer> there =
                    IntStream.range(0, 8).filter(k -> counts[k] > 0).boxed().toList();
            List<double[]> columns = new ArrayList<>();
            columns.add(there.stream().mapToDouble(k -> 1).toArray());
            for (int c = 0; c < 3; c++) {
                int column = c;
                double[] equation =
                        there.stream().mapToDouble(k -> k >> column & 1).toArray();
                int lacking = real.column(c).missingCount();
                if (lacking >= 10 && (real.rows() - lacking == 0 || real.rows() - lacking >= 10)) {
                    columns.add(equation);
                }
            }
            List<double[]> all = new ArrayList<>(columns);
            there.stream().filter(k -> shown.contains(name(k))).forEach(k -> all.add(unit(there, k)));
            for (int k : there) {
                if (counts[k] < 10) {
                    small++;
                    double[] unit = unit(there, k);
                    boolean anyway = solved(columns, unit);
                    assertThat(solved(all, unit))
                            .as(java.util.Arrays.toString(counts) + shown)
                            .isEqualTo(anyway);
                }
            }
        }
        assertThat(small).isGreaterThan(300);
        assertThat(told).isGreaterThan(300);
    }

    private static double[] unit(List<Integer> there, int pattern) {
        return there.stream().mapToDouble(k -> k == pattern ? 1 : 0).toArray();
    }

    private static boolean solved(List<double[]> equations, double[] wanted) {
        List<double[]> more = new ArrayList<>(equations);
        more.add(wanted);
        return rank(equations) == rank(more);
    }

    private static int rank(List<double[]> rows) {
        return new SingularValueDecomposition(new Array2DRowRealMatrix(rows.toArray(double[][]::new))).getRank();
    }

    /** a 1100 less a alone 600 are a and b 500; b 503 less these are 3. */
    @Test
    void columnsAndPatternsTogetherDoNotTellAThird() {
        int[] counts = {5000, 600, 3, 500, 0, 0, 0, 0};
        assertThat(of(patterns(counts), patterns(counts)).figures().get(0).rows())
                .allSatisfy(row -> assertThat(row.values().get(0)).isNaN());
        counts = new int[] {5000, 600, 300, 500, 0, 0, 0, 0};
        assertThat(of(patterns(counts), patterns(counts)).figures().get(0).rows())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.values().get(0)).isPositive());
    }

    private static int[] counts(Rng rng, int most) {
        return IntStream.range(0, 8)
                .map(k -> rng.nextDouble() < 0.3 ? 0 : (int) ((k == 0 ? 90 : most) * rng.nextDouble()))
                .toArray();
    }

    private static String name(int pattern) {
        List<String> names = IntStream.range(0, 3)
                .filter(c -> (pattern >> c & 1) == 1)
                .mapToObj(c -> "c" + c)
                .toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** So many rows of each pattern of three columns; one more, so that there is one. */
    private static Table patterns(int[] counts) {
        counts[0]++;
        List<NumberColumn> columns = IntStream.range(0, 3)
                .mapToObj(c -> NumberColumn.of(IntStream.range(0, 8)
                        .flatMap(k -> IntStream.range(0, counts[k]).map(i -> k))
                        .mapToDouble(k -> (k >> c & 1) == 1 ? NONE : 1)
                        .toArray()))
                .toList();
        return Table.of(
                Schema.of(Field.of("c0", Kind.WHOLE), Field.of("c1", Kind.WHOLE), Field.of("c2", Kind.WHOLE)), columns);
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
