package org.semblance.constraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class ConstraintsTest {
    private static final Table ORDERS = Shop.orders(1500, Rng.of(1));
    private static final Schema SCHEMA = ORDERS.schema();

    private static List<String> words(Table table) {
        return Constraints.find(table, Run.of(2)).stream()
                .map(found -> found.constraint().words())
                .toList();
    }

    @Test
    void eachFormIsFoundWhereItHolds() {
        assertThat(words(ORDERS))
                .contains(
                        "ordered <= sent",
                        "low <= high",
                        "month = month(ordered)",
                        "paid = price * pieces",
                        "cost = work + parts + post",
                        "city determines state",
                        "kind and kind in words go together",
                        "make and model have only known combinations",
                        "one of c_red, c_green, c_blue is on",
                        "refund is missing exactly when returned = 'no'",
                        "fee is 0 where make = 'make 0'",
                        "limit goes in steps of 25",
                        "customer and line are different in every row");
    }

    /** 20 tables of 29 unrelated columns: what is said of one column alone stays, nothing about two is found. */
    @Test
    void nothingIsFoundBetweenUnrelatedColumns() {
        for (int i = 0; i < 20; i++) {
            assertThat(words(Shop.unrelated(1500, Rng.of(3).child(i)))).containsExactly("limit goes in steps of 25");
        }
    }

    /** Days in order: seasons go on for months, so that neighbours agree, which is no dependency; parts of dates are. */
    @Test
    void partsOfDatesAreFoundFromOtherStartsAndTimeIsNoDependency() {
        Table days = new Shop(1400)
                .number("day", Kind.DATE, i -> 14_975 + i)
                .number("year", Kind.WHOLE, i -> i < 365 ? 0 : i < 731 ? 1 : i < 1096 ? 2 : 3)
                .number("day of week", Kind.WHOLE, i -> (i + 6) % 7)
                .number("season", Kind.WHOLE, i -> 1 + i % 365 / 92)
                .number("month", Kind.WHOLE, i -> 1 + i % 365 / 31)
                .table();
        assertThat(words(days))
                .contains("year = year(day) - 2011", "day of week = mod(weekday(day), 7)")
                .noneMatch(words -> words.contains("go together") || words.contains("determines"));
    }

    @Test
    void fewRowsKeepNothing() {
        assertThat(words(Shop.orders(99, Rng.of(4)))).isEmpty();
        assertThat(words(Shop.orders(0, Rng.of(4)))).isEmpty();
    }

    @Test
    void whatAFewRowsBreakIsToldButNotKept() {
        Table slips = Shop.orders(5000, Rng.of(5));
        Table broken = with(slips, "sent", (i, value) -> i % 1250 == 7 ? value - 30 : value);

        List<Constraints.Found> found = Constraints.find(broken, Run.of(2));

        Constraints.Found order = found.stream()
                .filter(one -> one.constraint().words().equals("ordered <= sent"))
                .findFirst()
                .orElseThrow();
        assertThat(order.broken()).isEqualTo(4);
        assertThat(order.holds()).isFalse();
        assertThat(Constraints.kept(found)).doesNotContain(order.constraint());
    }

    private interface Change {
        double of(int row, double value);
    }

    private static Table with(Table table, String name, Change change) {
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            columns.add(table.column(c));
        }
        int at = table.schema().index(name);
        double[] values = table.numbers(at).toArray();
        Arrays.setAll(values, i -> change.of(i, values[i]));
        columns.set(at, NumberColumn.of(values));
        return Table.of(table.schema(), columns);
    }

    private static List<Constraint> read(Object... formsAndValues) {
        List<Listed.Line> lines = new ArrayList<>();
        for (int k = 0; k < formsAndValues.length; k += 2) {
            lines.add(new Listed.Line(String.valueOf(formsAndValues[k]), formsAndValues[k + 1], k / 2 + 3));
        }
        return Constraints.read(new Listed("schema.yaml", lines), SCHEMA);
    }

    /** What is found can be written down and read again. */
    @Test
    void theirValuesAreReadAsTheSame() {
        for (Constraints.Found found : Constraints.find(ORDERS, Run.of(2))) {
            Constraint constraint = found.constraint();
            Constraint again = read(constraint.form(), Plain.of(Plain.json(constraint.value())))
                    .get(0);
            assertThat(again.words()).isEqualTo(constraint.words());
            assertThat(Plain.json(again.value())).isEqualTo(Plain.json(constraint.value()));
        }
    }

    @Test
    void rowsThatBreakThemAreTold() {
        List<Constraint> all = read(
                "order", List.of("low", "high"),
                "order", Map.of("columns", List.of("low", "high"), "strict", true),
                "range", Map.of("column", "low", "from", 0L, "to", "high"),
                "range", Map.of("column", "ordered", "to", "2023-06-01"),
                "sum", Map.of("cost", List.of("work", "parts", "post")),
                "formula", "paid = round(price * pieces, 2)",
                "determines", Map.of("city", "state"),
                "missing", Map.of("column", "refund", "exactly", "returned = 'no'"),
                "fixed", Map.of("column", "fee", "is", 0L, "where", "make = 'make 0'"),
                "unique", List.of("customer", "line"),
                "increment", Map.of("limit", 25L),
                "condition", "high <= low + 300");
        for (Constraint constraint : all) {
            boolean strict = constraint.words().equals("low < high");
            int broken = Constraints.held(constraint, ORDERS).broken();
            assertThat(broken > 0).as(constraint.words()).isEqualTo(strict);
            // In another order, its values no longer fit the others.
            String name = constraint.columns().get(constraint.columns().size() - 1);
            int at = SCHEMA.index(name);
            int[] moved = new int[ORDERS.rows()];
            Arrays.setAll(moved, i -> i);
            Rng.of(6).shuffle(moved);
            Draft draft = new Draft(ORDERS);
            draft.put(name, ORDERS.column(at).take(moved));
            boolean alone = constraint.columns().size() == 1;
            int now = 0;
            Keeper keeper = constraint.learn(ORDERS, Constraint.Terms.ALL);
            for (boolean row : keeper.broken(draft.table(), Keeper.Place.ALONE)) {
                now += row ? 1 : 0;
            }
            assertThat(now > 0).as(constraint.words()).isEqualTo(!alone);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "order     | low            | order: it takes the names of 2 or more columns.",
                "order     | [low, hihg]    | order: there is no column \"hihg\". Did you mean \"high\"?",
                "order     | [low, ordered] | order: \"low\" and \"ordered\" cannot be compared.",
                "order     | [low, city]    | order: \"city\" is a category, but a number or date is wanted.",
                "range     | low            | range: it takes a column and from, to or both.",
                "sum       | low            | sum: it takes one column and those that it is the sum of.",
                "formula   | low            | formula: it takes a column, =, and what it is.",
                "formula   | low = hi + 1   | formula: expression \"hi + 1\", character 1: there is no column \"hi\".",
                "formula   | low = low + 1  | formula: \"low\" is made of itself.",
                "formula   | city = low + 1 | formula: \"city\" is a category, which \"low + 1\" does not make.",
                "determines| city           | determines: it takes what determines and what is determined.",
                "missing   | refund         | missing: it takes a column and when it is missing.",
                "fixed     | fee            | fixed: it takes a column, what it is, and where.",
                "increment | limit          | increment: it takes a column and its step.",
                "condition | low + high     | condition: \"low + high\" is no condition.",
                "one-hot   | c_red          | one-hot: it takes the names of 2 or more columns.",
                "ordr      | low            | there is no constraint \"ordr\". Did you mean \"order\"?",
            })
    void whatIsWrongIsToldWithItsLine(String form, String value, String problem) {
        Object given = value.startsWith("[")
                ? List.of(value.substring(1, value.length() - 1).split(", "))
                : value;
        assertThatThrownBy(() -> read("order", List.of("low", "high"), form, given))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("schema.yaml, line 4: " + problem);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThatThrownBy(() -> read("order", List.of("a", "b"), "sum", Map.of("c", List.of("d"))))
                .satisfies(thrown ->
                        assertThat(((ProblemException) thrown).problems()).hasSize(4));
    }
}
