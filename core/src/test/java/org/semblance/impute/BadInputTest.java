package org.semblance.impute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.conditional.Conditionals;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/**
 * Tables that break methods: every method that draws the column either fills it with possible values, and says what it did
 * otherwise, or refuses before anything is drawn.
 */
class BadInputTest {
    private static final int ROWS = 40;

    private record Cell(double x, double z, int cluster, boolean gone, Rng rng) {}

    private interface Target {
        @Nullable
        Object of(Cell cell);
    }

    /** Targets n (number), f (two labels) and l (three), predictors x, z and the cluster g; every fourth target is gone. */
    private static Table table(Target n, Target f, Target l, Target x, Target z, Target g) {
        Rng rng = Rng.of(9);
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Cell cell = new Cell(rng.nextGaussian(), rng.nextGaussian(), 1 + i % 5, i % 4 == 0, rng);
            for (Target one : List.of(n, f, l)) {
                Object value = one.of(cell);
                cells.add(cell.gone ? null : value);
            }
            for (Target one : List.of(x, z, g)) {
                cells.add(one.of(cell));
            }
        }
        return Table.of("n:decimal, f:flag, l:category, x:decimal, z:decimal, g:whole", cells.toArray());
    }

    private static final Target NUMBER = cell -> cell.x + cell.rng.nextGaussian();
    private static final Target FLAG = cell -> cell.x + cell.rng.nextGaussian() > 0 ? "yes" : "no";
    private static final Target LABEL = cell -> List.of("a", "b", "c").get(cell.rng.nextInt(3));
    private static final Target X = Cell::x;
    private static final Target Z = Cell::z;
    private static final Target CLUSTER = Cell::cluster;

    private static Table named(String name) {
        return switch (name) {
            case "perfect prediction" ->
                table(
                        cell -> 2 * cell.x,
                        cell -> cell.x > 0 ? "yes" : "no",
                        cell -> cell.x < -.5 ? "a" : cell.x < .5 ? "b" : "c",
                        X,
                        Z,
                        CLUSTER);
            case "a constant target" -> table(cell -> 7.0, cell -> "yes", cell -> "a", X, Z, CLUSTER);
            case "a constant predictor" -> table(NUMBER, FLAG, LABEL, X, cell -> 3.0, CLUSTER);
            case "a predictor twice" -> table(NUMBER, FLAG, LABEL, X, cell -> 5 - 2 * cell.x, CLUSTER);
            case "clusters of one row" -> {
                int[] next = {0};
                yield table(NUMBER, FLAG, LABEL, X, Z, cell -> next[0]++);
            }
            case "one cluster" -> table(NUMBER, FLAG, LABEL, X, Z, cell -> 1);
            case "clusters with nothing observed" ->
                table(
                        cell -> cell.cluster < 3 ? null : NUMBER.of(cell),
                        cell -> cell.cluster < 3 ? null : FLAG.of(cell),
                        cell -> cell.cluster < 3 ? null : LABEL.of(cell),
                        X,
                        Z,
                        CLUSTER);
            case "one value observed" -> {
                int[] next = {0};
                yield table(
                        cell -> next[0]++ == 1 ? 4.0 : null,
                        cell -> next[0] == 2 ? "yes" : null,
                        cell -> next[0] == 2 ? "a" : null,
                        X,
                        Z,
                        CLUSTER);
            }
            case "no value observed" -> table(cell -> null, cell -> null, cell -> null, X, Z, CLUSTER);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Plan plan(Table data, int column, String method) {
        Plan plan = Plan.of(data).sets(1).iterations(2);
        for (int c = 0; c < 3; c++) {
            plan = plan.method(c, c == column ? method : "", Map.of());
        }
        boolean clustered = method.startsWith("2l");
        int[][] matrix = new int[data.width()][data.width()];
        matrix[column][3] = clustered && !method.startsWith("2lonly") ? 2 : 1;
        matrix[column][4] = 1;
        matrix[column][5] = clustered ? -2 : 1;
        return plan.predictors(matrix);
    }

    /** Methods that need options, or draw other things than a column's holes. */
    private static final Set<String> OTHERS =
            Set.of("quadratic", "survctree", "catall", "ipf", "nested", "collinear", "passive", "constant", "ri");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "perfect prediction",
                "a constant target",
                "a constant predictor",
                "a predictor twice",
                "clusters of one row",
                "one cluster",
                "clusters with nothing observed",
                "one value observed",
                "no value observed"
            })
    void everyMethodFillsItWithPossibleValuesOrRefuses(String name) {
        Table data = named(name);
        for (String method : Conditionals.ALL.names()) {
            for (int column = 0; column < 3 && !OTHERS.contains(method); column++) {
                Imputed imputed;
                try {
                    imputed = ChainedEquations.impute(data, plan(data, column, method), Run.of(1));
                } catch (ProblemException e) {
                    assertThat(e.getMessage())
                            .as(method)
                            .contains("column \"" + data.schema().field(column).name() + "\"")
                            .containsPattern(
                                    "draws numbers|no order that was named|two labels|as one|labels|negative numbers");
                    continue;
                } catch (RuntimeException e) {
                    throw new AssertionError(name + ", " + method + ", column " + column, e);
                }
                String as = name + ", " + method + ", "
                        + data.schema().field(column).name();
                Column filled = imputed.complete(1).column(column);
                boolean left = imputed.plan().methods().get(column).isEmpty();
                if (filled.missingCount() > 0) {
                    assertThat(imputed.events())
                            .as(as + ": holes that stay are told")
                            .isNotEmpty();
                }
                for (int row = 0; row < ROWS; row++) {
                    if (filled instanceof NumberColumn numbers) {
                        double value = numbers.get(row);
                        assertThat(left || Double.isNaN(value) || Math.abs(value) < 1e6)
                                .as(as + " " + value)
                                .isTrue();
                    } else if (!filled.isMissing(row)) {
                        CodeColumn codes = (CodeColumn) filled;
                        assertThat(codes.labels().get(codes.code(row)))
                                .as(as)
                                .matches(column == 1 ? "yes|no" : "[abc]");
                    }
                }
                imputed.events()
                        .forEach(event -> assertThat(event.words()).as(as).matches("(?s)\\S.{8,}"));
            }
        }
    }

    /** Column, case and method, and what is said of it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "n | a constant target | norm | left out as predictor and as target: every observed value is the same",
                "n | a predictor twice | norm | left out as predictor and as target: it repeats column \"x\"",
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
