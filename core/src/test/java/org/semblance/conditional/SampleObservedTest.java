package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

class SampleObservedTest {
    @Test
    void drawsWhatIsObservedAndNothingElse() {
        Given given = Given.of(
                Predictors.none(4), Field.of("city", Kind.CATEGORY), CodeColumn.of("Umea", null, "Lund", "Umea"));

        CodeColumn drawn =
                (CodeColumn) new SampleObserved().fit(given, Run.of(1)).draw(Predictors.none(3000), Rng.of(2));

        // The share of Umea is off by .045 or more with probability 2e-7.
        long umea = drawn.labels().indexOf("Umea");
        long count = IntStream.range(0, 3000).filter(i -> drawn.code(i) == umea).count();
        assertThat(count / 3000.0).isBetween(2 / 3.0 - .045, 2 / 3.0 + .045);
        assertThat(drawn.missingCount()).isZero();
    }

    @Test
    void saysSoWhereNothingIsObserved() {
        List<String> said = new ArrayList<>();
        Given given = new Given(
                Predictors.none(1), Field.of("age", Kind.WHOLE), NumberColumn.of(Double.NaN), false, said::add);

        Column drawn = new SampleObserved().fit(given, Run.of(1)).draw(Predictors.none(2), Rng.of(2));

        assertThat(drawn.size()).isEqualTo(2);
        assertThat(said).hasSize(1);
    }
}
