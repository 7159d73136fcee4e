package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** synthpop's methods against R, by {@code reference/conditional_synthpop.R}. */
class SynthpopMethodsTest {
    private static final Reference DATA = Reference.read("trees/data.csv");
    private static final Reference FORESTS = Reference.read("synthpop/forests.csv");
    private static final Reference GROUPS = Reference.read("synthpop/groups.csv");
    private static final Field Y = Field.of("y", Kind.DECIMAL);
    private static final double[] VALUES = DATA.numbers("y");
    private static final Predictors NUMBERS = Predictors.of(Table.of(
            Schema.of(Field.of("a", Kind.DECIMAL), Field.of("b", Kind.DECIMAL), Field.of("c", Kind.WHOLE)),
            List.of(DATA.numberColumn("a"), DATA.numberColumn("b"), DATA.numberColumn("c"))));
    private static final int[] MISSING = IntStream.range(0, VALUES.length)
            .filter(row -> Double.isNaN(VALUES[row]))
            .toArray();

    /** The values in the leaves that a row comes to, of all trees together. */
    private static double[] pool(LeafDrawer drawer, LeafDrawer.Cells cells) {
        return drawer.leaves().stream()
                .flatMapToDouble(leaves -> {
                    int leaf = leaves.tree().leaf(cells);
                    return IntStream.range(leaves.start()[leaf], leaves.start()[leaf + 1])
                            .mapToDouble(at -> drawer.values()[leaves.donors()[at]]);
                })
                .toArray();
    }

    /** The mean over 500 trees is off by a tree's deviation / sqrt(500); six of them, 60 rows: probability 1e-7. */
    @ParameterizedTest
    @CsvSource({"ranger, 1", "bag, 50"})
    @DisplayName("donors of ranger and bag: their mean and deviation in every row as in R's ranger and randomForest")
    void forests(String method, int fits) {
        double[] means = FORESTS.numbers(method);
        double[] deviations = FORESTS.numbers(method + ".sd");
        double[] trees = FORESTS.numbers(method + ".tree");
        List<LeafDrawer> drawers = IntStream.range(0, fits)
                .mapToObj(seed -> (LeafDrawer) Conditionals.ALL
                        .find(method)
                        .make()
                        .fit(Given.of(NUMBERS, Y, NumberColumn.of(VALUES)), Run.of(seed)))
                .toList();
        LeafDrawer.Cells cells = new LeafDrawer.Cells(NUMBERS);
        for (int i = 0; i < MISSING.length; i++) {
            cells.row = MISSING[i];
            double[] pool = drawers.stream()
                    .map(drawer -> pool(drawer, cells))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            double mean = DoubleStream.of(pool).average().orElseThrow();
            double deviation = Math.sqrt(DoubleStream.of(pool)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow());
            assertThat(mean).as("row " + MISSING[i]).isCloseTo(means[i], within(6 * trees[i] / Math.sqrt(500)));
            assertThat(deviation).isCloseTo(deviations[i], within(.15 * deviations[i]));
        }
    }

    @ParameterizedTest
    @CsvSource({"nested, f", "satcat, ''"})
    @DisplayName("nested and satcat: the donors of every row's group as in R")
    void groups(String method, String group) {
        Table both = Table.of(
                Schema.of(Field.of("f", Kind.CATEGORY), Field.of("g", Kind.CATEGORY)),
                List.of(DATA.labelColumn("f"), DATA.labelColumn("g")));
        Nested.GroupDrawer drawer = (Nested.GroupDrawer) Conditionals.ALL
                .find(method)
                .make(Map.of("within", group))
                .fit(Given.of(Predictors.of(both), Y, NumberColumn.of(VALUES)), Run.of(1));
        double[] counts = GROUPS.numbers(method);
        double[] means = GROUPS.numbers(method + ".mean");
        for (int row = 0; row < VALUES.length; row++) {
            double[] key = new double[drawer.columns().length];
            for (int k = 0; k < key.length; k++) {
                key[k] = both.codes(drawer.columns()[k]).code(row);
            }
            int place = IntStream.range(0, drawer.groups().length)
                    .filter(g -> Arrays.equals(drawer.groups()[g], key))
                    .findFirst()
                    .orElseThrow();
            double[] donors = Arrays.copyOfRange(drawer.donors(), drawer.start()[place], drawer.start()[place + 1]);
            assertThat(donors.length).isEqualTo((int) counts[row]);
            assertThat(Arrays.stream(donors).average().orElseThrow()).isCloseTo(means[row], within(1e-9));
        }
    }
}
