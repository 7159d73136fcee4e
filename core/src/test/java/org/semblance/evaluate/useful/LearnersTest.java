package org.semblance.evaluate.useful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.evaluate.Tables;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;
import org.semblance.table.Kind;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Learners predict as scikit-learn's do; the script is {@code reference/learners.py}. */
class LearnersTest {
    private static final Path FOLDER = Path.of("src/test/resources/reference/learners");

    static JsonNode expected() {
        return new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
    }

    static List<Plugin<Learner>> all() {
        return Learners.ALL.plugins();
    }

    private static Table read(String name, String target, String... columns) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (String column : columns) {
            kinds.put(column, column.equals("g") || column.equals("h") ? Kind.CATEGORY : Kind.DECIMAL);
        }
        kinds.put(target, target.equals("number") ? Kind.DECIMAL : Kind.CATEGORY);
        return Tables.read(FOLDER.resolve(name + ".csv"), kinds);
    }

    private static double[][] predict(Learner learner, String target, String... columns) {
        Table learnt = read("learnt", target, columns);
        Table test = read("test", target, columns);
        Outcome outcome = Outcome.of(columns.length, learnt, test);
        return learner.predict(new Lesson(learnt, test, outcome), Rng.of(1));
    }

    private static void same(double[][] found, JsonNode expected, double tolerance) {
        assertThat(found).hasDimensions(expected.size(), expected.get(0).size());
        for (int k = 0; k < found.length; k++) {
            for (int i = 0; i < found[k].length; i++) {
                assertThat(found[k][i]).isCloseTo(expected.get(k).get(i).doubleValue(), within(tolerance));
            }
        }
    }

    @Test
    void linearIsLogisticRegressionAndRidge() {
        Learner learner = LinearLearner.PLUGIN.make(Map.of("precision", 1e-12, "steps", 5000));
        for (String target : List.of("two", "four", "number")) {
            double[][] found = predict(learner, target, "a", "b", "c", "g", "h");
            same(found, expected().path("linear").path(target), 1e-6);
            double[][] coarse = predict(LinearLearner.PLUGIN.make(), target, "a", "b", "c", "g", "h");
            same(coarse, expected().path("linear").path(target), 0.01);
        }
    }

    /** Equally good splits may be chosen differently, so a few rows may differ. */
    @Test
    void treeIsCart() {
        for (String target : List.of("two", "number")) {
            double[][] found = predict(DecisionTree.PLUGIN.make(), target, "a", "b");
            JsonNode tree = expected().path("tree").path(target);
            long apart = IntStream.range(0, found[0].length)
                    .filter(i -> Math.abs(found[0][i] - tree.get(0).get(i).doubleValue()) > 1e-5)
                    .count();
            assertThat(apart).as(target).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void neighboursAreTheNearestByGower() {
        for (String target : List.of("two", "number")) {
            double[][] found = predict(Neighbours.PLUGIN.make(), target, "a", "b", "c", "g", "h");
            JsonNode near = expected().path("neighbours").path(target);
            long apart = IntStream.range(0, found[0].length)
                    .filter(i -> Math.abs(found[0][i] - near.get(0).get(i).doubleValue()) > 1e-5)
                    .count();
            // Ties in float precision at the twentieth place.
            assertThat(apart).as(target).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void manyLabelsAreComparedOneByOne() {
        String[] labels = IntStream.range(0, 300).mapToObj(i -> "l" + i).toArray(String[]::new);
        Object[] cells = IntStream.range(0, 600)
                .mapToObj(i -> i % 2 == 0 ? (Object) labels[i / 2] : (Object) (i / 2 % 2))
                .toArray();
        Table table = Table.of("k:category, y:whole", cells);
        Learner learner = Neighbours.PLUGIN.make(Map.of("neighbours", 1));
        double[][] found = learner.predict(new Lesson(table, table, Outcome.of(1, table)), Rng.of(1));
        // Two values are two classes: the second one's chance is the value.
        assertThat(found[1]).containsExactly(table.numbers(1).toArray());
    }

    @ParameterizedTest
    @MethodSource("all")
    void chancesSumToOne(Plugin<Learner> plugin) {
        Table learnt = Tables.law(300, Rng.of(1));
        Table test = Tables.law(100, Rng.of(2));
        for (int target = 0; target < learnt.width(); target++) {
            Outcome outcome = Outcome.of(target, learnt, test);
            Lesson lesson = new Lesson(learnt, test, outcome);
            double[][] found = plugin.make().predict(lesson, Rng.of(3));
            assertThat(found).hasDimensions(outcome.label() ? outcome.classes() : 1, lesson.truth().length);
            for (int i = 0; outcome.label() && i < lesson.truth().length; i++) {
                int row = i;
                double sum =
                        Arrays.stream(found).mapToDouble(chance -> chance[row]).sum();
                assertThat(sum).isCloseTo(1, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void copesWithConstantAndMissingColumns(Plugin<Learner> plugin) {
        Table table = Table.of(
                "a:whole, k:category, y:whole, f:flag",
                1,
                null,
                3,
                "no",
                1,
                null,
                3,
                "no",
                1,
                null,
                3,
                "yes",
                1,
                null,
                null,
                null,
                1,
                null,
                3,
                "no");
        for (int target : new int[] {2, 3}) {
            Lesson lesson = new Lesson(table, table, Outcome.of(target, table));
            for (double[] one : plugin.make().predict(lesson, Rng.of(1))) {
                assertThat(one).hasSize(4).doesNotContain(Double.NaN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void describesItself(Plugin<Learner> plugin) {
        assertThat(plugin.summary()).endsWith(".");
        Options.describe(plugin.defaults())
                .forEach(option -> assertThat(option.doc()).endsWith("."));
    }
}
