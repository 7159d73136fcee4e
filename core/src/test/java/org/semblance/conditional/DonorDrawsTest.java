package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

/**
 * Methods that give donors' values: each value comes as often as it is among the donors of the row, which other tests hold
 * against R. 10,000 draws for one row; a right method fails a chi-squared test with probability 1e-4; seeds are fixed.
 */
class DonorDrawsTest {
    private static final int DRAWS = 10_000;
    private static final double FALSE_ALARM = 1e-4;
    private static final Reference DATA = Reference.read("trees/data.csv");
    private static final double[] Y = DATA.numbers("y");
    private static final int ROW = IntStream.range(0, Y.length)
            .filter(i -> Double.isNaN(Y[i]))
            .findFirst()
            .orElseThrow();

    /** The chance of counts as far from their expectations or farther; values expected less than ten times count as one. */
    private static double p(double[] donors, double[] drawn) {
        Map<Double, double[]> counts = new TreeMap<>();
        for (double donor : donors) {
            counts.computeIfAbsent(donor, key -> new double[2])[0] += (double) drawn.length / donors.length;
        }
        for (double value : drawn) {
            assertThat(counts).containsKey(value);
            counts.get(value)[1]++;
        }
        double[] rare = new double[2];
        double chiSquare = 0;
        int bins = 0;
        for (double[] pair : counts.values()) {
            if (pair[0] < 10) {
                rare[0] += pair[0];
                rare[1] += pair[1];
            } else {
                chiSquare += (pair[1] - pair[0]) * (pair[1] - pair[0]) / pair[0];
                bins++;
            }
        }
        if (rare[0] > 0) {
            chiSquare += (rare[1] - rare[0]) * (rare[1] - rare[0]) / rare[0];
            bins++;
        }
        assertThat(bins).isGreaterThan(3);
        return Gamma.regularizedGammaQ((bins - 1) / 2.0, chiSquare / 2);
    }

    private static double[] draws(Conditional.Drawer drawer, Predictors x, int row) {
        int[] same = new int[DRAWS];
        Arrays.fill(same, row);
        return ((NumberColumn) drawer.draw(x.take(same), Rng.of(4))).toArray();
    }

    private static double[] pool(LeafDrawer drawer, Predictors x, int row) {
        LeafDrawer.Cells cells = new LeafDrawer.Cells(x);
        cells.row = row;
        return drawer.leaves().stream()
                .flatMapToDouble(leaves -> {
                    int leaf = leaves.tree().leaf(cells);
                    return IntStream.range(leaves.start()[leaf], leaves.start()[leaf + 1])
                            .mapToDouble(at -> drawer.values()[leaves.donors()[at]]);
                })
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "ctree", "rf", "bag", "ranger"})
    @DisplayName("trees: values as often as in the leaves of the row, of all trees together")
    void trees(String method) {
        Predictors x = Trees.predictors(DATA, "a", "b", "c", "f", "g");
        Given given = Given.of(x, Field.of("y", Kind.DECIMAL), NumberColumn.of(Y));
        LeafDrawer drawer = (LeafDrawer) Conditionals.ALL.find(method).make().fit(given, Run.of(1));

        assertThat(p(pool(drawer, x, ROW), draws(drawer, x, ROW))).isGreaterThan(FALSE_ALARM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"survctree"})
    @DisplayName("pairs of time and event as often as in the leaf of the row")
    void survival(String method) {
        Reference lives = Reference.read("inference/survival.csv");
        Predictors x = Trees.predictors(lives, "a", "b", "f");
        Cells cells = Trees.survival(x, lives, lives.numberColumn("event"), Map.of());
        LeafDrawer drawer = (LeafDrawer) cells.cell();

        assertThat(p(pool(drawer, x, 5), draws(drawer, x, 5))).as(method).isGreaterThan(FALSE_ALARM);
    }

    @ParameterizedTest
    @CsvSource({"nested, f", "satcat, ''", "sample, ''"})
    @DisplayName("values as often as among the rows of the group")
    void groups(String method, String group) {
        Predictors x = Trees.predictors(DATA, "f", "g");
        Given given = Given.of(x, Field.of("y", Kind.DECIMAL), NumberColumn.of(Y));
        Conditional.Drawer drawer = Conditionals.ALL
                .find(method)
                .make(method.equals("sample") ? Map.of() : Map.of("within", group))
                .fit(given, Run.of(1));
        double[] donors = IntStream.range(0, Y.length)
                .filter(i -> !Double.isNaN(Y[i]))
                .filter(i -> method.equals("sample")
                        || x.table().codes(0).code(i) == x.table().codes(0).code(ROW))
                .filter(i -> !method.equals("satcat")
                        || x.table().codes(1).code(i) == x.table().codes(1).code(ROW))
                .mapToDouble(i -> Y[i])
                .toArray();

        assertThat(p(donors, draws(drawer, x, ROW))).isGreaterThan(FALSE_ALARM);
        assertThat(DoubleStream.of(donors).distinct().count()).isGreaterThan(3);
    }
}
