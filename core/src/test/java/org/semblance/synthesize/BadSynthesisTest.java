package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.conditional.BadTables;
import org.semblance.conditional.Conditionals;
import org.semblance.model.Model;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.Privacy;
import org.semblance.run.Progress;
import org.semblance.run.Run;
import org.semblance.table.Table;

/**
 * Tables that break methods, for sequential synthesis by every method: each draws possible values, or is refused before
 * any column is learnt.
 */
class BadSynthesisTest {
    private static final int DRAWN = 60;

    static Stream<String> names() {
        return BadTables.all(false).keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMethodDrawsPossibleValuesOrRefuses(String name) {
        List<String> faults = new ArrayList<>();
        for (String method : Conditionals.ALL.names()) {
            boolean whole = method.equals("survctree") && BadTables.all(true).containsKey(name);
            Table data = BadTables.all(whole).get(name);
            add(faults, method + " for all", data, Map.of("method", method));
            for (int column = 0; column < BadTables.TARGETS; column++) {
                Map<String, Object> one = new LinkedHashMap<>(BadTables.options(method, column));
                one.put("method", method);
                Map<String, ?> options = Map.of(
                        "methods", Map.of(data.schema().field(column).name(), one), "order", List.of("x", "z", "g"));
                add(faults, method + " of " + "nfl".charAt(column), data, options);
            }
        }
        assertThat(faults).as(name).isEmpty();
    }

    /** So that no method passes by refusing everything: each draws a table of these, and as named. */
    @ParameterizedTest
    @MethodSource("usable")
    void everyMethodDrawsSomeTable(String method) {
        boolean whole = method.equals("survctree");
        List<String> tried = new ArrayList<>();
        boolean drawn = BadTables.all(whole).entrySet().stream()
                .anyMatch(one -> IntStream.range(0, BadTables.TARGETS).anyMatch(column -> {
                    String outcome = drawn(method, one.getValue(), column);
                    tried.add(one.getKey() + ", " + "nfl".charAt(column) + ": " + outcome);
                    return outcome.isEmpty();
                }));
        assertThat(drawn).as(method + ": " + String.join("\n", tried)).isTrue();
    }

    static Stream<String> usable() {
        return SequentialMethods.known().stream();
    }

    /** Why a method did not draw a column of a table soundly; empty where it did. */
    private static String drawn(String method, Table data, int column) {
        String name = data.schema().field(column).name();
        Map<String, Object> one = new LinkedHashMap<>(BadTables.options(method, column));
        one.put("method", method);
        Map<String, ?> options = Map.of("methods", Map.of(name, one), "order", List.of("x", "z", "g"));
        try {
            List<String> said = Synthesis.fit(data, Synthesizers.ALL.find("cart"), options, Privacy.DEFAULT, Run.of(1))
                    .contents();
            return said.stream()
                    .filter(line -> line.startsWith(name + ": drawn by ") && !line.contains("by " + method + ":"))
                    .findFirst()
                    .orElseGet(() -> fault(data, options));
        } catch (ProblemException e) {
            return "refused: " + e.getMessage();
        }
    }

    private static void add(List<String> faults, String what, Table data, Map<String, ?> options) {
        String fault = fault(data, options);
        if (!fault.isEmpty()) {
            faults.add(what + ": " + fault);
        }
    }

    /** What comes of a synthesis that must not; empty where all is well. */
    private static String fault(Table data, Map<String, ?> options) {
        AtomicBoolean learning = new AtomicBoolean();
        Progress progress = (name, total, unit) -> {
            learning.set(learning.get() || name.equals("fit"));
            return Progress.Stage.SILENT;
        };
        try {
            Model model = Synthesis.fit(
                    data,
                    Synthesizers.ALL.find("cart"),
                    options,
                    Privacy.DEFAULT,
                    Run.of(1).progress(progress));
            Table drawn = model.sample(DRAWN, Run.of(2)).toTable(Run.of(2));
            for (int c = 0; c < data.width(); c++) {
                String name = data.schema().field(c).name();
                // Of fewer than five rows, labels are kept back: a flag is then missing.
                if (data.rows() >= 5
                        && data.column(c).missingCount() == 0
                        && drawn.column(c).missingCount() > 0) {
                    return drawn.column(c).missingCount() + " of " + name + " are missing, and none is in the data";
                }
                String fault = BadTables.fault(data.column(c), drawn.column(c), false);
                if (!fault.isEmpty()) {
                    return fault + " in " + name;
                }
            }
            return "";
        } catch (ProblemException e) {
            return learning.get() ? "refused while it learns: " + e.getMessage() : "";
        } catch (RuntimeException e) {
            return e + " at " + e.getStackTrace()[0];
        }
    }

    private static Table survey() {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            cells.add((double) (i % 7 - 3));
            cells.add("town " + i % 61);
            cells.add(List.of("low", "mid", "high").get(i * 7 % 11 % 3));
            cells.add((double) (i % 7 - 3) * 2);
        }
        return Table.of("x:decimal, town:category, grade:category, twice:decimal", cells.toArray());
    }

    private static Model fit(Map<String, ?> options) {
        return Synthesis.fit(survey(), Synthesizers.ALL.find("cart"), options, Privacy.DEFAULT, Run.of(1));
    }

    /** A method for all columns, and what is said of one that it cannot draw. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "polr | grade: drawn by polyreg, not by polr: the labels of this column stand in no order that was named",
                "lognorm | twice: drawn by normrank, not by lognorm: the column has negative numbers",
                "constant | x, twice: drawn by normrank, not by constant: the column has more than one value",
                "collinear | grade: drawn by polyreg, not by collinear: no predictor gives the column",
                "polyreg | town: drawn by cart: the column has 61 labels, and polyreg draws at most 60",
                "parametric | town: drawn by cart: the column has 61 labels, and polyreg draws at most 60",
            })
    void aMethodForAllGivesWayWhereItDoesNotFit(String method, String words) {
        assertThat(fit(Map.of("method", method)).contents()).anyMatch(line -> line.startsWith(words));
    }

    /** Column, its method with an option, and why it is refused before anything is learnt. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "town | polyreg | | | the column has 61 labels, and polyreg draws at most 60",
                "town | polr | | | the column has 61 labels, and polr draws at most 60",
                "grade | polr | | | stand in no order",
                "twice | lognorm | | | negative numbers",
                "grade | constant | | | more than one value",
                "grade | collinear | | | no predictor gives the column",
                "x | collinear | of | twice | column \"twice\" is drawn later. Name it earlier in order: order: [twice, x]",
                "town | nested | within | grade | column \"grade\" is drawn later",
                "town | nested | within | county | there is no column \"county\"",
                "x | passive | formula | twice / 2 | column \"twice\" is drawn later. Name it earlier in order: order: [twice, x]",
                "x | passive | formula | x + 1 | names the column itself",
                "twice | passive | formula | y * 2 | there is no column \"y\"",
                "twice | passive | formula | grade | another sort of value",
                "twice | passive | | | the formula is empty",
            })
    void aMethodThatIsNamedIsRefusedBeforeAnythingIsLearnt(
            String column, String method, String option, String value, String words) {
        Map<String, Object> one = new LinkedHashMap<>(Map.of("method", method));
        if (option != null) {
            one.put(option, value);
        }
        Map<String, ?> options = Map.of("methods", Map.of(column, one));
        assertThatThrownBy(() -> fit(options))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(column)
                .hasMessageContaining(words);
        assertThat(fault(survey(), options)).isEmpty();
    }

    @Test
    void othersDrawManyLabels() {
        assertThat(fit(Map.of("methods", Map.of("town", "lda"))).contents())
                .noneMatch(line -> line.startsWith("town: "));
    }

    @Test
    void aFormulaOfWhatTheColumnIsNotDrawnFromIsRefused() {
        Map<String, ?> twice = Map.of("method", "passive", "formula", "x * 2");
        assertThatThrownBy(
                        () -> fit(Map.of("methods", Map.of("twice", twice), "from", Map.of("twice", List.of("grade")))))
                .hasMessageContaining("column \"x\" is not among what the column is drawn from");
    }

    @Test
    void theFirstColumnIsSampledWhichIsSaidWhereItWasNamed() {
        assertThat(fit(Map.of("methods", Map.of("x", "norm"))).contents())
                .contains("x: drawn by sample, not by norm: no column is drawn before it");
    }

    @Test
    void aTableWithoutRowsIsRefused() {
        for (String method : List.of("cart", "parametric")) {
            assertThatThrownBy(() -> Synthesis.fit(
                            BadTables.noRows(), Synthesizers.ALL.find(method), Map.of(), Privacy.DEFAULT, Run.of(1)))
                    .hasMessageContaining("the table has no rows: there is nothing to learn from");
        }
    }
}
