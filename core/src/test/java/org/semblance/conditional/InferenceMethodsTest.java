package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Trees of conditional inference against party 1.3-11 in R, by {@code reference/conditional_inference.R}. */
class InferenceMethodsTest {
    private static final Reference DATA = Reference.read("trees/data.csv");
    private static final Reference MANY = Reference.read("inference/many.csv");

    private static Table table(Reference data, String... columns) {
        return Table.of(
                Schema.of(Arrays.stream(columns)
                        .map(name -> Field.of(name, number(name) ? Kind.DECIMAL : Kind.CATEGORY))
                        .toArray(Field[]::new)),
                Arrays.stream(columns).map(name -> column(data, name)).toList());
    }

    private static boolean number(String name) {
        return List.of("a", "b", "c", "y").contains(name);
    }

    private static Column column(Reference data, String name) {
        return number(name) ? data.numberColumn(name) : data.labelColumn(name);
    }

    /** @param label whose share is the mean of a leaf; empty for numbers */
    private static void agree(Predictors x, Column y, String label, double[] sizes, double[] means) {
        Field field = Field.of("target", label.isEmpty() ? Kind.DECIMAL : Kind.CATEGORY);
        LeafDrawer drawer = (LeafDrawer) InferenceTree.PLUGIN.make().fit(Given.of(x, field, y), Run.of(1));
        LeafDrawer.Leaves leaves = drawer.leaves().get(0);
        LeafDrawer.Cells cells = new LeafDrawer.Cells(x);
        for (int row = 0; row < y.size(); row++) {
            if (y.isMissing(row)) {
                continue;
            }
            cells.row = row;
            int leaf = leaves.tree().leaf(cells);
            int from = leaves.start()[leaf];
            int to = leaves.start()[leaf + 1];
            assertThat(to - from).as("leaf of row " + row).isEqualTo((int) sizes[row]);
            double mean = IntStream.range(from, to)
                    .mapToDouble(i -> drawer.values()[leaves.donors()[i]])
                    .map(value -> label.isEmpty()
                            ? value
                            : drawer.labels().get((int) value).equals(label) ? 1 : 0)
                    .average()
                    .orElse(Double.NaN);
            assertThat(mean).isCloseTo(means[row], within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"y, ''", "two, yes", "three, mid"})
    @DisplayName("ctree: every row's leaf as in party")
    void leaves(String target, String label) {
        Reference leaves = Reference.read("inference/leaves.csv");
        agree(
                Predictors.of(table(DATA, "a", "b", "c", "f", "g")),
                column(DATA, target),
                label,
                leaves.numbers(target + ".size"),
                leaves.numbers(target));
    }

    @ParameterizedTest
    @CsvSource({"y, '', a b f g", "five, b, a b f g y"})
    @DisplayName("ctree: twelve labels as a predictor, five as a target, 1,200 rows: leaves as in party")
    void manyLabels(String target, String label, String columns) {
        agree(
                Predictors.of(table(MANY, columns.split(" "))),
                column(MANY, target),
                label,
                MANY.numbers(target + ".size"),
                MANY.numbers(target + ".mean"));
    }

    @Test
    @DisplayName("ctree: a predictor that tells nothing is not asked, as cart would")
    void noFavourForManyValues() {
        Rng rng = Rng.of(3);
        double[] noise =
                IntStream.range(0, 400).mapToDouble(i -> rng.nextDouble()).toArray();
        double[] y =
                IntStream.range(0, 400).mapToDouble(i -> rng.nextGaussian()).toArray();
        Predictors x = Predictors.of(Table.of(Schema.of(Field.of("x", Kind.DECIMAL)), List.of(NumberColumn.of(noise))));
        Given given = Given.of(x, Field.of("y", Kind.DECIMAL), NumberColumn.of(y));

        // A right test splits with probability .1; the seed is fixed.
        LeafDrawer drawer = (LeafDrawer) InferenceTree.PLUGIN.make().fit(given, Run.of(1));
        assertThat(drawer.leaves().get(0).tree().leaves()).isEqualTo(1);
    }
}
