package org.semblance.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0.9995, every value lies within the real range or labels",
        "1, NaN, every value lies within the real range or labels",
        "0.9995, 0.9996, no more out of range than fresh data",
        "0.9990, 0.9996, some values lie outside the real range or labels",
        "0.9990, NaN, some values lie outside the real range or labels",
        "NaN, 0.9, could not be measured",
    })
    void validityIsReadAgainstFreshData(double share, double fresh, String words) {
        assertThat(Readings.validity(share, fresh)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0.99, 0.98, as close as fresh data",
        "0.97, 0.98, as close as fresh data",
        "0.9694, 0.98, very close",
        "0.92, 0.98, close",
        "0.85, 0.98, differs in places",
        "0.50, 0.98, far off",
        "0.98, NaN, very close",
        "NaN, 0.98, could not be measured",
    })
    void likenessIsReadAgainstFreshData(double synthetic, double fresh, String words) {
        assertThat(Readings.likeness(synthetic, fresh, 100_000)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0.51, 0.50, cannot be told from real data",
        "0.54, 0.50, hard to tell from real data",
        "0.60, 0.50, can be told apart with effort",
        "0.75, 0.50, often told apart",
        "0.99, 0.50, easily told apart",
        "0.43, 0.50, nearer to the real rows than fresh data: look for copies",
        "0.51, NaN, cannot be told from real data",
    })
    void detectionIsReadAgainstFreshData(double auc, double fresh, String words) {
        assertThat(Readings.detection(auc, fresh, 100_000)).isEqualTo(words);
    }

    @Test
    void whatFewRowsShowByChanceIsForgiven() {
        assertThat(Readings.closeness(0.57, 80)).startsWith("no nearer");
        assertThat(Readings.closeness(0.57, 8000)).startsWith("somewhat nearer");
        assertThat(Readings.detection(0.56, 0.5, 80)).isEqualTo("cannot be told from real data");
        assertThat(Readings.detection(0.42, 0.39, 80)).isEqualTo("cannot be told from real data");
        assertThat(Readings.likeness(0.93, 0.95, 80)).isEqualTo("as close as fresh data");
    }

    @Test
    void oneCopyInASmallTableIsForgiven() {
        assertThat(Readings.copies(0.01, 0, 100)).isEqualTo("no more than fresh data");
        assertThat(Readings.copies(0.02, 0, 100)).startsWith("more than fresh data");
        assertThat(Readings.copies(0, 0, 100)).isEqualTo("no row equals a real one");
    }

    @Test
    void copiesAreNeverCalledPrivacy() {
        assertThat(Readings.closeness(0.9, 10_000)).startsWith("too near");
        assertThat(Readings.closeness(0.52, 10_000)).startsWith("no nearer");
        assertThat(Readings.CLOSENESS.toString()).doesNotContain("private", "safe", "anonymous");
    }

    @Test
    void usefulnessIsReadAgainstRealRows() {
        assertThat(Readings.usefulness(0.90, 0.905, 10_000)).isEqualTo("as useful as real data");
        assertThat(Readings.usefulness(-3, 0.9, 10_000)).isEqualTo("not a substitute for real data");
    }
}
