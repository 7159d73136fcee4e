package org.semblance.evaluate.useful;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.ProblemException;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Against reference/synthetic_pooling.R, whose tables are made by the same arithmetic. */
class SyntheticPoolingTest {
    private static Table table(int n, int shift) {
        double[] x = new double[n];
        double[] y = new double[n];
        int[] g = new int[n];
        for (int row = 0; row < n; row++) {
            long i = row + 1L + shift;
            x[row] = i * 37 % 101 / 10.0;
            g[row] = (int) (i % 3);
            double e = i * i * 53 % 199 / 50.0 - 2;
            y[row] = 2 + x[row] / 2 + (g[row] == 1 ? 1 : g[row] == 2 ? -1.5 : 0) + e;
        }
        return Table.of(
                Schema.of(Field.of("x", Kind.DECIMAL), Field.of("g", Kind.CATEGORY), Field.of("y", Kind.DECIMAL)),
                List.of(NumberColumn.of(x), CodeColumn.of(g, List.of("a", "b", "c")), NumberColumn.of(y)));
    }

    private static SyntheticPooling pooling(SyntheticPooling.Rule rule, int sets) {
        return pooling(rule, sets, 0);
    }

    private static SyntheticPooling pooling(SyntheticPooling.Rule rule, int sets, int learnt) {
        List<Table> made = IntStream.rangeClosed(1, sets)
                .mapToObj(s -> table(60, 1000 * s))
                .toList();
        return SyntheticPooling.of(
                new SyntheticPooling.Asked("y ~ x + g", "auto", List.of(), rule, learnt), made, table(90, 0));
    }

    private static void close(double[] found, double... expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-8));
        }
    }

    private static double[] errors(SyntheticPooling.Rule rule) {
        return pooling(rule, 3).terms().stream()
                .mapToDouble(SyntheticPooling.Term::error)
                .toArray();
    }

    private static double[] overlaps(SyntheticPooling.Rule rule) {
        return pooling(rule, 3).beside().stream()
                .mapToDouble(SyntheticPooling.Beside::overlap)
                .toArray();
    }

    @Test
    @DisplayName("estimates, and standard errors for the real fit, for the population and of incomplete synthesis")
    void errorsByRule() {
        close(
                pooling(SyntheticPooling.Rule.ORIGINAL, 3).terms().stream()
                        .mapToDouble(SyntheticPooling.Term::estimate)
                        .toArray(),
                1.5788616401,
                0.5447606275,
                1.0185010248,
                -1.3565889949);
        close(errors(SyntheticPooling.Rule.ORIGINAL), 0.31460436458, 0.04424622827, 0.31567209419, 0.31566511970);
        close(errors(SyntheticPooling.Rule.POPULATION), 0.38531008204, 0.05419034115, 0.38661777840, 0.38660923644);
        close(errors(SyntheticPooling.Rule.PROPER), 0.42597632335, 0.05990967629, 0.42742203608, 0.42741259258);
        close(errors(SyntheticPooling.Rule.INCOMPLETE), 0.42037225609, 0.05493873106, 0.40455173006, 0.39192647887);
    }

    @Test
    @DisplayName("standardised differences, overlap of intervals and lack of fit beside the real fit")
    void besideTheRealFit() {
        SyntheticPooling pooling = pooling(SyntheticPooling.Rule.ORIGINAL, 3);
        close(
                pooling.beside().stream()
                        .mapToDouble(SyntheticPooling.Beside::z)
                        .toArray(),
                -0.6630745874,
                1.6187051894,
                -0.2777693514,
                -0.3176261882);
        close(overlaps(SyntheticPooling.Rule.ORIGINAL), 0.8314539509, 0.5962733587, 0.9313333474, 0.9211925710);
        close(overlaps(SyntheticPooling.Rule.POPULATION), 0.8578974428, 0.6472960127, 0.8894018896, 0.8907192509);
        close(overlaps(SyntheticPooling.Rule.PROPER), 0.8666712761, 0.6777918248, 0.8522272620, 0.8534188601);
        close(overlaps(SyntheticPooling.Rule.INCOMPLETE), 0.8715594447, 0.6512479993, 0.8721395369, 0.8854183869);
        SyntheticPooling.LackOfFit lack = pooling.lackOfFit();
        assertThat(lack.freedom()).isEqualTo(4);
        assertThat(lack.statistic()).isCloseTo(6.5821728868, within(1e-8));
        assertThat(lack.p()).isCloseTo(0.1596859041, within(1e-8));
    }

    @Test
    @DisplayName("incomplete synthesis: Hotelling's F with p and m - p degrees; nothing where tables are too few")
    void incomplete() {
        SyntheticPooling.LackOfFit lack =
                pooling(SyntheticPooling.Rule.INCOMPLETE, 6).lackOfFit();
        assertThat(lack.statistic()).isCloseTo(1.5206762468, within(1e-7));
        assertThat(lack.rest()).isEqualTo(2);
        assertThat(lack.p()).isCloseTo(0.4336563286, within(1e-8));
        assertThat(pooling(SyntheticPooling.Rule.INCOMPLETE, 3).lackOfFit().p()).isNaN();
        assertThatThrownBy(() -> pooling(SyntheticPooling.Rule.INCOMPLETE, 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("two or more");
    }

    @Test
    @DisplayName(
            "published for as many rows: |z| of .798, .356, .252 and overlaps of 79.6, 90.9, 93.5 % for m = 1, 5, 10")
    void published() {
        double[] z = {0.798, 0.356, 0.252};
        double[] overlap = {0.796, 0.909, 0.935};
        int[] sets = {1, 5, 10};
        for (int i = 0; i < sets.length; i++) {
            int m = sets[i];
            List<Table> made = IntStream.rangeClosed(1, m)
                    .mapToObj(s -> table(90, 1000 * s))
                    .toList();
            SyntheticPooling pooling = SyntheticPooling.of(
                    new SyntheticPooling.Asked("y ~ x", "auto", List.of(), SyntheticPooling.Rule.ORIGINAL, 0),
                    made,
                    table(90, 0));
            // Published with three digits, the last ones cut off.
            assertThat(pooling.expectedDifference()).isCloseTo(z[i], within(1e-3));
            assertThat(pooling.expectedOverlap()).isCloseTo(overlap[i], within(1e-3));
        }
    }

    @Test
    @DisplayName(
            "of 90 real rows 72 learnt from: errors are of 72, z and lack of fit allow for 90 (1/180 + 1/72 - 1/90) = 0.75")
    void heldBack() {
        SyntheticPooling pooling = pooling(SyntheticPooling.Rule.ORIGINAL, 3, 72);
        double wider = Math.sqrt(90 / 72.0);
        assertThat(pooling.terms().get(0).error()).isCloseTo(0.31460436458 * wider, within(1e-8));
        // v (60/72) (1 + 72/180) of the reference's v (60/90) (1 + 90/180).
        assertThat(pooling(SyntheticPooling.Rule.POPULATION, 3, 72)
                        .terms()
                        .get(0)
                        .error())
                .isCloseTo(0.38531008204 * Math.sqrt(60 / 72.0 * 1.4 / (60 / 90.0 * 1.5)), within(1e-8));
        assertThat(pooling.beside().get(1).z()).isCloseTo(1.6187051894, within(1e-8));
        assertThat(pooling.expectedDifference()).isCloseTo(Math.sqrt(2 * 0.75 / Math.PI), within(1e-12));
        assertThat(pooling.lackOfFit().statistic()).isCloseTo(6.5821728868 * 0.5 / 0.75, within(1e-7));
        assertThat(pooling.learnt()).isEqualTo(72);

        // Each proper synthesis has the noise of its own parameters: 90 ((1/60 + 1/72) / 3 + 1/72 - 1/90) = 1.1667.
        assertThat(pooling(SyntheticPooling.Rule.PROPER, 3, 72).lackOfFit().statistic())
                .isCloseTo(6.5821728868 * 0.5 / (7 / 6.0), within(1e-7));
        assertThat(pooling(SyntheticPooling.Rule.INCOMPLETE, 6, 72).lackOfFit().p())
                .isNaN();
        assertThatThrownBy(() -> pooling(SyntheticPooling.Rule.ORIGINAL, 3, 91))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("learnt from 91 rows, but the real table has 90");
    }

    @Test
    @DisplayName(
            "the expected overlap where one interval is longer is the mean over the differences a correct synthesis makes")
    void expectedOverlap() {
        double times = 0.75;
        double longer = Math.sqrt(1.25);
        NormalDistribution noise = new NormalDistribution(0, Math.sqrt(times));
        double mean = IntStream.range(0, 20_000)
                .mapToDouble(i -> noise.inverseCumulativeProbability((i + .5) / 20_000))
                .map(d -> Inference.overlap(0, Inference.WIDE, d, longer * Inference.WIDE))
                .average()
                .orElseThrow();
        assertThat(Inference.expectedOverlap(times, longer)).isCloseTo(mean, within(1e-5));
        assertThat(Inference.expectedOverlap(times, 1)).isCloseTo(Inference.expectedOverlap(times), within(1e-12));
    }

    @Test
    @DisplayName("without a real table the rules for the population refuse to guess the rows learnt from")
    void unknownRows() {
        List<Table> made = List.of(table(60, 1000), table(60, 2000));
        assertThatThrownBy(() -> of(SyntheticPooling.Rule.POPULATION, made, 0))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("how many real rows")
                .hasMessageContaining("--learnt");
        assertThat(of(SyntheticPooling.Rule.POPULATION, made, 60).learnt()).isEqualTo(60);
        // v (60/30) (1 + 30/120) over v (60/60) (1 + 60/120).
        assertThat(of(SyntheticPooling.Rule.POPULATION, made, 30).terms().get(0).error()
                        / of(SyntheticPooling.Rule.POPULATION, made, 60)
                                .terms()
                                .get(0)
                                .error())
                .isCloseTo(Math.sqrt(2.5 / 1.5), within(1e-12));
    }

    private static SyntheticPooling of(SyntheticPooling.Rule rule, List<Table> made, int learnt) {
        return SyntheticPooling.of(new SyntheticPooling.Asked("y ~ x", "auto", List.of(), rule, learnt), made, null);
    }

    @Test
    @DisplayName("where both intervals are of one length, the overlap is 1 - |z| / (2 x 1.96)")
    void identity() {
        double z = 0.7;
        assertThat(Inference.overlap(0, Inference.WIDE, z, Inference.WIDE))
                .isCloseTo(1 - z / (2 * Inference.WIDE), within(1e-12));
    }
}
