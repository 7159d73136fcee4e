package org.semblance.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NormalScoresTest {
    /** Written by reference/copula.py. */
    @Test
    void correlationsAreThoseOfNumericalIntegration() throws IOException {
        try (InputStream in = NormalScoresTest.class.getResourceAsStream("/reference/copula.json")) {
            JsonNode cases = JsonMapper.shared().readTree(in).path("cases");
            assertThat(cases.size()).isEqualTo(7);
            for (JsonNode one : cases) {
                NormalScores a = new NormalScores(numbers(one.path("a")));
                NormalScores b = new NormalScores(numbers(one.path("b")));
                assertThat(a.correlation(b, one.path("product").asDouble()))
                        .as(one.toString())
                        .isEqualTo(one.path("r").asDouble(), within(0.001));
            }
        }
    }

    private static double[] numbers(JsonNode list) {
        double[] out = new double[list.size()];
        java.util.Arrays.setAll(out, i -> list.path(i).asDouble());
        return out;
    }

    @Test
    void scoresAreMeansInsideTheCells() {
        NormalScores halves = new NormalScores(new double[] {0.5, 1});
        // the mean of a half normal variable is sqrt(2 / pi)
        assertThat(halves.score(1)).isEqualTo(Math.sqrt(2 / Math.PI), within(1e-12));
        assertThat(halves.score(0)).isEqualTo(-halves.score(1), within(1e-12));
        assertThat(new NormalScores(new double[] {1}).score(0)).isZero();
        assertThat(new NormalScores(new double[] {0, 0.3, 0.3, 1}).score(2)).isZero();
    }

    @Test
    void twoHalvesGiveTheTetrachoricCorrelation() {
        NormalScores halves = new NormalScores(new double[] {0.5, 1});
        for (double r : new double[] {-0.9, -0.3, 0, 0.2, 0.6, 0.9}) {
            // P(both above) = 1/4 + asin(r) / (2 pi): Sheppard 1899
            double product = 2 / Math.PI * (2 / Math.PI) * Math.asin(r);
            assertThat(halves.correlation(halves, product)).isEqualTo(r, within(0.002));
        }
    }

    @Test
    void manyCellsGiveTheCorrelationItself() {
        double[] upTo = new double[2000];
        java.util.Arrays.setAll(upTo, i -> (i + 1) / 2000.0);
        NormalScores fine = new NormalScores(upTo);
        assertThat(fine.correlation(fine, 0.5)).isEqualTo(0.5, within(0.002));
    }

    @Test
    void aRootTimesItselfIsTheMatrix() {
        double[][] r = {{1, 0.5, -0.2}, {0.5, 1, 0.3}, {-0.2, 0.3, 1}};
        double[][] root = Correlation.root(r);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k <= j; k++) {
                    sum += root[i][k] * root[j][k];
                }
                assertThat(sum).isEqualTo(r[i][j], within(1e-12));
            }
        }
    }

    @Test
    void aMatrixThatIsNoneIsMended() {
        double[][] r = {{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}};
        double[][] root = Correlation.root(r);
        for (int i = 0; i < 3; i++) {
            double length = 0;
            for (double value : root[i]) {
                length += value * value;
            }
            assertThat(length).isEqualTo(1, within(1e-9));
        }
        assertThat(root[1][0]).isBetween(0.3, 0.7);
    }

    @Test
    void aRepeatedColumnStillHasARoot() {
        double[][] r = new double[500][500];
        for (double[] row : r) {
            java.util.Arrays.fill(row, 1);
        }
        assertThat(Correlation.root(r)[499]).hasSize(500).doesNotContain(Double.NaN);
    }

    @Test
    void thePullFallsWithRowsAndStrength() {
        double[][] weak = {{1, 0.1}, {0.1, 1}};
        double[][] strong = {{1, 0.9}, {0.9, 1}};
        assertThat(Correlation.pull(weak, 10)).isEqualTo(1);
        assertThat(Correlation.pull(weak, 10_000)).isLessThan(0.01);
        assertThat(Correlation.pull(strong, 10)).isLessThan(0.01);
        assertThat(Correlation.pull(new double[][] {{1}}, 1)).isEqualTo(1);
    }

    @Test
    void correlatedNormalPairsAreRecoveredFromCoarseCells() {
        Rng rng = Rng.of(21);
        NormalScores x = new NormalScores(new double[] {0.2, 0.7, 1});
        NormalScores y = new NormalScores(new double[] {0.9, 1});
        int n = 200_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double a = rng.nextGaussian();
            double b = 0.7 * a + Math.sqrt(1 - 0.49) * rng.nextGaussian();
            double u = NormalScores.share(a);
            sum += x.score(u < 0.2 ? 0 : u < 0.7 ? 1 : 2) * y.score(NormalScores.share(b) < 0.9 ? 0 : 1);
        }
        // standard error of the estimate is below 0.005: 6 of them, false alarms below 1e-8
        assertThat(x.correlation(y, sum / n)).isEqualTo(0.7, within(0.03));
    }
}
