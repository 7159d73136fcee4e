package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Against rpart in R, by {@code reference/conditional_trees.R}. */
class TreeMethodsTest {
    private static final Reference DATA = Reference.read("trees/data.csv");
    private static final Table NUMBERS = Table.of(
            Schema.of(Field.of("a", Kind.DECIMAL), Field.of("b", Kind.DECIMAL), Field.of("c", Kind.WHOLE)),
            List.of(DATA.numberColumn("a"), DATA.numberColumn("b"), DATA.numberColumn("c")));
    private static final Table ALL = Table.of(
            Schema.of(
                    Field.of("a", Kind.DECIMAL),
                    Field.of("b", Kind.DECIMAL),
                    Field.of("c", Kind.WHOLE),
                    Field.of("f", Kind.CATEGORY),
                    Field.of("g", Kind.CATEGORY)),
            List.of(
                    DATA.numberColumn("a"),
                    DATA.numberColumn("b"),
                    DATA.numberColumn("c"),
                    DATA.labelColumn("f"),
                    DATA.labelColumn("g")));

    private static Predictors itself(Table table) {
        return new Predictors(
                table,
                Predictors.of(table).roles(),
                IntStream.range(0, table.rows()).toArray());
    }

    @ParameterizedTest
    @CsvSource({"y, true, ", "two, true, yes", "three, false, low"})
    @DisplayName("cart: every row's leaf as in rpart")
    void leaves(String target, boolean factors, String label) {
        Reference leaves = Reference.read("trees/leaves.csv");
        Trees.agree(
                TreeDonors.PLUGIN.make(),
                Predictors.of(factors ? ALL : NUMBERS),
                Trees.column(DATA, target),
                label == null ? "" : label,
                leaves.numbers(target + ".size"),
                leaves.numbers(target));
    }

    @Test
    void treesInParallelReadRowsEachForItself() {
        Given given = Given.of(Predictors.of(ALL), Field.of("y", Kind.DECIMAL), DATA.numberColumn("y"));
        Conditional forest = Conditionals.ALL.find("rf").make(Map.of("trees", 20));
        // Of few rows: what none of them asks is not grown.
        Predictors rows = given.x().take(IntStream.range(0, 20).toArray());

        for (int seed = 0; seed < 100; seed++) {
            Column one = forest.once(given, Run.of(seed), rows, Rng.of(seed));
            Column many = forest.once(given, Run.of(seed).threads(4), rows, Rng.of(seed));

            assertThat(((NumberColumn) many).toArray()).isEqualTo(((NumberColumn) one).toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "ctree", "rf"})
    void aRowIsNeverItsOwnDonorUnlessAsked(String method) {
        double[] different = IntStream.range(0, 300)
                .mapToDouble(i -> 50 * DATA.numbers("a")[i] + .001 * i)
                .toArray();
        Given given = Given.of(itself(ALL), Field.of("y", Kind.DECIMAL), NumberColumn.of(different));

        NumberColumn others = (NumberColumn)
                Conditionals.ALL.find(method).make().fit(given, Run.of(1)).draw(given.x(), Rng.of(1));
        NumberColumn own = (NumberColumn) Conditionals.ALL
                .find(method)
                .make(Map.of("self", true))
                .fit(given, Run.of(1))
                .draw(given.x(), Rng.of(1));

        assertThat(IntStream.range(0, 300).filter(i -> others.get(i) == different[i]))
                .isEmpty();
        assertThat(IntStream.range(0, 300)
                        .filter(i -> own.get(i) == different[i])
                        .count())
                .isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource({"rf, y", "rf, two", "rf, three", "bag, y", "bag, three", "cart, y"})
    @DisplayName("drawing once gives what a fit and its draw give, though only what is asked is grown")
    void once(String method, String target) {
        boolean number = target.equals("y");
        Given given = Given.of(
                itself(ALL),
                Field.of(target, number ? Kind.DECIMAL : Kind.CATEGORY),
                number ? DATA.numberColumn(target) : DATA.labelColumn(target));
        Predictors some =
                given.x().take(IntStream.range(0, 300).filter(i -> i % 11 == 3).toArray());
        Conditional conditional = Conditionals.ALL.find(method).make();

        Column drawn = conditional.fit(given, Run.of(1)).draw(some, Rng.of(2));
        Column once = conditional.once(given, Run.of(1), some, Rng.of(2));

        for (int i = 0; i < some.rows(); i++) {
            assertThat(value(once, i)).isEqualTo(value(drawn, i));
        }
    }

    private static double value(Column column, int row) {
        return column instanceof NumberColumn numbers ? numbers.get(row) : ((CodeColumn) column).code(row);
    }

    @Test
    void aThousandLabelsAreSplitAsTheyAre() {
        int n = 10_000;
        Rng rng = Rng.of(4);
        int[] town = new int[n];
        int[] street = new int[n];
        for (int i = 0; i < n; i++) {
            town[i] = rng.nextInt(1000);
            street[i] = rng.nextInt(10) == 0 ? rng.nextInt(1000) : town[i] / 50 * 50 + rng.nextInt(50);
        }
        List<String> names = IntStream.range(0, 1000).mapToObj(k -> "n" + k).toList();
        Table x = Table.of(Schema.of(Field.of("town", Kind.CATEGORY)), List.of(CodeColumn.of(town, names)));
        Given given = Given.of(itself(x), Field.of("street", Kind.CATEGORY), CodeColumn.of(street, names));

        CodeColumn drawn = (CodeColumn) TreeDonors.PLUGIN
                .make(Map.of("by-error", false))
                .fit(given, Run.of(1))
                .draw(given.x(), Rng.of(2));

        // Nine in ten streets lie in their town's district; of draws that knew nothing one in twenty would.
        long right = IntStream.range(0, n)
                .filter(i -> drawn.code(i) / 50 == town[i] / 50)
                .count();
        assertThat(right / (double) n).isGreaterThan(.8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cart", "ctree", "rf"})
    void copesWithLittle(String method) {
        for (int observed = 0; observed <= 3; observed++) {
            double[] y = {1, 2, 4, 8};
            String[] labels = {"a", "b", "a", "b"};
            for (int i = observed; i < y.length; i++) {
                y[i] = Double.NaN;
                labels[i] = null;
            }
            List<String> said = new ArrayList<>();
            Predictors x = Predictors.of(Table.of("x:decimal, c:category", 1, "u", 1, "u", 1, "v", 4, "w"));
            Given numbers = new Given(x, Field.of("y", Kind.DECIMAL), NumberColumn.of(y), false, said::add);
            Given codes = new Given(x, Field.of("y", Kind.CATEGORY), CodeColumn.of(labels), false, said::add);

            Column drawn =
                    Conditionals.ALL.find(method).make().fit(numbers, Run.of(1)).draw(x, Rng.of(1));
            Column drawnLabels =
                    Conditionals.ALL.find(method).make().fit(codes, Run.of(1)).draw(x, Rng.of(1));

            assertThat(drawn.missingCount()).isZero();
            assertThat(drawnLabels.missingCount()).isEqualTo(observed == 0 ? 4 : 0);
            assertThat(said).hasSize(observed == 0 ? 2 : 0);
        }
    }
}
