package org.semblance.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.privacy.Disclosure;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Format;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Each control on a case worked out by hand, and what each promises to keep. */
class ControlCasesTest {
    private static Controlled apply(String control, Map<String, ?> options, Table table) {
        return Controls.ALL.find(control).make(options).apply(table, null, Run.of(1));
    }

    private static Table remove(String control, Table synthetic, Table real) {
        return Controls.ALL
                .find(control)
                .make(Map.of("keys", "q"))
                .apply(synthetic, real, Run.of(1))
                .table();
    }

    @Test
    void uniquesAreRemovedAsTheyAreDefined() {
        Table real = Table.of("q:category, t:whole", "a", 1, "b", 2, "b", 3, "c", 4, null, 5);
        Table made = Table.of("q:category, t:whole", "a", 9, "b", 9, "c", 9, "c", 9, "d", 9, null, 9);
        // a and the missing one are alone in both; b is alone here, twice there; d is nobody's.
        assertThat(remove("remove-replicated-uniques", made, real).codes(0).toArray())
                .hasSize(4);
        Table present = remove("remove-uniques-in-real", made, real);
        assertThat(present.rows()).isEqualTo(3);
        assertThat(present.cell(2, 0)).isEqualTo("d");
        Change change = Controls.ALL
                .find("remove-replicated-uniques")
                .make(Map.of("keys", "q"))
                .apply(made, real, Run.of(1))
                .change();
        assertThat(change.rowsRemoved()).isEqualTo(2);
        assertThat(change.figures())
                .containsEntry("real rows", 5.0)
                .containsEntry("real rows alone", 3.0)
                .containsEntry("synthetic rows alone", 4.0)
                .containsEntry("of these with the keys of a real row", 3.0)
                .containsEntry("of these with those of one real row alone", 2.0);
        assertThatThrownBy(() -> apply("remove-replicated-uniques", Map.of(), made))
                .hasMessageContaining("needs the real table");
        assertThatThrownBy(() -> remove("remove-uniques-in-real", made, Table.of("q:whole", 1)))
                .hasMessageContaining("is a whole in the real table, but a category in the synthetic one");
    }

    /** What the metric calls repU is 0 afterwards. */
    @Test
    void withoutReplicatedUniquesNoneAreMeasured() {
        Table real = ControlsTest.table(300, 1);
        Table made = ControlsTest.table(300, 2);
        Map<String, ?> keys = Map.of("keys", List.of("age", "region"), "target", "day");
        double before = Disclosure.PLUGIN
                .make(keys)
                .measure(Comparison.of(real, made), Run.of(1))
                .parts()
                .get("repU");
        Table safe = Controls.ALL
                .find("remove-replicated-uniques")
                .make(Map.of("keys", List.of("age", "region")))
                .apply(made, real, Run.of(1))
                .table();
        assertThat(before).isPositive();
        assertThat(Disclosure.PLUGIN
                        .make(keys)
                        .measure(Comparison.of(real, safe), Run.of(1))
                        .parts()
                        .get("repU"))
                .isZero();
    }

    @Test
    void codingStopsAtTheLimitAndLeavesCodes() {
        Table table = Table.of("a:whole", 1, 95, -8, 120, null, 40, 999);
        assertThat(numbers(apply("top-coding", Map.of("columns", "a", "at", 90, "exclude", "999"), table)))
                .containsExactly(1, 90, -8, 90, Double.NaN, 40, 999);
        assertThat(numbers(apply("bottom-coding", Map.of("columns", "a", "at", 20, "exclude", "-8"), table)))
                .containsExactly(20, 95, -8, 120, Double.NaN, 40, 999);
        Table ten = Table.of("a:whole", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(numbers(apply("top-coding", Map.of("columns", "a", "quantile", 0.8), ten)))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 8, 8);
        assertThat(numbers(apply("bottom-coding", Map.of("columns", "a", "quantile", 0.3), ten)))
                .containsExactly(4, 4, 4, 4, 5, 6, 7, 8, 9, 10);
        Controlled done = apply("top-coding", Map.of("columns", "a", "quantile", 0.8), ten);
        // (1 + 2) over sqrt(2) deviations of 1..10.
        assertThat(done.change().columns())
                .containsExactly(new Change.Changed("a", 2, 3 / (Math.sqrt(2) * Math.sqrt(82.5 / 9))));
        Table days = Table.of("d:date", 0, 20_000);
        assertThat(numbers(apply("top-coding", Map.of("columns", "d", "at", "1970-01-11"), days)))
                .containsExactly(0, 10);
    }

    @Test
    void codingIsToldOneLimitThatTheColumnCanHave() {
        assertThatThrownBy(() -> apply("top-coding", Map.of("columns", "a"), Table.of("a:whole", 1)))
                .hasMessageContaining("top-coding is not told the limit. Give one of the two: at=90");
        assertThatThrownBy(() -> apply("top-coding", Map.of("at", 1, "quantile", 0.5), Table.of("a:whole", 1)))
                .hasMessageContaining("told two limits");
        assertThatThrownBy(() -> apply("top-coding", Map.of("columns", "a", "at", 1.5), Table.of("a:whole", 1)))
                .hasMessageContaining("at is 1.5, but the values of a are not written so");
        assertThatThrownBy(() -> apply("top-coding", Map.of("columns", "d", "at", "90"), Table.of("d:date", 1)))
                .hasMessageContaining("at is \"90\", but d is a date. Write it as 2024-12-31.");
    }

    @Test
    void rareLabelsAreMerged() {
        Table table = Table.of("k:category", "a", "a", "b", "c", null, "a");
        Controlled done = apply("merge-rare", Map.of("columns", "k", "below", 2), table);
        assertThat(labels(done, 0)).containsExactly("a", "a", "other", "other", null, "a");
        assertThat(done.change().figures())
                .containsEntry("k: labels merged", 2.0)
                .containsEntry("k: rows of \"other\"", 2.0);
        Table flag = Table.of("f:flag", "yes", "no", "no");
        Controlled merged = apply("merge-rare", Map.of("columns", "f", "below", 2), flag);
        assertThat(merged.table().schema().field(0).kind()).isEqualTo(Kind.CATEGORY);
    }

    @Test
    void codesBecomeOthersOrNothing() {
        Table table = Table.of("k:category, n:whole", "a", -8, "b", 1, "c", 2, null, -8);
        Controlled done = apply("recode", Map.of("columns", "k", "map", List.of("a->b", "b->a", "c->", "z->a")), table);
        assertThat(labels(done, 0)).containsExactly("b", "a", null, null);
        assertThat(done.change().figures()).containsEntry("codes of values that do not occur", 1.0);
        assertThat(apply("recode", Map.of("columns", "n", "map", List.of("-8->", "2->1")), table)
                        .table()
                        .numbers(1)
                        .toArray())
                .containsExactly(Double.NaN, 1, 1, Double.NaN);
        assertThatThrownBy(() -> apply("recode", Map.of("columns", "k", "map", List.of("a", "b->c", "b->d")), table))
                .hasMessageContaining("map has \"a\", but must be an old and a new value")
                .hasMessageContaining("map has \"b\" twice");
        assertThatThrownBy(() -> apply("recode", Map.of("columns", "n", "map", List.of("1->1.5")), table))
                .hasMessageContaining("not written so");
    }

    @Test
    void classesHaveWidthsBreaksOrEquallyManyRows() {
        Table table = Table.of("a:whole, w:decimal, d:date", 9, 1.25, 0, 10, 2.5, 31, 39, -8, 400, null, 7, null);
        assertThat(labels(apply("classes", Map.of("columns", "a", "width", 10), table), 0))
                .containsExactly("0 to 9", "10 to 19", "30 to 39", null);
        assertThat(labels(apply("classes", Map.of("columns", "w", "width", 2.5, "exclude", "-8"), table), 1))
                .containsExactly("0 to under 2.5", "2.5 to under 5", "-8", "5 to under 7.5");
        assertThat(labels(apply("classes", Map.of("columns", "a", "breaks", "30,10"), table), 0))
                .containsExactly("under 10", "10 to 29", "30 and over", null);
        assertThat(labels(apply("classes", Map.of("columns", "d", "breaks", "1970-02-01"), table), 2))
                .containsExactly("under 1970-02-01", "1970-02-01 and over", "1970-02-01 and over", null);
        Table ten = Table.of("a:whole", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(labels(apply("classes", Map.of("columns", "a", "count", 3), ten), 0))
                .containsExactly(
                        "under 4",
                        "under 4",
                        "under 4",
                        "4 to 6",
                        "4 to 6",
                        "4 to 6",
                        "7 and over",
                        "7 and over",
                        "7 and over",
                        "7 and over");
        assertThatThrownBy(() -> apply("classes", Map.of("columns", "a", "count", 3, "width", 1), ten))
                .hasMessageContaining("more than one way");
        Table times = Table.of("t:time", 0, 82_800_000_000L);
        assertThat(labels(apply("classes", Map.of("columns", "t", "width", 6), times), 0))
                .containsExactly("00:00 to under 06:00", "18:00 to under 24:00");
    }

    @Test
    void smoothingKeepsRanksAndDrawsExtremesIn() {
        Table table = uniform(400, 0);
        Table made =
                apply("smoothing", Map.of("columns", "x", "width", 0.02), table).table();
        double[] before = table.numbers(0).toArray();
        double[] after = made.numbers(0).toArray();
        for (int i = 0; i < 400; i++) {
            for (int j = 0; j < 400; j++) {
                assertThat(before[i] < before[j] && after[i] > after[j]).isFalse();
            }
        }
        assertThat(max(after)).isLessThan(max(before));
        assertThat(Moments.of(after).mean()).isCloseTo(Moments.of(before).mean(), within(1e-3));
        assertThat(apply("smoothing", Map.of("columns", "x", "width", 0), table)
                        .change()
                        .cells())
                .isZero();
        Table hand = Table.of("x:decimal", 30.0, 0.0, 3.0);
        // One pass of reach 1: 1.5, 11, 16.5; two: 6.25, 9.667, 13.75; three: 7.958, 9.889, 11.708.
        assertThat(numbers(apply("smoothing", Map.of("columns", "x", "width", 0.34), hand)))
                .usingComparatorWithPrecision(1e-3)
                .containsExactly(11.708, 7.958, 9.889);
    }

    /** Bounds of 5 standard errors: a false alarm in two million. */
    @Test
    void noiseIsAsLargeAsAsked() {
        int rows = 20_000;
        Table table = normal(rows);
        for (String control : new String[] {"additive-noise", "laplace-noise"}) {
            double[] made = numbers(apply(control, Map.of("columns", "x", "level", 0.5), table));
            double[] noise = new double[rows];
            double fourth = 0;
            for (int i = 0; i < rows; i++) {
                noise[i] = made[i] - table.numbers(0).get(i);
                fourth += Math.pow(noise[i] / 0.5, 4) / rows;
            }
            Moments moments = Moments.of(noise);
            assertThat(moments.mean()).isCloseTo(0, within(5 * 0.5 / Math.sqrt(rows)));
            assertThat(moments.deviation()).isCloseTo(0.5, within(0.02));
            // Kurtosis 3 and 6; its standard errors are 0.07 and 0.35.
            assertThat(fourth).isCloseTo(control.startsWith("a") ? 3 : 6, within(control.startsWith("a") ? 0.45 : 2.2));
        }
        assertThat(apply("additive-noise", Map.of("columns", "x", "level", 0), table)
                        .change()
                        .cells())
                .isZero();
    }

    /** Correlation and deviations of 20,000 rows are known to 0.01 at most; 0.05 is five of these and the bounds' effect. */
    @Test
    void correlatedNoiseKeepsMomentsWhereAdditiveDoesNot() {
        Table table = normal(20_000);
        Map<String, ?> options = Map.of("columns", List.of("x", "y"), "level", 0.6);
        Table kept = apply("correlated-noise", options, table).table();
        Table lost = apply("additive-noise", options, table).table();
        assertThat(correlation(table)).isCloseTo(0.8, within(0.02));
        assertThat(correlation(kept)).isCloseTo(correlation(table), within(0.05));
        assertThat(correlation(lost)).isLessThan(0.65);
        for (int c = 0; c < 2; c++) {
            Moments before = Moments.of(table.numbers(c).toArray());
            Moments after = Moments.of(kept.numbers(c).toArray());
            assertThat(after.mean()).isCloseTo(before.mean(), within(0.05));
            assertThat(after.deviation()).isCloseTo(before.deviation(), within(0.05));
        }
        double[][] root = CorrelatedNoise.root(new double[][] {{4, 0}, {2, 1}});
        assertThat(root[0][0]).isEqualTo(2);
        assertThat(root[1]).as("the second column is half the first").containsExactly(1, 0);
    }

    @Test
    void rankSwappingKeepsEveryColumnExactly() {
        Table table = normal(2000);
        Controlled done = apply("rank-swapping", Map.of("columns", List.of("x", "y"), "percent", 2), table);
        for (int c = 0; c < 2; c++) {
            double[] before = table.numbers(c).toArray();
            double[] after = done.table().numbers(c).toArray();
            double[] sorted = before.clone();
            Arrays.sort(sorted);
            int furthest = 0;
            for (int i = 0; i < before.length; i++) {
                furthest = Math.max(
                        furthest,
                        Math.abs(Arrays.binarySearch(sorted, before[i]) - Arrays.binarySearch(sorted, after[i])));
            }
            assertThat(furthest).isBetween(20, 40);
            Arrays.sort(after);
            assertThat(after).isEqualTo(sorted);
        }
        assertThat(done.change().cells()).isGreaterThan(3800);
        assertThat(correlation(done.table())).isCloseTo(correlation(table), within(0.02));
    }

    @Test
    void pramKeepsExpectedShares() {
        int rows = 30_000;
        Rng rng = Rng.of(8);
        String[] labels = new String[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = "k" + (int) (4 * rng.nextDouble() * rng.nextDouble());
        }
        Table table = Table.of(Schema.of(Field.of("k", Kind.CATEGORY)), List.of(CodeColumn.of(labels)));
        CodeColumn column = table.codes(0);
        double[] shares = shares(column, column.labels());
        Pram pram = (Pram) Pram.PLUGIN.make(Map.of("columns", "k"));
        double[][] there = pram.forth(4, Rng.of(3));
        double[][] back = Pram.back(there, column);
        double stays = 0;
        for (int k = 0; k < 4; k++) {
            assertThat(there[k][k]).isBetween(0.8, 1.0);
            assertThat(Arrays.stream(there[k]).sum()).isCloseTo(1, within(1e-12));
            double share = 0;
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    share += shares[i] * there[i][j] * back[j][k];
                    stays += i == k ? shares[i] * there[i][j] * back[j][k] : 0;
                }
            }
            assertThat(share).as("f P Q is f").isCloseTo(shares[k], within(1e-12));
        }
        assertThat(stays).isGreaterThan(0.6);
        Controlled done = pram.apply(table, null, Run.of(5));
        double[] after = shares(done.table().codes(0), column.labels());
        for (int k = 0; k < 4; k++) {
            // A share of 30,000 rows, of which at most half move: 5 standard errors, a false alarm in two million.
            assertThat(after[k]).isCloseTo(shares[k], within(5 * Math.sqrt(shares[k] / rows)));
        }
        // Half are put to chance, and lose their label with chance 2 x 0.1 at most twice that.
        assertThat(done.change().cells() / (double) rows).isBetween(0.01, 0.2);
        assertThat(apply("pram", Map.of("columns", "k", "keep", 1), table)
                        .change()
                        .cells())
                .isZero();
        assertThat(apply("pram", Map.of("columns", "k", "alpha", 0), table)
                        .change()
                        .cells())
                .isZero();
    }

    @Test
    void theLabelStandsFirst() {
        Controlled done = apply("label", Map.of(), Table.of("a:whole", 1, 2));
        assertThat(done.table().schema().names()).containsExactly("synthetic", "a");
        assertThat(labels(done, 0)).containsExactly("true", "true");
        assertThat(done.change().cells()).isEqualTo(2);
        assertThatThrownBy(() -> apply("label", Map.of(), done.table()))
                .hasMessageContaining("there is a column \"synthetic\" already");
    }

    @Test
    void momentsOfTimesKeepTheirStep() {
        Field field = Field.of("t", Kind.DATETIME);
        NumberColumn minutes = NumberColumn.of(60e6, 180e6, 3600e6);
        assertThat(Grain.of(field, minutes).fit(100e6)).isEqualTo(120e6);
        assertThat(Grain.of(field, minutes).fit(1e12)).isEqualTo(3600e6);
        Field money = Field.of("m", Kind.DECIMAL).format(Format.PLAIN.atMost(2));
        assertThat(Grain.of(money, NumberColumn.of(0, 10)).fit(1.23456)).isEqualTo(1.23);
        assertThat(Grain.of(Field.of("x", Kind.DECIMAL), NumberColumn.of(0, 10)).fit(1.23456))
                .isEqualTo(1.23456);
    }

    private static Table uniform(int rows, int seed) {
        Rng rng = Rng.of(seed);
        double[] x = new double[rows];
        Arrays.setAll(x, i -> rng.nextDouble());
        return Table.of(Schema.of(Field.of("x", Kind.DECIMAL)), List.of(NumberColumn.of(x)));
    }

    /** Standard normal, correlation 0.8. */
    private static Table normal(int rows) {
        Rng rng = Rng.of(2);
        double[] x = new double[rows];
        double[] y = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = rng.nextGaussian();
            y[i] = 0.8 * x[i] + 0.6 * rng.nextGaussian();
        }
        return Table.of(
                Schema.of(Field.of("x", Kind.DECIMAL), Field.of("y", Kind.DECIMAL)),
                List.of(NumberColumn.of(x), NumberColumn.of(y)));
    }

    private static double correlation(Table table) {
        Moments x = Moments.of(table.numbers(0).toArray());
        Moments y = Moments.of(table.numbers(1).toArray());
        double sum = 0;
        for (int i = 0; i < table.rows(); i++) {
            sum += (table.numbers(0).get(i) - x.mean()) * (table.numbers(1).get(i) - y.mean());
        }
        return sum / (table.rows() - 1) / x.deviation() / y.deviation();
    }

    private static double[] shares(CodeColumn column, List<String> labels) {
        double[] shares = new double[labels.size()];
        for (int i = 0; i < column.size(); i++) {
            shares[labels.indexOf(column.get(i))] += 1.0 / column.size();
        }
        return shares;
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static double[] numbers(Controlled done) {
        return done.table().numbers(0).toArray();
    }

    private static List<String> labels(Controlled done, int column) {
        return java.util.stream.IntStream.range(0, done.table().rows())
                .mapToObj(i -> done.table().codes(column).get(i))
                .collect(java.util.ArrayList::new, java.util.ArrayList::add, java.util.ArrayList::addAll);
    }
}
