package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
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

    @ParameterizedTest
    @CsvSource({"y, ''", "two, yes", "three, mid"})
    @DisplayName("ctree: every row's leaf as in party")
    void leaves(String target, String label) {
        Reference leaves = Reference.read("inference/leaves.csv");
        Trees.agree(
                InferenceTree.PLUGIN.make(),
                Trees.predictors(DATA, "a", "b", "c", "f", "g"),
                Trees.column(DATA, target),
                label,
                leaves.numbers(target + ".size"),
                leaves.numbers(target));
    }

    @ParameterizedTest
    @CsvSource({"y, '', a b f g", "five, b, a b f g y"})
    @DisplayName("ctree: twelve labels as a predictor, five as a target, 1,200 rows: leaves as in party")
    void manyLabels(String target, String label, String columns) {
        Trees.agree(
                InferenceTree.PLUGIN.make(),
                Trees.predictors(MANY, columns.split(" ")),
                Trees.column(MANY, target),
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

    private static final Reference LIVES = Reference.read("inference/survival.csv");

    @Test
    @DisplayName("survctree: log-rank scores and every row's leaf as in party")
    void survivalLeaves() {
        Predictors x = Trees.predictors(LIVES, "a", "b", "f");
        Cells cells = Trees.survival(x, LIVES, LIVES.numberColumn("event"), Map.of());

        double[] time = LIVES.numbers("time");
        boolean[] occurred = new boolean[time.length];
        for (int i = 0; i < occurred.length; i++) {
            occurred[i] = LIVES.numbers("event")[i] == 1;
        }
        assertThat(SurvivalTree.scores(time, occurred)).containsExactly(LIVES.numbers("score"), within(1e-12));
        LeafDrawer drawer = (LeafDrawer) cells.cell();
        LeafDrawer.Leaves leaves = drawer.leaves().get(0);
        LeafDrawer.Cells row = new LeafDrawer.Cells(x);
        double[] sizes = LIVES.numbers("size");
        double[] means = LIVES.numbers("mean");
        double[] shares = LIVES.numbers("share");
        for (int i = 0; i < sizes.length; i++) {
            row.row = i;
            int leaf = leaves.tree().leaf(row);
            int[] pairs = IntStream.range(leaves.start()[leaf], leaves.start()[leaf + 1])
                    .map(at -> (int) drawer.values()[leaves.donors()[at]])
                    .toArray();
            assertThat(pairs.length).isEqualTo((int) sizes[i]);
            assertThat(mean(cells.sides().get(0), pairs)).isCloseTo(means[i], within(1e-9));
            assertThat(mean(cells.sides().get(1), pairs)).isCloseTo(shares[i], within(1e-9));
        }
        assertThat(leaves.tree().leaves()).isGreaterThan(5);
    }

    private static double mean(Cells.Side side, int[] pairs) {
        return Arrays.stream(pairs)
                .mapToDouble(pair -> side.values()[pair])
                .average()
                .orElse(Double.NaN);
    }

    @Test
    @DisplayName("survctree: pairs of time and event that occur, also of labels, and the same from a file")
    void survivalPairs() {
        String[] lost = Arrays.stream(LIVES.numbers("event"))
                .mapToObj(event -> event == 1 ? "Yes" : "lost")
                .toArray(String[]::new);
        Predictors x = Trees.predictors(LIVES, "a", "b", "f");
        CodeColumn labels = CodeColumn.of(lost);
        Cells cells = Trees.survival(x, LIVES, labels, Map.of("event", "event"));

        List<Column> drawn = cells.drawAll(x, Rng.of(3));
        Set<String> real = new HashSet<>();
        for (int i = 0; i < lost.length; i++) {
            real.add(LIVES.numbers("time")[i] + lost[i]);
        }
        for (int i = 0; i < lost.length; i++) {
            CodeColumn event = (CodeColumn) drawn.get(1);
            assertThat(real)
                    .contains(((NumberColumn) drawn.get(0)).get(i)
                            + event.labels().get(event.code(i)));
        }
        assertThat(((NumberColumn) cells.draw(x, Rng.of(3))).toArray())
                .isEqualTo(((NumberColumn) drawn.get(0)).toArray());
        List<Column> again =
                DrawerFile.load(DrawerFile.store(cells.forgetful())).drawAll(x, Rng.of(3));
        List<Column> before = cells.forgetful().drawAll(x, Rng.of(3));
        assertThat(((NumberColumn) again.get(0)).toArray()).isEqualTo(((NumberColumn) before.get(0)).toArray());
        assertThat(((CodeColumn) again.get(1)).toArray()).isEqualTo(((CodeColumn) before.get(1)).toArray());
        assertThatThrownBy(() -> Trees.survival(x, LIVES, labels, Map.of("occurred", "dead")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("\"dead\"");
    }
}
