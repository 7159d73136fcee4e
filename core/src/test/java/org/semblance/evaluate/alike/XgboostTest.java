package org.semblance.evaluate.alike;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Predictors;
import org.semblance.evaluate.Tables;
import org.semblance.table.Kind;
import org.semblance.table.Table;
import org.semblance.trees.Binned;
import org.semblance.trees.Boosting;
import org.semblance.trees.Loss;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Boosted trees on numbers with missing values are XGBoost's: same leaves, gains and training loss. */
class XgboostTest {
    @Test
    void hundredRoundsFallAsFar() {
        Path folder = Path.of("src/test/resources/reference/boosting");
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (String name : new String[] {"a", "b", "c", "y"}) {
            kinds.put(name, Kind.DECIMAL);
        }
        Table table = Tables.read(folder.resolve("table.csv"), kinds);
        Binned x = Predictors.of(table, table.take(new int[0]), new int[] {0, 1, 2});
        int[] rows = IntStream.range(0, table.rows()).toArray();
        float[] y = new float[rows.length];
        for (int row : rows) {
            y[row] = (float) table.numbers(3).get(row);
        }
        JsonNode fits = new ObjectMapper()
                .readTree(folder.resolve("losses.json").toFile())
                .path("fits");
        assertThat(fits.size()).isEqualTo(4);
        for (JsonNode expected : fits) {
            Boosting.Fit fit = Boosting.fit(
                    Boosting.Task.logistic(x, y),
                    rows,
                    Boosting.Settings.STANDARD.rounds(expected.path("rounds").intValue()));
            float[] margins = fit.trees().margins(x, rows);
            double loss = IntStream.of(rows)
                    .mapToDouble(i -> -Math.log(Loss.probability(y[i] > 0 ? margins[i] : -margins[i])))
                    .average()
                    .orElseThrow();
            assertThat(loss).isCloseTo(expected.path("loss").doubleValue(), within(1e-6));
            assertThat(IntStream.of(fit.trees().feature()).filter(f -> f < 0).count())
                    .isEqualTo(expected.path("leaves").longValue());
            for (int f = 0; f < 3; f++) {
                double gain = expected.path("gain").get(f).doubleValue();
                assertThat(fit.gain()[f]).isCloseTo(gain, within(1e-4 * gain));
            }
        }
    }
}
