package org.semblance.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.conditional.BadTables;
import org.semblance.conditional.Conditionals;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Table;

/**
 * Tables that break methods: every method that draws the column either fills it with possible values, and says what it did
 * otherwise, or refuses before anything is drawn.
 */
class BadInputTest {
    private static Table named(String name) {
        return BadTables.all(false).get(name);
    }

    static Stream<String> names() {
        return BadTables.all(false).keySet().stream();
    }

    private static Plan plan(Table data, int column, String method) {
        Plan plan = Plan.of(data).sets(1).iterations(2);
        for (int c = 0; c < BadTables.TARGETS; c++) {
            Map<String, Object> options = c == column ? BadTables.options(method, c) : Map.of();
            plan = plan.method(c, c == column ? method : "", options);
        }
        boolean clustered = method.startsWith("2l");
        int[][] matrix = new int[data.width()][data.width()];
        Arrays.fill(matrix[column], BadTables.TARGETS, data.width(), 1);
        matrix[column][3] = clustered && !method.startsWith("2lonly") ? 2 : 1;
        matrix[column][5] = clustered ? -2 : 1;
        return plan.predictors(matrix);
    }

    @Test
    void aPredictorThatSaysNothingGoesEvenIfAnOptionsWordIsItsName() {
        Table data = Table.of("y:decimal, none:whole, x:decimal", 1, 7, 2, null, 7, 3, 2, 7, 5, 4, 7, 4, 3, 7, 9);
        Plan smoothed = Plan.of(data).sets(1).iterations(1).method(0, "pmm", Map.of("smoothing", "none"));
        Plan asked = smoothed.method(0, "nested", Map.of("within", "none"));

        assertThat(ChainedEquations.impute(data, smoothed, Run.of(1)).plan().predictors()[0])
                .containsExactly(0, 0, 1);
        assertThat(SetUp.of(data, asked, new ArrayList<>()).predictors()[0]).containsExactly(0, 1, 1);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMethodFillsItWithPossibleValuesOrRefuses(String name) {
        List<String> faults = new ArrayList<>();
        Table data = named(name);
        for (String method : Conditionals.ALL.names()) {
            for (int column = 0; column < BadTables.TARGETS; column++) {
                String fault = fault(data, column, method);
                if (!fault.isEmpty()) {
                    faults.add(method + " of " + "nfl".charAt(column) + ": " + fault);
                }
            }
        }
        assertThat(faults).as(name).isEmpty();
    }

    /** What a method does to a column that it must not; empty where all is well. */
    private static String fault(Table data, int column, String method) {
        Plan plan = plan(data, column, method);
        try {
            plan.check(data);
        } catch (ProblemException e) {
            return e.getMessage()
                            .contains("column \"" + data.schema().field(column).name() + "\"")
                    ? ""
                    : "a refusal that names no column: " + e.getMessage();
        }
        try {
            Imputed imputed = ChainedEquations.impute(data, plan, Run.of(1));
            Column filled = imputed.complete(1).column(column);
            String name = data.schema().field(column).name();
            boolean told =
                    imputed.events().stream().anyMatch(event -> event.column().equals(name));
            if (filled.missingCount() > 0 && !told) {
                return filled.missingCount() + " holes that stay, and nothing is said";
            }
            if (imputed.events().stream().anyMatch(event -> event.words().length() < 10)) {
                return "an event without words";
            }
            return BadTables.fault(data.column(column), filled, BadTables.donors(method));
        } catch (RuntimeException e) {
            return e + " at " + e.getStackTrace()[0];
        }
    }

    /** Column, case and method, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n | a constant target | norm | left out as predictor and as target: every observed value is the same",
                "n | a predictor twice | norm | left out as predictor and as target: it repeats column \"x\"",
                "n | a label that no row has | 2l.norm | without 1 predictor (z): this method takes those of code 2 and 4",
                "n | clusters of one row | nested | rows to draw are of a group without an observed value",
                "l | clusters with nothing observed | satcat | rows to draw are of a group without an observed value",
                "l | one value observed | passive | gives labels that no row of the column has: they are missing",
                "n | a predictor without a value | passive | no draws where \"z\" is missing",
                "n | more parameters than rows | norm | made up of others: without",
                "l | more parameters than rows | lda | a ridge was added",
                "n | clusters with nothing observed | 2lonly.mean | clusters without any value stay missing",
                "n | one cluster | 2l.lmer | too few clusters or rows",
                "f | a constant target | logreg | every observed value is the same",
                "l | no value observed | polyreg | left out as predictor and as target: no value is observed",
                "n | no value observed | pmm | no value is observed",
                "n | perfect prediction | norm | it repeats column \"x\"",
            })
    void whatWasDoneOtherwiseIsSaidOfTheColumn(String column, String name, String method, String words) {
        Table data = named(name);
        Imputed imputed = ChainedEquations.impute(data, plan(data, data.schema().find(column), method), Run.of(1));

        assertThat(imputed.events()).anyMatch(event -> event.words().contains(words));
        assertThat(imputed.events()).allMatch(event -> !event.column().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "l | polr | stand in no order",
                "l | norm | draws numbers",
                "l | logreg | this method is for two",
                "f | 2l.norm | draws numbers",
            })
    void aMethodThatCannotDrawTheColumnIsRefusedBeforeAnythingIsDrawn(String column, String method, String words) {
        Table data = named("a constant predictor");
        Plan plan = plan(data, data.schema().find(column), method);
        int target = data.schema().find(column);
        Plan with = plan.method(target == 0 ? 1 : 0, "pmm", Map.of());

        assertThatThrownBy(() -> with.check(data))
                .hasMessageContaining("column \"" + column + "\"")
                .hasMessageContaining(words);
    }

    /** Fewer rows than columns: least squares with a ridge, and the event says so. */
    @Test
    void moreParametersThanRows() {
        Rng rng = Rng.of(2);
        List<@Nullable Object> cells = new ArrayList<>();
        StringBuilder kinds = new StringBuilder("y:decimal, f:flag");
        for (int c = 0; c < 20; c++) {
            kinds.append(", x").append(c).append(":decimal");
        }
        for (int i = 0; i < 12; i++) {
            cells.add(i % 4 == 0 ? null : (Object) rng.nextGaussian());
            cells.add(i % 4 == 1 ? null : i % 2 == 0 ? "yes" : "no");
            for (int c = 0; c < 20; c++) {
                cells.add(rng.nextGaussian());
            }
        }
        Table data = Table.of(kinds.toString(), cells.toArray());
        for (String method : List.of("pmm", "norm", "cart", "rf", "lasso.norm", "midastouch")) {
            Imputed imputed = ChainedEquations.impute(
                    data, Plan.of(data).method(0, method, Map.of()).sets(1), Run.of(1));
            assertThat(imputed.complete(1).column(0).missingCount()).as(method).isZero();
            assertThat(imputed.complete(1).column(1).missingCount()).as(method).isZero();
            if (method.equals("norm")) {
                assertThat(imputed.events())
                        .anyMatch(event ->
                                event.column().equals("y") && event.words().contains("made up of others"));
            }
        }
    }

    private static Table manyLabels() {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            cells.add(i % 10 == 0 ? null : "town " + i % 61);
            cells.add((double) (i % 13));
        }
        return Table.of("town:category, x:decimal", cells.toArray());
    }

    @Test
    @DisplayName("beyond 60 labels (synthpop's maxfaclevels) the default is a tree, which is said")
    void manyLabelsGoToATree() {
        Table data = manyLabels();
        for (Set<String> ordered : List.of(Set.<String>of(), Set.of("town"))) {
            Plan plan = Plan.of(data, Cells.missing(data), ordered, Plan.Defaults.MICE)
                    .sets(1)
                    .iterations(1);
            assertThat(plan.methods()).containsExactly("cart", "");
            assertThat(ChainedEquations.impute(data, plan, Run.of(1)).events())
                    .extracting(Event::column, Event::words)
                    .containsExactly(tuple(
                            "town",
                            "drawn by cart: the column has 61 labels, and " + (ordered.isEmpty() ? "polyreg" : "polr")
                                    + " draws at most 60"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"polyreg", "polr"})
    void regressionsThatAreNamedForManyLabelsAreRefused(String method) {
        Table data = manyLabels();
        Plan plan = Plan.of(data, Cells.missing(data), Set.of("town"), Plan.Defaults.MICE)
                .method(0, method, Map.of());
        assertThatThrownBy(() -> plan.check(data))
                .hasMessageContaining("column \"town\", method " + method)
                .hasMessageContaining("the column has 61 labels, and " + method + " draws at most 60");
        assertThat(plan.events(data.schema())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lda", "pmm", "cart", "rf", "sample", "nested"})
    void othersDrawManyLabels(String method) {
        Table data = manyLabels();
        Plan plan = Plan.of(data).method(0, method, Map.of()).sets(1).iterations(1);
        assertThat(ChainedEquations.impute(data, plan, Run.of(1))
                        .complete(1)
                        .column(0)
                        .missingCount())
                .isZero();
    }

    @Test
    void columnsThatAreNotVisitedAndHolesThatStayAreTold() {
        Table data = named("a constant predictor");
        Plan some = Plan.of(data).sets(1).iterations(1).visits(BadTables.NUMBER, BadTables.FLAG);
        assertThat(ChainedEquations.impute(data, some, Run.of(1)).events())
                .anyMatch(event -> event.column().equals("l") && event.words().contains("not in the order of visits"));
        Plan left = Plan.of(data).sets(1).iterations(1).method(BadTables.FLAG, "", Map.of());
        assertThat(ChainedEquations.impute(data, left, Run.of(1)).events())
                .anyMatch(event -> event.column().equals("n")
                        && event.words().equals("no draws where \"f\" is missing, which is not imputed"));
    }

    @Test
    void contradictoryRulesAreRefused() {
        Table data = named("a constant predictor");
        assertThatThrownBy(() -> Plan.of(data)
                        .passive(data, "n", "x + z")
                        .post("n", "max(n, 0)")
                        .check(data))
                .hasMessageContaining("is passive and has post, too");
        assertThatThrownBy(() -> Plan.of(data).passive(data, "n", "x + z").model(data, "n", "x"))
                .hasMessageContaining("is passive");
    }
}
