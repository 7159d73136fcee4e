package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** catall and ipf; fitted tables against R by {@code reference/conditional_tables.R}. */
class TableMethodsTest {
    private static final Reference ROWS = Reference.read("tables/rows.csv");
    private static final Predictors NONE = Predictors.none(400);
    private static final List<String> SAID = new ArrayList<>();

    private static Given given(String... beside) {
        return new Given(
                NONE,
                Field.of("a", Kind.CATEGORY),
                ROWS.labelColumn("a"),
                false,
                SAID::add,
                Table.of(
                        Schema.of(Arrays.stream(beside)
                                .map(name -> Field.of(name, Kind.CATEGORY))
                                .toArray(Field[]::new)),
                        Arrays.stream(beside)
                                .map(name -> (Column) ROWS.labelColumn(name))
                                .toList()));
    }

    private static CrossTable fit(String method, Map<String, ?> options, String... beside) {
        SAID.clear();
        return (CrossTable) Conditionals.ALL.find(method).make(options).fit(given(beside), Run.of(1));
    }

    private static double[] whole(CrossTable table) {
        int size = table.axes().stream().mapToInt(axis -> axis.labels().size()).reduce(1, (a, b) -> a * b);
        double[] out = new double[size];
        double[] mass = table.mass();
        for (int i = 0; i < mass.length; i++) {
            out[table.cells().length == 0 ? i : (int) table.cells()[i]] = mass[i];
        }
        return out;
    }

    @ParameterizedTest
    @CsvSource({"twoway, '', '', pairs", "oneway, a+b+c, '', triple", "oneway, c+d, a = 'a1' and b = 'b3', zeros"})
    @DisplayName("ipf: every cell of the fitted table as in R")
    void fitted(String margins, String more, String never, String column) {
        Map<String, ?> options = Map.of(
                "margins",
                margins,
                "other-margins",
                more.isEmpty() ? List.of() : List.of(more),
                "struct-zero",
                never.isEmpty() ? List.of() : List.of(never),
                "tol",
                1e-13);

        CrossTable table = fit("ipf", options, "b", "c", "d");

        assertThat(whole(table))
                .containsExactly(Reference.read("tables/fitted.csv").numbers(column), within(1e-9));
        assertThat(SAID).hasSize(never.isEmpty() ? 0 : 1);
    }

    @Test
    @DisplayName("ipf: without a prior as loglin of base R")
    void loglin() {
        CrossTable table = fit("ipf", Map.of("priorn", 0, "tol", 1e-13), "b", "c", "d");

        assertThat(whole(table))
                .containsExactly(Reference.read("tables/fitted.csv").numbers("plain"), within(1e-6));
    }

    /** A right method fails each bound of 5 deviations with probability 6e-7; 24 cells, a fixed seed. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 200})
    @DisplayName("catall: each combination as often as it is counted, and the prior evenly over those that may be")
    void shares(double priorn) {
        CrossTable table =
                fit("catall", Map.of("priorn", priorn, "struct-zero", List.of("a = 'a1' and b = 'b3'")), "b", "c");
        int n = 200_000;
        List<Column> drawn = table.drawAll(Predictors.none(n), Rng.of(5));

        double[] real = counts(List.of(ROWS.labelColumn("a"), ROWS.labelColumn("b"), ROWS.labelColumn("c")));
        double[] made = counts(drawn);
        double sum = 0;
        double[] expected = new double[24];
        for (int cell = 0; cell < 24; cell++) {
            boolean never = cell / 2 == 2;
            expected[cell] = never ? 0 : real[cell] + priorn / 24;
            sum += expected[cell];
        }
        for (int cell = 0; cell < 24; cell++) {
            double p = expected[cell] / sum;
            assertThat(made[cell] / n).as("cell " + cell).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / n)));
        }
        assertThat(SAID).hasSize(1).allMatch(words -> words.contains("impossible"));
    }

    private static double[] counts(List<Column> columns) {
        double[] out = new double[24];
        for (int row = 0; row < columns.get(0).size(); row++) {
            int cell = 0;
            for (Column column : columns) {
                cell = cell * ((CodeColumn) column).labels().size() + ((CodeColumn) column).code(row);
            }
            out[cell]++;
        }
        return out;
    }

    @Test
    @DisplayName("catall: a table of a thousand million million cells; one draw for all columns; the same from a file")
    void sparse() {
        int rows = 400;
        Rng rng = Rng.of(2);
        List<String> names = IntStream.range(0, 1000).mapToObj(k -> "n" + k).toList();
        List<Column> columns = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (int c = 0; c < 5; c++) {
            int[] codes = new int[rows];
            Arrays.setAll(codes, i -> rng.nextInt(1000));
            columns.add(CodeColumn.of(codes, names));
            fields.add(Field.of("c" + c, Kind.CATEGORY));
        }
        Given given = new Given(
                NONE,
                fields.get(0),
                columns.get(0),
                false,
                Given.Events.NONE,
                Table.of(Schema.of(fields.subList(1, 5).toArray(Field[]::new)), columns.subList(1, 5)));
        Conditional.Drawer drawer = CategoryTable.PLUGIN.make().fit(given, Run.of(1));
        Conditional.Drawer noisy =
                CategoryTable.PLUGIN.make(Map.of("epsilon", 20)).fit(given, Run.of(1));

        assertThat(((CrossTable) drawer).cells()).hasSize(rows);
        assertThat(noisy.drawAll(Predictors.none(50), Rng.of(1))).hasSize(5);
        List<Column> drawn = drawer.drawAll(Predictors.none(100), Rng.of(3));
        List<Column> again =
                DrawerFile.load(DrawerFile.store(drawer.forgetful())).drawAll(Predictors.none(100), Rng.of(3));
        for (int c = 0; c < 5; c++) {
            assertThat(((CodeColumn) again.get(c)).toArray()).isEqualTo(((CodeColumn) drawn.get(c)).toArray());
        }
    }

    @Test
    @DisplayName(
            "catall with epsilon: counts are near where epsilon is large, and differ from fit to fit where it is small")
    void privateCounts() {
        // With epsilon 60 a count is off by 1 with probability 2e-13.
        CrossTable near = fit("catall", Map.of("epsilon", 60), "b", "c");
        assertThat(near.mass())
                .containsExactly(fit("catall", Map.of(), "b", "c").mass());
        assertThat(near.even()).isZero();
        fit("catall", Map.of("epsilon", .5), "b", "c");
        assertThat(SAID).anyMatch(words -> words.contains("no seed"));
        fit("catall", Map.of("epsilon", 60, "struct-zero", List.of("a = 'a1' and b = 'b3'")), "b", "c");
        assertThat(SAID).as("no count of real rows is told").noneMatch(words -> words.contains("real rows"));

        // 24 counts of scale 4: all of two fits are equal with probability below 1e-15.
        double[] one = fit("catall", Map.of("epsilon", .5), "b", "c").mass();
        double[] other = fit("catall", Map.of("epsilon", .5), "b", "c").mass();
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    @DisplayName("ipf with epsilon: margins keep the number of rows, and the fit ends")
    void privateMargins() {
        CrossTable table = fit("ipf", Map.of("epsilon", 5), "b", "c");

        assertThat(Arrays.stream(table.mass()).sum()).isCloseTo(400, within(1.0));
        assertThat(SAID).anyMatch(words -> words.contains("no guarantee"));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> fit("ipf", Map.of("max-table", 10), "b", "c"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("max-table");
        assertThatThrownBy(() -> fit("ipf", Map.of("other-margins", List.of("a+e")), "b"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"e\"");
        assertThatThrownBy(() -> fit("catall", Map.of("struct-zero", List.of("a = 'a9'")), "b"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("a9");
        assertThatThrownBy(() -> fit("ipf", Map.of("margins", "none"), "b"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("margin");
    }
}
