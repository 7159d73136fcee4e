package org.semblance.evaluate.fair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ModelFairnessTest {
    private static Score measure(Table real, Table synthetic, @Nullable Table holdout, Object... options) {
        Map<String, Object> set = new HashMap<>(Map.of("sensitive", "sex", "target", "pay"));
        for (int i = 0; i < options.length; i += 2) {
            set.put((String) options[i], options[i + 1]);
        }
        return ModelFairness.PLUGIN.make(set).measure(new Comparison(real, synthetic, holdout), Run.of(1));
    }

    /** The script is {@code reference/odds.py}. */
    @Test
    void equalisedOddsAreThoseOfSdMetrics() {
        JsonNode expected = new ObjectMapper()
                .readTree(Path.of("src/test/resources/reference/odds/odds.json").toFile());
        double[] truth = numbers(expected.path("truth"));
        int[] code = Arrays.stream(numbers(expected.path("group")))
                .mapToInt(v -> (int) v)
                .toArray();
        double[] real = numbers(expected.path("real").path("said"));
        double[] made = numbers(expected.path("synthetic").path("said"));
        Table table = People.labels("g", "a", 30, "b", 30);
        Groups groups = Groups.of(new Comparison(table, table, null), List.of("g"), false, -1)
                .get(0);
        ModelRates rates = new ModelRates(
                groups,
                code,
                new Event("y", 1, 1),
                truth,
                new double[][] {real, made},
                new double[][] {real, made},
                new double[] {1, 1});
        Map<String, Double> parts = new LinkedHashMap<>();
        rates.describe(parts);
        assertThat(1 - parts.get("g: equalised odds gap, trained on real"))
                .isCloseTo(expected.path("real").path("score").doubleValue(), within(1e-12));
        assertThat(1 - parts.get("g: equalised odds gap, trained on synthetic"))
                .isCloseTo(expected.path("synthetic").path("score").doubleValue(), within(1e-12));
        assertThat(parts.get("g: equalised odds improvement"))
                .isCloseTo(expected.path("improvement").doubleValue(), within(1e-12));
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    @Test
    void identicalTablesAreTreatedAlike() {
        Table real = People.of(1500, 0.3, Rng.of(1));
        Score score = measure(real, real, People.of(1000, 0.3, Rng.of(2)));
        assertThat(score.value()).isZero();
        assertThat(score.parts().get("sex: equalised odds improvement")).isEqualTo(0.5, within(0.05));
    }

    @Test
    void biasLearntFromSyntheticRowsIsSeen() {
        Table real = People.of(3000, 0, Rng.of(1));
        Table worse = People.of(3000, 0.8, Rng.of(2));
        Table holdout = People.of(2000, 0, Rng.of(3));
        Score score = measure(real, worse, holdout);
        assertThat(score.value()).isGreaterThan(0.3);
        assertThat(score.note()).contains("true positive rate for pay = high between M and F (sex)");
        assertThat(score.parts().get("sex: equalised odds gap, trained on real"))
                .isLessThan(0.1);
        assertThat(score.parts().get("sex: equalised odds gap, trained on synthetic"))
                .isGreaterThan(0.5);
        assertThat(score.parts().get("sex: equalised odds improvement")).isLessThan(0.25);
        Figures.Row women = score.figures().get(0).rows().get(0);
        assertThat(women.name()).isEqualTo("F");
        assertThat(women.values().get(2)).isGreaterThan(women.values().get(1));
        // Models that do not see the sex cannot learn to treat it otherwise.
        assertThat(measure(real, worse, holdout, "blind", true).value()).isLessThan(0.05);
        assertThat(measure(real, worse, null).value()).isGreaterThan(0.3);
        assertThat(measure(real, worse, null).note()).contains("no holdout");
        assertThat(measure(real, worse, holdout, "learner", "linear").value()).isGreaterThan(0.3);
    }

    /** Of 30 fresh samples 1 or 2 may look worse by chance; more than 5 has a chance below 0.002. */
    @Test
    void freshSamplesSeldomLookWorse() {
        int worse = 0;
        for (int i = 0; i < 30; i++) {
            Table real = People.of(500, 0.3, Rng.of(i).child("real"));
            Table fresh = People.of(500, 0.3, Rng.of(i).child("fresh"));
            Table holdout = People.of(400, 0.3, Rng.of(i).child("holdout"));
            worse += measure(real, fresh, holdout, "learner", "tree").value() > 0 ? 1 : 0;
        }
        assertThat(worse).isLessThanOrEqualTo(5);
    }

    @Test
    void numbersAreComparedByTheirError() {
        Table real = People.of(2000, 0, Rng.of(1));
        Table worse = People.of(2000, 0.8, Rng.of(2));
        Score score = measure(real, worse, People.of(1000, 0, Rng.of(3)), "target", "hours");
        assertThat(score.value()).isGreaterThan(0.5);
        assertThat(score.parts().get("sex: bias gap, trained on synthetic")).isGreaterThan(0.5);
        assertThat(score.note()).contains("mean error in deviations for hours");
        assertThat(score.figures().get(0).columns()).hasSize(5);
    }

    @Test
    void smallGroupsHaveNoRates() {
        Table real = People.of(120, 0, Rng.of(1));
        Score score = measure(real, real, People.of(15, 0, Rng.of(2)));
        for (Figures.Row row : score.figures().get(0).rows()) {
            assertThat(row.values().get(0))
                    .satisfiesAnyOf(
                            rows -> assertThat(rows).isNaN(),
                            rows -> assertThat(rows).isGreaterThanOrEqualTo(10));
        }
    }

    @Test
    void nothingToLearnIsSaid() {
        Table one = Table.of("g:category, y:flag", "a", "yes");
        assertThat(measure(one, one, one, "sensitive", "g", "target", "y").note())
                .contains("too little");
        assertThat(measure(one, one, one, "sensitive", "y", "target", "y").note())
                .contains("no groups");
    }
}
