package org.semblance.evaluate.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semblance.evaluate.Comparison;
import org.semblance.evaluate.Labels;
import org.semblance.evaluate.Metric;
import org.semblance.evaluate.Score;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

/** Individual risk, k-anonymity and l-diversity of keys: sdcMicro's vector, exact integrals, and cases by hand. */
class KeyRiskTest {
    private static final int[] A = {2, 3, 2, 2, 3, 3, 1, 2};
    private static final int[] B = {3, 3, 3, 3, 3, 3, 4, 3};
    private static final int[] C = {1, 3, 1, 2, 1, 1, 1, 1};
    private static final double[] WEIGHTS = {18, 45.5, 39, 17, 92, 8, 123.5, 51};

    private static Table table() {
        Object[] cells = new Object[A.length * 4];
        for (int i = 0; i < A.length; i++) {
            cells[4 * i] = A[i];
            cells[4 * i + 1] = "b" + B[i];
            cells[4 * i + 2] = C[i];
            cells[4 * i + 3] = WEIGHTS[i];
        }
        return Table.of("a:whole, b:category, c:whole, w:decimal", cells);
    }

    private static IndividualRisk risk(String method) {
        return (IndividualRisk) IndividualRisk.PLUGIN.make(Map.of("keys", "a,b,c", "weights", "w", "method", method));
    }

    /** The data and figures of sdcMicro's test of indivRisk (approximate), and its exact first value. */
    @Test
    void theVectorOfSdcMicro() {
        double[] expected = {
            0.01369863, 0.08579129, 0.01369863, 0.17707583, 0.01877883, 0.01877883, 0.03931625, 0.01369863
        };
        double[] found = risk("approximate").risks(table(), List.of("a", "b", "c"));
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).as("row " + i).isCloseTo(expected[i], within(5e-9));
        }
        assertThat(risk("exact").risks(table(), List.of("a", "b", "c"))[0]).isCloseTo(0.01355297, within(5e-9));
        Score score = risk("approximate").measure(Comparison.of(table(), table()), Run.of(1));
        double mean = java.util.Arrays.stream(found).average().orElseThrow();
        assertThat(score.value()).isEqualTo(mean).isEqualTo(score.parts().get("real rows"));
        assertThat(score.parts().get("real rows linked, expected")).isCloseTo(8 * mean, within(1e-12));
        assertThat(score.parts().get("highest of real rows")).isCloseTo(0.17707583, within(5e-9));
    }

    /** By reference/individual_risk.py: integral and hypergeometric function in 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "1, 1.0000001, 0.99999995000000333",
        "1, 20, 0.15767011966073637",
        "2, 2.001, 0.49983339580834375",
        "2, 50, 0.03607834058182604",
        "3, 108, 0.013552968371742417",
        "3, 4, 0.26741595619808504",
        "7, 1000, 0.0011650390105261674",
        "40, 60, 0.016804370430229451",
        "500, 501, 0.0019960159362865364",
        "61, 1000, 0.0010156177406529243",
        "30, 1e9, 1.0344827575123153e-9",
    })
    void exactRisks(long f, double persons, double expected) {
        assertThat(IndividualRisk.risk(f, persons, true)).isCloseTo(expected, within(expected * 1e-12));
    }

    @Test
    void whoStandsForHimselfIsOneOfHisClass() {
        assertThat(IndividualRisk.risk(4, 4, true)).isEqualTo(0.25);
        assertThat(IndividualRisk.risk(1, 1, false)).isEqualTo(1);
        Table table = Table.of("k:category", "a", "a", "b");
        assertThat(IndividualRisk.PLUGIN
                        .make(Map.of("keys", "k"))
                        .measure(Comparison.of(table, table), Run.of(1))
                        .value())
                .isCloseTo(2 / 3.0, within(1e-12));
        Metric wrong = IndividualRisk.PLUGIN.make(Map.of("weights", "k", "keys", "k"));
        assertThatThrownBy(() -> wrong.measure(Comparison.of(table, table), Run.of(1)))
                .hasMessageContaining("weights is k, but that is no number");
    }

    /** Against a loop over all pairs of rows, a missing key agreeing with everything. */
    @Test
    void missingKeysAgreeWithEverything() {
        Rng rng = Rng.of(3);
        int rows = 120;
        int[][] codes = new int[3][rows];
        double[] weights = new double[rows];
        for (int i = 0; i < rows; i++) {
            for (int[] key : codes) {
                key[i] = rng.nextInt(5) - (rng.nextInt(3) == 0 ? 5 : 0);
                key[i] = Math.max(-1, key[i]);
            }
            weights[i] = 1 + rng.nextInt(9);
        }
        List<Labels> keys = IntStream.range(0, 3)
                .mapToObj(k -> new Labels(new int[][] {codes[k]}, 5))
                .toList();
        KeyFrequencies found = KeyFrequencies.of(keys, weights);
        for (int i = 0; i < rows; i++) {
            int count = 0;
            double persons = 0;
            for (int j = 0; j < rows; j++) {
                boolean agrees = true;
                for (int[] key : codes) {
                    agrees &= key[i] < 0 || key[j] < 0 || key[i] == key[j];
                }
                count += agrees ? 1 : 0;
                persons += agrees ? weights[j] : 0;
            }
            assertThat(found.rows()[i]).isEqualTo(count);
            assertThat(found.persons()[i]).isEqualTo(persons);
        }
    }

    @Test
    void kAnonymityCountsRowsInSmallClasses() {
        Table real = Table.of("k:category", "a", "a", "a", "b", "b", null, "c", "c");
        Table made = Table.of("k:category", "a", "b", "b", "b", "c", "d");
        Score score = KAnonymity.PLUGIN.make(Map.of("keys", "k", "k", 3)).measure(Comparison.of(real, made), Run.of(1));
        assertThat(score.value()).isEqualTo(3 / 6.0);
        assertThat(score.interval().known()).isTrue();
        assertThat(score.parts())
                .containsEntry("real rows", 5 / 8.0)
                .containsEntry("smallest class of real rows", 1.0)
                .containsEntry("smallest class of synthetic rows", 1.0)
                .containsEntry("synthetic rows in small classes of real rows", 4 / 6.0);
        Score any = KAnonymity.PLUGIN
                .make(Map.of("keys", "k", "k", 4, "missing", "any"))
                .measure(Comparison.of(real, made), Run.of(1));
        // a 4 with the missing one, b and c 3, the missing one 8.
        assertThat(any.parts()).containsEntry("real rows", 4 / 8.0);
    }

    @Test
    void lDiversityCountsValuesAndTheirEntropy() {
        Table made = Table.of(
                "k:category, t:category",
                "a",
                "x",
                "a",
                "x",
                "a",
                "x",
                "a",
                "x",
                "a",
                "y",
                "b",
                "x",
                "b",
                "y",
                "c",
                "x",
                "c",
                null,
                "d",
                "x");
        Score score = LDiversity.PLUGIN
                .make(Map.of("keys", "k", "target", "t"))
                .measure(Comparison.of(made, made), Run.of(1));
        assertThat(score.value()).isEqualTo(0.1);
        // Four x and one y are two values, but not as diverse as two.
        assertThat(score.parts())
                .containsEntry("by entropy", 0.6)
                .containsEntry("real rows", 0.1)
                .containsEntry("fewest values in a class", 1.0);
        assertThat(LDiversity.PLUGIN
                        .make()
                        .measure(Comparison.of(made, made), Run.of(1))
                        .note())
                .contains("no keys were given", "target t");
    }
}
