package org.semblance.evaluate.valid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Each kind of rule is found where it holds, and only there; synthetic rows that break it are counted. */
class RulesTest {
    private static final int ROWS = 2000;
    private static final double NONE = Double.NaN;

    /** Builds tables column by column. */
    private static final class Made {
        private final List<Field> fields = new ArrayList<>();
        private final List<Column> columns = new ArrayList<>();
        private final int rows;

        Made(int rows) {
            this.rows = rows;
        }

        Made number(String name, Kind kind, IntToDoubleFunction value) {
            fields.add(Field.of(name, kind));
            columns.add(
                    NumberColumn.of(IntStream.range(0, rows).mapToDouble(value).toArray()));
            return this;
        }

        Made label(String name, IntFunction<@Nullable String> value) {
            fields.add(Field.of(name, Kind.CATEGORY));
            columns.add(CodeColumn.of(IntStream.range(0, rows).mapToObj(value).toArray(String[]::new)));
            return this;
        }

        Table table() {
            return Table.of(new Schema(fields), columns);
        }
    }

    private static Score of(Table real, Table synthetic) {
        return Rules.PLUGIN.make(Map.of("shown", 1000)).measure(Comparison.of(real, synthetic), Run.of(1));
    }

    /** Rules in words with the share of synthetic rows, in percent, that break them. */
    private static Map<String, Double> broken(Score score) {
        Map<String, Double> out = new java.util.LinkedHashMap<>();
        for (Figures.Row row : score.figures().get(0).rows()) {
            out.put(row.name(), row.values().get(1));
        }
        return out;
    }

    private static List<String> words(Score score) {
        return List.copyOf(broken(score).keySet());
    }

    private static double[] uniform(int rows, double low, double high, Rng rng) {
        return IntStream.range(0, rows)
                .mapToDouble(i -> Math.rint(low + (high - low) * rng.nextDouble()))
                .toArray();
    }

    /** Stays in a hospital: many rules at once, each for a reason. */
    private static Table stays(int rows, Rng rng) {
        double[] birth = uniform(rows, -10_000, 5_000, rng.child("birth"));
        double[] start = uniform(rows, 15_000, 16_000, rng.child("start"));
        double[] length = uniform(rows, 0, 9, rng.child("length"));
        double[] room = uniform(rows, 100, 900, rng.child("room"));
        double[] drugs = uniform(rows, 0, 400, rng.child("drugs"));
        double[] nights = uniform(rows, 1, 30, rng.child("nights"));
        double[] ward = uniform(rows, 0, 5, rng.child("ward"));
        double[] heat = uniform(rows, 350, 410, rng.child("heat"));
        boolean[] woman = new boolean[rows];
        boolean[] pregnant = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            woman[i] = rng.nextBoolean();
            pregnant[i] = woman[i] && rng.nextInt(3) == 0;
        }
        double[] weeks = uniform(rows, 1, 40, rng.child("weeks"));
        return new Made(rows)
                .number("born", Kind.DATE, i -> birth[i])
                .number("arrival", Kind.DATE, i -> start[i])
                .number("leaving", Kind.DATE, i -> start[i] + length[i])
                .number("stay", Kind.WHOLE, i -> length[i])
                .number("age", Kind.WHOLE, i -> Math.floor((start[i] - birth[i]) / 365.2425))
                .number("room", Kind.WHOLE, i -> room[i])
                .number("drugs", Kind.WHOLE, i -> drugs[i])
                .number("bill", Kind.WHOLE, i -> room[i] + drugs[i])
                .number("nights", Kind.WHOLE, i -> nights[i])
                .number("total", Kind.WHOLE, i -> nights[i] * room[i])
                .number("celsius", Kind.DECIMAL, i -> heat[i] / 10)
                .number("fahrenheit", Kind.DECIMAL, i -> Math.rint((heat[i] * 0.18 + 32) * 100) / 100)
                .number("weeks", Kind.WHOLE, i -> pregnant[i] ? weeks[i] : 0)
                .label("ward", i -> "ward " + ward[i])
                .label("floor", i -> "floor " + Math.floor(ward[i] / 2))
                .label("sex", i -> woman[i] ? "female" : "male")
                .label("pregnant", i -> pregnant[i] ? "yes" : "no")
                .label("midwife", i -> pregnant[i] ? "m" + i % 7 : null)
                .label("clinic", i -> "one")
                .table();
    }

    @Test
    void findsWhatHolds() {
        Score score = of(stays(ROWS, Rng.of(1)), stays(ROWS, Rng.of(2)));
        assertThat(words(score))
                .contains(
                        "arrival <= leaving",
                        "stay = leaving - arrival in days",
                        "age = arrival - born in years, rounded",
                        "bill = room + drugs",
                        "total = room x nights",
                        "fahrenheit = 1.8 x celsius + 32",
                        "weeks = 0 where pregnant = no",
                        "ward determines floor",
                        "never sex = male with pregnant = yes",
                        "whether midwife is missing follows from pregnant",
                        "clinic is always the same",
                        "stay is never negative",
                        "age is whole");
        // Rows of the same law break none; the day before a birthday may count as the year before.
        assertThat(score.value()).isEqualTo(1);
        assertThat(score.note()).endsWith("100.00 % of the real rows break none.");
    }

    @Test
    void countsWhoBreaksThem() {
        Table real = stays(ROWS, Rng.of(1));
        Table fresh = stays(1000, Rng.of(3));
        Score bill = of(real, Tables.map(fresh, "drugs", value -> value + (value < 100 ? 1 : 0)));
        double share = IntStream.range(0, 1000)
                        .filter(i -> fresh.numbers(6).get(i) < 100)
                        .count()
                / 1000.0;
        assertThat(broken(bill)).containsEntry("bill = room + drugs", 100 * share);
        assertThat(bill.value()).isCloseTo(1 - share, within(1e-12));
        assertThat(bill.parts()).containsEntry("arithmetic", bill.value()).containsEntry("fixed combinations", 1.0);
        assertThat(bill.interval().low()).isLessThan(bill.value());
        // Rows of unrelated columns break nearly all of it.
        assertThat(of(real, Tables.independent(fresh, Rng.of(4))).value()).isLessThan(0.01);
    }

    @Test
    void unrelatedColumnsHaveNoRulesTogether() {
        // 20 tables of five columns: no order, no combination, no arithmetic in any.
        for (int i = 0; i < 20; i++) {
            Table law = Tables.independent(
                    Tables.law(1000, Rng.of(5).child(i)), Rng.of(6).child(i));
            assertThat(of(law, law).parts().keySet()).isSubsetOf("single columns");
        }
    }

    @Test
    void strictOrdersWhereNeighboursOccurAndEqualsDoNot() {
        Rng rng = Rng.of(7);
        double[] low = uniform(ROWS, 0, 50, rng);
        double[] gap = uniform(ROWS, 1, 8, rng);
        Table strict = new Made(ROWS)
                .number("a", Kind.WHOLE, i -> low[i])
                .number("b", Kind.WHOLE, i -> low[i] + gap[i])
                .number("c", Kind.WHOLE, i -> low[i] + gap[i] + i % 3)
                .table();
        Score score = of(strict, strict);
        // a < c follows.
        assertThat(words(score)).contains("a < b", "b <= c").doesNotContain("a < c", "a <= c");
        Table ties = Tables.map(strict, "b", value -> Math.min(value, 50));
        assertThat(broken(of(strict, ties)).get("a < b")).isPositive();
    }

    @Test
    void orderOfColumnsWhoseRangesHardlyMeetIsNoRule() {
        Rng rng = Rng.of(8);
        double[] age = uniform(ROWS, 0, 90, rng);
        double[] year = uniform(ROWS, 1950, 2020, rng);
        Table table = new Made(ROWS)
                .number("age", Kind.WHOLE, i -> age[i])
                .number("year", Kind.WHOLE, i -> year[i])
                .table();
        assertThat(words(of(table, table)))
                .containsExactlyInAnyOrder("age is never negative", "age is whole", "year is whole");
    }

    @Test
    void roundedSumsHoldUpToTheirRounding() {
        Rng rng = Rng.of(9);
        double[] a = IntStream.range(0, ROWS)
                .mapToDouble(i -> 100 * rng.nextDouble())
                .toArray();
        double[] b = IntStream.range(0, ROWS)
                .mapToDouble(i -> 100 * rng.nextDouble())
                .toArray();
        Table table = new Made(ROWS)
                .number("a", Kind.DECIMAL, i -> Math.rint(a[i] * 10) / 10)
                .number("b", Kind.DECIMAL, i -> Math.rint(b[i] * 10) / 10)
                .number("sum", Kind.DECIMAL, i -> Math.rint((a[i] + b[i]) * 10) / 10)
                .number("whole", Kind.WHOLE, i -> Math.rint(Math.rint(a[i] * 10) / 10 + Math.rint(b[i] * 10) / 10))
                .table();
        assertThat(words(of(table, table))).contains("sum = a + b, rounded", "whole = a + b");
        assertThat(of(table, Tables.map(table, "sum", value -> value + 1)).value())
                .isZero();
    }

    @Test
    void columnsThatSayTheSameGoTogether() {
        Rng rng = Rng.of(10);
        int[] level = IntStream.range(0, ROWS).map(i -> rng.nextInt(8)).toArray();
        Table table = new Made(ROWS)
                .label("school", i -> "school " + level[i])
                .number("years", Kind.WHOLE, i -> 5 + level[i])
                .label("degree", i -> level[i] < 4 ? "no" : "yes")
                .label("other", i -> "x" + i % 3)
                .table();
        Score score = of(table, table);
        // One rule for two directions; what years determines follows from them.
        assertThat(words(score))
                .contains("school and years go together")
                .containsAnyOf("school determines degree", "years determines degree")
                .doesNotContain("school determines years");
        assertThat(words(score).stream().filter(one -> one.contains("degree"))).hasSize(1);
        Table wrong = Tables.map(table, "years", value -> value == 6 ? 7 : value);
        double six = 100.0 * IntStream.of(level).filter(one -> one == 1).count() / ROWS;
        assertThat(broken(of(table, wrong)).get("school and years go together")).isCloseTo(six, within(1e-9));
    }

    @Test
    void missingValuesThatGoTogether() {
        Rng rng = Rng.of(11);
        double[] x = uniform(ROWS, 0, 1000, rng);
        boolean[] gone = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            gone[i] = rng.nextInt(4) == 0;
        }
        Table table = new Made(ROWS)
                .number("x", Kind.WHOLE, i -> gone[i] ? NONE : x[i])
                .label("y", i -> gone[i] ? null : "y" + i % 5)
                .label("instead", i -> gone[i] ? "z" + i % 4 : null)
                .table();
        assertThat(words(of(table, table)))
                .contains("x and y are missing in the same rows", "x and instead are never both missing or both there");
        assertThat(of(table, Tables.independent(table, rng)).parts().get("missing values"))
                .isLessThan(0.7);
    }

    @Test
    void aFewSlipsDoNotHideARule() {
        Rng rng = Rng.of(12);
        int rows = 5000;
        double[] low = uniform(rows, 0, 1000, rng);
        double[] high = IntStream.range(0, rows)
                .mapToDouble(i -> i % 1250 == 7 ? low[i] - 1 : low[i] + rng.nextInt(100))
                .toArray();
        Table table = new Made(rows)
                .number("low", Kind.WHOLE, i -> low[i])
                .number("high", Kind.WHOLE, i -> high[i])
                .table();
        Score score = of(table, table);
        assertThat(broken(score)).containsEntry("low <= high", 0.08);
        assertThat(score.value()).isCloseTo(0.9992, within(1e-12));
    }

    @Test
    void fewRowsHaveNoRules() {
        Table few = stays(99, Rng.of(13));
        Score score = of(few, Tables.independent(few, Rng.of(14)));
        assertThat(score.value()).isEqualTo(1);
        assertThat(score.note()).isEqualTo("No rules were found in the real table.");
    }

    /** Whoever breaks a rule is one of few; how many they are is not told where they are fewer than ten. */
    @Test
    void fewRealRowsThatBreakARuleAreNotCountedOut() {
        for (int broken : new int[] {0, 3, 10}) {
            int rows = 20_000;
            Rng rng = Rng.of(16);
            double[] low = uniform(rows, 0, 1000, rng);
            double[] gap = uniform(rows, 0, 200, rng);
            Table table = new Made(rows)
                    .number("low", Kind.WHOLE, i -> low[i])
                    .number("high", Kind.WHOLE, i -> low[i] + (i < broken ? -1 : gap[i]))
                    .table();
            Score score = of(table, table);
            double shown = score.figures().get(0).rows().stream()
                    .filter(row -> row.name().startsWith("low <"))
                    .findFirst()
                    .orElseThrow()
                    .values()
                    .get(0);
            if (broken == 3) {
                assertThat(shown).isNaN();
                assertThat(score.note()).contains("fewer than 10 real rows");
            } else {
                assertThat(shown).isEqualTo(100.0 * broken / rows);
                assertThat(score.note()).contains(broken == 0 ? "100.00 %" : "99.95 %");
            }
        }
    }

    /** Rules are found on drawn rows, but held against all: those that break one are in no sample. */
    @Test
    void whatDrawnRowsKeepIsHeldAgainstAll() {
        Rng rng = Rng.of(15);
        int rows = 20_000;
        double[] low = uniform(rows, 0, 1000, rng);
        double[] gap = uniform(rows, 0, 200, rng);
        Table table = new Made(rows)
                .number("low", Kind.WHOLE, i -> low[i])
                .number("high", Kind.WHOLE, i -> low[i] + gap[i] - (i % 400 == 0 ? 300 : 0))
                .table();
        // One row in 400 breaks it: among 100 drawn ones none or one does; among all too many.
        for (int seed = 1; seed <= 5; seed++) {
            Score score = Rules.PLUGIN.make(Map.of("rows", 100)).measure(Comparison.of(table, table), Run.of(seed));
            assertThat(words(score)).doesNotContain("low <= high");
        }
    }
}
