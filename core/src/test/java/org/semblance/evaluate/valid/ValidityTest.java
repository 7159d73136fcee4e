package org.semblance.evaluate.valid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Score;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Values by hand; SDMetrics' own are in {@link SdMetricsTest}. */
class ValidityTest {
    private static Score of(Table real, Table synthetic) {
        return Validity.PLUGIN.make().measure(Comparison.of(real, synthetic), Run.of(1));
    }

    @Test
    void rangesAndLabelsWithTheirEnds() {
        String header = "age:whole, city:category";
        Table real = Table.of(header, 30, "Umea", 40, "Lund");
        Score score = of(real, Table.of(header, 30, "Lund", 40, "Oslo", 41, "Umea", 29, "Umea"));
        assertThat(score.parts()).containsEntry("age", 0.5).containsEntry("city", 0.75);
        assertThat(score.value()).isEqualTo(0.625);
    }

    @Test
    void missingValuesAreValidWhereTheRealColumnHasThem() {
        String header = "age:whole, city:category";
        Table whole = Table.of(header, 30, "Umea", 40, "Lund");
        Table gaps = Table.of(header, 30, "Umea", 40, "Lund", null, null);
        Table synthetic = Table.of(header, 35, "Lund", 50, "Oslo", null, null);
        assertThat(of(whole, synthetic).parts()).containsEntry("age", 1 / 3.0).containsEntry("city", 1 / 3.0);
        assertThat(of(gaps, synthetic).parts()).containsEntry("age", 0.5).containsEntry("city", 2 / 3.0);
    }
}
