package org.semblance.evaluate.useful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Figures;
import org.semblance.evaluate.Score;
import org.semblance.evaluate.Tables;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

class ImportanceAgreementTest {
    private final Table real = Tables.law(2000, Rng.of(1).child("real"));
    private final Table holdout = Tables.law(1000, Rng.of(1).child("holdout"));

    private Score measure(Table synthetic, String target, String by) {
        return ImportanceAgreement.PLUGIN
                .make(Map.of("target", target, "by", by))
                .measure(new Comparison(real, synthetic, holdout), Run.of(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gain", "shuffling"})
    void identicalTablesAgree(String by) {
        Score score = measure(real, "f", by);
        assertThat(score.value()).isCloseTo(1, within(1e-12));
        assertThat(score.parts().get("common share of importance")).isCloseTo(1, within(1e-12));
        assertThat(score.parts().get("top 4 in common")).isEqualTo(1);
    }

    /** y is x and noise: nothing else matters, and shuffling shows it more clearly than gain. */
    @ParameterizedTest
    @ValueSource(strings = {"gain", "shuffling"})
    void anotherSampleGoesByTheSameColumns(String by) {
        Score score = measure(Tables.law(2000, Rng.of(1).child("other")), "y", by);
        Figures.Row first = score.figures().get(0).rows().get(0);
        assertThat(first.name()).isEqualTo("x");
        assertThat(first.values()).allMatch(share -> share > (by.equals("gain") ? 0.8 : 0.95));
        assertThat(score.parts().get("common share of importance")).isGreaterThan(0.9);
    }

    @Test
    void brokenDependencesAreSeen() {
        Score score = measure(Tables.independent(real, Rng.of(2)), "f", "gain");
        assertThat(score.parts().get("common share of importance")).isLessThan(0.6);
        // f follows k alone.
        assertThat(score.figures().get(0).rows().get(0).name()).isEqualTo("k");
        assertThat(score.figures().get(0).rows().get(0).values().get(1)).isLessThan(0.3);
    }
}
