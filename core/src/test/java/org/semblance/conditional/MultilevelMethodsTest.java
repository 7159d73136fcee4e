package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.conditional.Predictors.Role;
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

/** Against lme4 1.1-31 and mice 3.15.0 in R, by {@code reference/conditional_levels.R}. */
class MultilevelMethodsTest {
    private static final Reference DATA = Reference.read("levels/data.csv");

    private static Predictors x(Role extrav, Role sex) {
        Table table = Table.of(
                Schema.of(
                        Field.of("school", Kind.WHOLE), Field.of("extrav", Kind.DECIMAL), Field.of("sex", Kind.WHOLE)),
                List.of(DATA.numberColumn("school"), DATA.numberColumn("extrav"), DATA.numberColumn("sex")));
        return new Predictors(
                table,
                List.of(Role.CLUSTER, extrav, sex),
                IntStream.range(0, table.rows()).toArray());
    }

    private static Given pop(Role extrav, Role sex) {
        return Given.of(x(extrav, sex), Field.of("pop", Kind.DECIMAL), DATA.numberColumn("pop"));
    }

    private static Given pass() {
        return Given.of(x(Role.FIXED, Role.FIXED), Field.of("pass", Kind.CATEGORY), DATA.labelColumn("pass"));
    }

    @Test
    @DisplayName("2l.lmer: estimates of lme4's lmer")
    void linear() {
        Given given = pop(Role.RANDOM, Role.FIXED);
        LevelDesign design = LevelDesign.of(given, false);
        MixedModel fit = MixedModel.fit(LevelSums.of(design, given));

        Reference expected = Reference.read("levels/lmer.csv");
        double[] values = expected.numbers("value");
        double[][] covariance = fit.covariance();
        double[][] inverse = fit.information().inverse();
        for (int j = 0; j < 3; j++) {
            assertThat(fit.beta()[j]).isCloseTo(values[j], within(2e-5));
            double error = fit.deviation() * Math.sqrt(inverse[j][j]);
            assertThat(error).isCloseTo(expected.numbers("error")[j], within(2e-5));
        }
        assertThat(Math.sqrt(covariance[0][0])).isCloseTo(values[3], within(1e-3));
        assertThat(Math.sqrt(covariance[1][1])).isCloseTo(values[4], within(1e-4));
        assertThat(covariance[0][1] / Math.sqrt(covariance[0][0] * covariance[1][1]))
                .isCloseTo(values[5], within(1e-4));
        assertThat(fit.deviation()).isCloseTo(values[6], within(1e-5));
        Reference effects = Reference.read("levels/effects.csv");
        for (int k = 0; k < 30; k++) {
            assertThat(fit.effects()[k][0]).isCloseTo(effects.numbers("X.Intercept.")[k], within(1e-3));
            assertThat(fit.effects()[k][1]).isCloseTo(effects.numbers("extrav")[k], within(2e-4));
        }
    }

    @Test
    @DisplayName("2l.bin: estimates of lme4's glmer")
    void logistic() {
        Given given = pass();
        int[] rows = given.observed();
        LevelDesign design = LevelDesign.of(given, false);
        MixedLogit.Fit fit =
                MixedLogit.fit(design, given.x(), rows, Classes.of(given, rows).of());

        Reference expected = Reference.read("levels/glmer.csv");
        Reference effects = Reference.read("levels/effects.csv");
        for (int j = 0; j < 3; j++) {
            assertThat(fit.beta()[j]).isCloseTo(expected.numbers("value")[j], within(1e-4));
            assertThat(Math.sqrt(fit.covariance()[j][j])).isCloseTo(expected.numbers("error")[j], within(1e-4));
        }
        assertThat(Math.abs(fit.root()[0][0])).isCloseTo(expected.numbers("value")[3], within(1e-4));
        for (int k = 0; k < 30; k++) {
            assertThat(fit.effects()[k][0]).isCloseTo(effects.numbers("binary")[k], within(1e-3));
            assertThat(fit.spreads()[k][0][0]).isCloseTo(effects.numbers("variance")[k], within(1e-3));
        }
    }

    @Test
    @DisplayName("2l.lmer: the mean of draws for a row of a known cluster is what the estimates predict")
    void mean() {
        Given given = pop(Role.RANDOM, Role.FIXED);
        LevelDesign design = LevelDesign.of(given, false);
        MixedModel fit = MixedModel.fit(LevelSums.of(design, given));
        double[] x = new double[3];
        design.rows(given.x()).fill(0, x);
        double[] effects = fit.effects()[0];
        double predicted = fit.beta()[0] + effects[0] + x[1] * (fit.beta()[1] + effects[1]) + x[2] * fit.beta()[2];
        double[] drawn = new double[60];
        for (int i = 0; i < drawn.length; i++) {
            Run run = Run.of(i).threads(1);
            Conditional.Drawer drawer = Conditionals.ALL.find("2l.lmer").make().fit(given, run);
            drawn[i] = ((NumberColumn)
                            drawer.draw(given.x().take(new int[] {0}), run.rng().child("draw")))
                    .get(0);
        }

        // The mean of 60 draws of deviation .8 is off by .1: .52 is five deviations.
        assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(predicted, within(.52));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2l.lmer", "2l.pan", "2l.norm"})
    void newClustersHaveOneEffectEach(String method) {
        Given given = pop(Role.RANDOM, Role.RANDOM);
        Conditional.Drawer drawer = Conditionals.ALL.find(method).make().fit(given, Run.of(1));
        int[] rows = new int[4000];
        Table some = given.x().table().take(rows);
        double[] school =
                IntStream.range(0, 4000).mapToDouble(i -> i < 2000 ? 900 : 901).toArray();
        Predictors others = new Predictors(
                Table.of(some.schema(), List.of(NumberColumn.of(school), some.column(1), some.column(2))),
                given.x().roles(),
                new int[0]);

        double[] drawn = ((NumberColumn) drawer.draw(others, Rng.of(1))).toArray();

        double one = Arrays.stream(drawn, 0, 1000).average().orElseThrow();
        double same = Arrays.stream(drawn, 1000, 2000).average().orElseThrow();
        double other = Arrays.stream(drawn, 2000, 4000).average().orElseThrow();
        assertThat(one).isCloseTo(same, within(.3));
        assertThat(Math.abs(one - other)).isGreaterThan(.05);
    }

    @Test
    @DisplayName("2lonly.norm, 2lonly.pmm: one value for all rows of a cluster, near what the means predict")
    void secondLevel() {
        Given given = Given.of(x(Role.FIXED, Role.FIXED), Field.of("texp", Kind.WHOLE), DATA.numberColumn("texp"));
        for (String method : List.of("2lonly.norm", "2lonly.pmm")) {
            int[] missing = IntStream.range(0, given.y().size())
                    .filter(i -> given.y().isMissing(i))
                    .toArray();
            Predictors rows = given.x().take(missing);
            NumberColumn drawn = (NumberColumn)
                    Conditionals.ALL.find(method).make().fit(given, Run.of(1)).draw(rows, Rng.of(1));

            assertThat(Arrays.stream(drawn.toArray()).distinct()).hasSizeBetween(1, 3);
            for (int i = 1; i < missing.length; i++) {
                if (rows.table().numbers(0).get(i) == rows.table().numbers(0).get(i - 1)) {
                    assertThat(drawn.get(i)).isEqualTo(drawn.get(i - 1));
                }
            }
        }
    }

    @Test
    @DisplayName("MICE-IMPUTE-2LONLY-NORM-001: clusters that are partly missing are refused")
    void partlyMissing() {
        Given given = pop(Role.FIXED, Role.FIXED);
        assertThatThrownBy(() -> Conditionals.ALL.find("2lonly.norm").make().fit(given, Run.of(1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("2lonly.mean");
    }

    @Test
    @DisplayName(
            "2lonly.mean: the mean or middle label of a cluster, and its own value to none where nothing is missing")
    void clusterMeans() {
        Predictors x = new Predictors(
                Table.of("k:category, v:decimal", "a", 1, "a", 2, "a", 3, "b", 4, "b", 5, "c", 6),
                List.of(Role.CLUSTER, Role.FIXED),
                IntStream.range(0, 6).toArray());
        Conditional mean = Conditionals.ALL.find("2lonly.mean").make();
        NumberColumn numbers = (NumberColumn) mean.fit(
                        Given.of(
                                x,
                                Field.of("y", Kind.DECIMAL),
                                NumberColumn.of(1, 3, Double.NaN, 7, Double.NaN, Double.NaN)),
                        Run.of(1))
                .draw(x, Rng.of(1));
        CodeColumn labels = (CodeColumn) mean.fit(
                        Given.of(x, Field.of("y", Kind.CATEGORY), CodeColumn.of("u", "v", "v", "u", null, null)),
                        Run.of(1))
                .draw(x, Rng.of(1));
        List<String> said = new ArrayList<>();
        NumberColumn synthetic = (NumberColumn) mean.fit(
                        new Given(x, Field.of("y", Kind.DECIMAL), NumberColumn.of(1, 1, 1, 2, 2, 9), false, said::add),
                        Run.of(1))
                .draw(x, Rng.of(1));

        assertThat(numbers.toArray()).containsExactly(2, 2, 2, 7, 7, Double.NaN);
        assertThat(labels.toArray()).containsExactly(1, 1, 1, 0, 0, -1);
        assertThat(said).hasSize(1);
        assertThat(synthetic.get(0)).isNotEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2l.lmer", "2l.pan", "2l.norm", "2l.bin", "2lonly.mean", "2lonly.norm", "2lonly.pmm"})
    void copesWithLittle(String method) {
        for (int observed = 0; observed <= 8; observed++) {
            boolean labels = method.equals("2l.bin");
            double[] y = {1, 1, 2, 2, 4, 4, 8, 8};
            String[] texts = {"a", "a", "b", "b", "a", "a", "b", "b"};
            for (int i = observed / 2 * 2; i < y.length; i++) {
                y[i] = Double.NaN;
                texts[i] = null;
            }
            Predictors x = new Predictors(
                    Table.of(
                            "k:whole, a:decimal, c:category",
                            1,
                            1,
                            "u",
                            1,
                            2,
                            "u",
                            2,
                            3,
                            "u",
                            2,
                            3,
                            "u",
                            3,
                            1,
                            "v",
                            3,
                            5,
                            "v",
                            4,
                            6,
                            "w",
                            4,
                            7,
                            "w"),
                    List.of(Role.CLUSTER, Role.RANDOM, Role.FIXED),
                    new int[0]);
            Column column = labels ? CodeColumn.of(texts) : NumberColumn.of(y);
            Given given = Given.of(x, Field.of("y", labels ? Kind.CATEGORY : Kind.DECIMAL), column);

            Column drawn =
                    Conditionals.ALL.find(method).make().fit(given, Run.of(1)).draw(x, Rng.of(1));

            assertThat(drawn.size()).isEqualTo(8);
            if (!method.equals("2lonly.mean") && !(labels && observed < 2)) {
                assertThat(drawn.missingCount()).as(method + " of " + observed).isZero();
            }
        }
    }

    @Test
    void theClusterMustBeNamed() {
        Given given = Given.of(
                Predictors.of(Table.of("a:decimal", 1, 2, 3)), Field.of("y", Kind.DECIMAL), NumberColumn.of(1, 2, 3));
        for (String method : List.of("2l.lmer", "2l.pan", "2l.norm", "2lonly.mean")) {
            assertThatThrownBy(() -> Conditionals.ALL.find(method).make().fit(given, Run.of(1)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("cluster");
        }
    }

    @Test
    @DisplayName(
            "2l.pan: group-centred columns are what is left without their cluster's mean, a new cluster's without all")
    void groupCentring() {
        Table x = Table.of("school:whole, x:decimal", 1, 1.0, 1, 3.0, 2, 10.0, 2, 20.0, 3, 9.5);
        Predictors predictors =
                new Predictors(x, List.of(Predictors.Role.CLUSTER, Predictors.Role.RANDOM_AND_MEAN), new int[0]);
        Given given = Given.of(
                predictors, Field.of("y", Kind.DECIMAL), NumberColumn.of(new double[] {1, 2, 3, 4, Double.NaN}));

        LevelDesign design = LevelDesign.of(given, false, true);

        double[] row = new double[3];
        double[][] expected = {{1, -1, 2}, {1, 1, 2}, {1, -5, 15}, {1, 5, 15}, {1, 1, 8.5}};
        for (int i = 0; i < 5; i++) {
            design.rows(predictors).fill(i, row);
            assertThat(row).containsExactly(expected[i]);
        }
        assertThat(design.random()).containsExactly(0, 1);
    }
}
