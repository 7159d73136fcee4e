package org.semblance.evaluate.useful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class AnalysisTest {
    private static final Path FOLDER = Path.of("src/test/resources/reference/overlap");

    static Stream<JsonNode> cases() {
        return new ObjectMapper()
                .readTree(FOLDER.resolve("overlap.json").toFile())
                .path("cases")
                .valueStream();
    }

    private static Table read(String name) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("a", Kind.DECIMAL);
        kinds.put("g", Kind.CATEGORY);
        kinds.put("y", Kind.DECIMAL);
        kinds.put("e", Kind.FLAG);
        return Tables.read(FOLDER.resolve(name + ".csv"), kinds);
    }

    /** The script is {@code reference/overlap.R}. */
    @ParameterizedTest
    @MethodSource("cases")
    void overlapAndLackOfFitAreAsInR(JsonNode expected) {
        List<Table> made = IntStream.rangeClosed(1, expected.path("m").intValue())
                .mapToObj(i -> read("synthetic" + i))
                .toList();
        Score score = Analysis.PLUGIN
                .make(Map.of(
                        "model",
                        expected.path("model").asString(),
                        "inference",
                        expected.path("inference").asString()))
                .measure(new Comparison(read("real"), made, null), Run.of(1));
        List<Figures.Row> rows = score.figures().get(0).rows();
        assertThat(rows).hasSize(expected.path("overlap").size());
        for (int j = 0; j < rows.size(); j++) {
            List<Double> found = rows.get(j).values();
            assertThat(found.get(0)).isCloseTo(expected.path("real").get(j).doubleValue(), within(1e-8));
            assertThat(found.get(4)).isCloseTo(expected.path("low").get(j).doubleValue(), within(1e-7));
            assertThat(found.get(5)).isCloseTo(expected.path("high").get(j).doubleValue(), within(1e-7));
            assertThat(found.get(6)).isCloseTo(expected.path("z").get(j).doubleValue(), within(1e-6));
            assertThat(found.get(7)).isCloseTo(expected.path("overlap").get(j).doubleValue(), within(1e-6));
        }
        double lack = expected.path("lack").doubleValue();
        assertThat(score.parts().get("lack of fit")).isCloseTo(lack, within(1e-6 * lack));
        double mean =
                rows.stream().mapToDouble(row -> row.values().get(7)).average().orElseThrow();
        assertThat(score.parts().get("overlap, negative where apart")).isCloseTo(mean, within(1e-12));
    }

    /** With equal lengths the overlap is 1 - |z| / (2 x 1.96); apart it is negative. */
    @Test
    void overlapOfEquallyLongIntervalsFollowsFromTheDifference() {
        for (double z : new double[] {0, 0.5, 1.96, 3, 5}) {
            double overlap = Inference.overlap(1, Inference.WIDE * 2, 1 + 2 * z, Inference.WIDE * 2);
            assertThat(overlap).isCloseTo(1 - z / (2 * Inference.WIDE), within(1e-12));
        }
        assertThat(Inference.overlap(0, 1, 10, 1)).isEqualTo(-4);
    }

    /** The figures that synthpop gives for 1, 5 and 10 correct syntheses: 79.6, 90.9 and 93.5 %. */
    @Test
    void expectedOverlapIsThePublishedOne() {
        assertThat(Inference.expectedOverlap(1)).isCloseTo(0.796, within(0.0005));
        assertThat(Inference.expectedOverlap(1 / 5.0)).isCloseTo(0.909, within(0.0005));
        assertThat(Inference.expectedOverlap(1 / 10.0)).isCloseTo(0.9357, within(0.0005));
        assertThat(Inference.expectedDifference(1 / 5.0)).isCloseTo(0.356, within(0.001));
    }

    /** Of 60 pairs of samples; the mean overlap has a deviation of 0.01, so 0.05 is five of them. */
    @Test
    void freshRowsOverlapAsExpected() {
        double sum = 0;
        double lack = 0;
        double expected = 0;
        for (int pair = 0; pair < 60; pair++) {
            Comparison c = new Comparison(law(300, pair), law(300, 1000 + pair), null);
            Score score = measure("y ~ x + k", c);
            sum += score.value() / 60;
            lack += score.parts().get("lack of fit") / 60;
            expected = score.parts().get("fresh real rows");
        }
        assertThat(expected).isCloseTo(0.712, within(0.01));
        assertThat(sum).isCloseTo(expected, within(0.05));
        // Twice the noise of a correct synthesis, over 6 coefficients.
        assertThat(lack).isCloseTo(12, within(3.0));
    }

    @Test
    void identicalTablesOverlapWholly() {
        Table real = law(500, 1);
        Score score = measure("f ~ x * k", new Comparison(real, real, null));
        assertThat(score.value()).isCloseTo(1, within(1e-12));
        assertThat(score.parts().get("lack of fit")).isCloseTo(0, within(1e-12));
        assertThat(score.parts().get("lack of fit, p")).isCloseTo(1, within(1e-12));
        assertThat(score.note()).startsWith("f ~ x * k, logistic.");
    }

    @Test
    void brokenCorrelationIsSeen() {
        Table real = law(2000, 1);
        Table shuffled = Tables.independent(real, Rng.of(3));
        Score score = measure("y ~ x", new Comparison(real, shuffled, null));
        assertThat(score.figures().get(0).rows().get(1).values().get(7)).isLessThan(-5);
        assertThat(score.value()).isLessThan(0.55);
        assertThat(score.parts().get("lack of fit, p")).isLessThan(1e-9);
        assertThat(score.note()).contains("real rows and").contains("were left out");
    }

    @Test
    void allFamiliesAreFitted() {
        Table real = law(1500, 1);
        Comparison c = new Comparison(real, law(1500, 2), null);
        for (String family : List.of("linear", "logistic", "poisson", "ordinal")) {
            String model = Map.of(
                            "linear", "y ~ x",
                            "logistic", "f ~ x + k",
                            "poisson", "n ~ x + f",
                            "ordinal", "k ~ x")
                    .get(family);
            Score score = Analysis.PLUGIN
                    .make(Map.of("model", model, "family", family))
                    .measure(c, Run.of(1));
            assertThat(score.value()).as(family).isBetween(0.2, 1.0);
            assertThat(score.note()).contains(family.equals("ordinal") ? "proportional odds" : family);
        }
    }

    @Test
    void whatTheSyntheticRowsCannotGiveCountsNothing() {
        Table real = law(500, 1);
        int[] without = IntStream.range(0, 500)
                .filter(i -> !"k4".equals(real.codes(2).get(i)))
                .toArray();
        Score score = measure("y ~ k", new Comparison(real, real.take(without), null));
        assertThat(score.note()).contains("the synthetic rows do not determine, which count 0: 1.");
        assertThat(score.value()).isLessThan(0.81);
        Score ordinal = measure("k ~ x", new Comparison(real, real.take(without), null));
        assertThat(ordinal.value()).isGreaterThan(0);
        assertThat(ordinal.figures().get(0).rows().get(0).values().get(7)).isGreaterThan(0.5);
    }

    @Test
    void smallGroupsAreNotShown() {
        int n = 300;
        String[] labels = IntStream.range(0, n)
                .mapToObj(i -> i < 5 ? "aa rare" : i < 9 ? "rare" : i % 2 == 0 ? "b" : "c")
                .toArray(String[]::new);
        double[] y = IntStream.range(0, n).mapToDouble(i -> i * 7 % 11).toArray();
        Table real = Table.of(
                new Schema(List.of(Field.of("y", Kind.WHOLE), Field.of("g", Kind.CATEGORY))),
                List.of(NumberColumn.of(y), CodeColumn.of(labels)));
        Score score = measure("y ~ g", new Comparison(real, real, null));
        assertThat(score.figures().get(0).rows().stream().map(Figures.Row::name).toList())
                .containsExactly("(intercept)", "g c");
        assertThat(score.note()).contains("of fewer than 10 real rows, which are not shown: 2.");
    }

    @Test
    void separatedOutcomesAreLeftOutAndSaid() {
        int n = 200;
        double[] x = IntStream.range(0, n).mapToDouble(i -> i).toArray();
        double[] z = IntStream.range(0, n).mapToDouble(i -> i * 7 % 13).toArray();
        int[] f = IntStream.range(0, n).map(i -> i < 90 ? 0 : 1).toArray();
        Table real = Table.of(
                new Schema(List.of(Field.of("x", Kind.WHOLE), Field.of("z", Kind.WHOLE), Field.of("f", Kind.FLAG))),
                List.of(NumberColumn.of(x), NumberColumn.of(z), CodeColumn.of(f, List.of("no", "yes"))));
        Score score = measure("f ~ x + z", new Comparison(real, real, null));
        assertThat(score.note()).contains("the real rows do not determine");
    }

    @Test
    void nothingToFitIsSaid() {
        Table one = Table.of("y:decimal, x:decimal", 1.5, 2);
        assertThat(measure("y ~ x", new Comparison(one, one, null)).note()).contains("Only 1 real rows are complete");
        Table same = Table.of("f:flag, x:whole", "no", 1, "no", 2, "no", 3, "no", 4, "no", 9);
        assertThat(measure("f ~ x", new Comparison(same, same, null)).note()).contains("the same value");
        Table missing = Table.of("f:flag, x:whole", null, 1, "no", null, null, 3);
        assertThat(measure("f ~ x", new Comparison(missing, missing, null)).value())
                .isNaN();
        assertThatThrownBy(() -> measure("y ~ xx", new Comparison(one, one, null)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("character 5: there is no column \"xx\". Did you mean \"x\"?");
    }

    /** Formulas put together at random: fitted, or refused with a reason. */
    @Test
    void whateverIsModelledIsFittedOrRefused() {
        String[] terms = {
            "x",
            "k",
            "f",
            "n",
            "y",
            "log(x)",
            "factor(n)",
            "poly(x, 2)",
            "I(x^2)",
            "offset(x)",
            "x:k",
            "k*f",
            "f/x",
            "I(k == \"k1\")",
            "ordered(k, \"k2\", \"k1\")",
            "sqrt(n)",
            "I(n/0)",
            "exp(x*100)",
            ".",
            "1",
            "0"
        };
        String[] joins = {" + ", " - ", " * ", ":"};
        String[] outcomes = {"y", "k", "f", "n", "I(x > 0)", "log(n)", "factor(n)", "k == \"k1\"", "n > 100"};
        Comparison c = new Comparison(law(120, 1), law(80, 2), null);
        Rng rng = Rng.of(5);
        int fitted = 0;
        for (int i = 0; i < 250; i++) {
            StringBuilder model = new StringBuilder(
                    outcomes[rng.nextInt(outcomes.length)] + " ~ " + terms[rng.nextInt(terms.length)]);
            for (int k = rng.nextInt(3); k > 0; k--) {
                model.append(joins[rng.nextInt(joins.length)]).append(terms[rng.nextInt(terms.length)]);
            }
            try {
                Score score = measure(model.toString(), c);
                fitted += Double.isNaN(score.value()) ? 0 : 1;
                assertThat(score.note()).as(model.toString()).isNotEmpty();
            } catch (ProblemException refused) {
                assertThat(refused).hasMessageContaining("model \"" + model);
            }
        }
        assertThat(fitted).isGreaterThan(100);
    }

    private static Score measure(String model, Comparison c) {
        return Analysis.PLUGIN.make(Map.of("model", model)).measure(c, Run.of(1));
    }

    /** The law of {@link Tables} with a count. */
    private static Table law(int rows, long seed) {
        Rng rng = Rng.of(seed);
        Table law = Tables.law(rows, rng.child("law"));
        double[] counts = new double[rows];
        for (int i = 0; i < rows; i++) {
            double left = Math.exp(-Math.exp(0.5 * law.numbers(0).get(i)));
            for (double product = rng.nextDouble(); product > left; product *= rng.nextDouble()) {
                counts[i]++;
            }
        }
        return Table.of(
                new Schema(List.of(
                        Field.of("x", Kind.DECIMAL),
                        Field.of("y", Kind.DECIMAL),
                        Field.of("k", Kind.CATEGORY),
                        Field.of("f", Kind.FLAG),
                        Field.of("n", Kind.WHOLE))),
                Arrays.asList(
                        law.column("x"), law.column("y"), law.column("k"), law.column("f"), NumberColumn.of(counts)));
    }

    @Test
    void aModelThatHoldsExactlyInBothTablesIsTheSame() {
        Table real = sums(300, 1);
        Table synthetic = sums(200, 2);
        Score score = Analysis.PLUGIN
                .make(Map.of("model", "total ~ cost + fee"))
                .measure(Comparison.of(real, synthetic), Run.of(1));
        assertThat(score.value()).isGreaterThan(0.95);
    }

    private static Table sums(int rows, int seed) {
        Rng rng = Rng.of(seed);
        Object[] cells = new Object[3 * rows];
        for (int i = 0; i < rows; i++) {
            double cost = rng.nextInt(10_000) / 100.0;
            double fee = rng.nextInt(1_000) / 100.0;
            cells[3 * i] = cost;
            cells[3 * i + 1] = fee;
            cells[3 * i + 2] = cost + fee;
        }
        return Table.of("cost:decimal, fee:decimal, total:decimal", cells);
    }
}
