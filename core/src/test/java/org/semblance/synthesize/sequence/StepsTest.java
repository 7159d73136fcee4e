package org.semblance.synthesize.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Kind;
import org.semblance.table.Table;

/** Steps of known processes come out as such. */
class StepsTest {
    private static double[] drawn(Steps.Data data, int[] start) {
        Table table = steps(data).draw(data.context(), start, Rng.of(2));
        assertThat(table.schema()).isEqualTo(data.rows().schema());
        assertThat(table.rows()).isEqualTo(start[start.length - 1]);
        return table.numbers(table.width() - 1).toArray();
    }

    private static Steps steps(Steps.Data data) {
        return Steps.fit(data, Steps.Options.DEFAULT, Run.of(1));
    }

    private static Courses.Course returning(double phi) {
        return (last, position, rng) ->
                Double.isNaN(last) ? rng.nextGaussian() : phi * last + Math.sqrt(1 - phi * phi) * rng.nextGaussian();
    }

    // 400 sequences of 25 steps: the standard error of an autocorrelation is below 0.01, of a deviation about 0.015 for
    // phi 0.8, in the real and in the drawn steps alike. 0.06 is 4 standard errors of the difference: false alarms
    // below 1e-4.

    @Test
    void readingsThatReturnKeepTheirMemory() {
        for (double phi : new double[] {0.3, 0.8}) {
            int[] start = Courses.lengths(400, 25);
            double[] x = drawn(Courses.numbers(start, returning(phi), 3), start);
            assertThat(Courses.autocorrelation(x, start)).isCloseTo(phi, within(0.06));
            assertThat(Courses.deviation(x)).isCloseTo(1, within(0.06));
        }
    }

    @Test
    void aRandomWalkSpreadsAsOneDoes() {
        int[] start = Courses.lengths(300, 40);
        double[] x =
                drawn(Courses.numbers(start, (last, p, rng) -> p == 0 ? 0 : last + 0.1 + rng.nextGaussian(), 4), start);
        assertThat(Courses.deviation(Courses.changes(x, start))).isCloseTo(1, within(0.04));
        double[] last = new double[300];
        Arrays.setAll(last, e -> x[start[e + 1] - 1]);
        // After 39 steps: mean 3.9, deviation sqrt(39) = 6.24, of 300: standard errors .36 and .25, twice (real and
        // drawn).
        assertThat(Arrays.stream(last).average().orElse(0)).isCloseTo(3.9, within(2.0));
        assertThat(Courses.deviation(last)).isCloseTo(6.24, within(1.4));
    }

    @Test
    void labelsFollowOneAnotherAsTheyDid() {
        double[][] next = {{0.7, 0.2, 0.1}, {0.1, 0.8, 0.1}, {0.5, 0, 0.5}};
        int[] start = Courses.lengths(500, 20);
        Table table = steps(Courses.labels(start, next, 5)).draw(Courses.NOTHING_KNOWN, start, Rng.of(6));
        double[][] counts = new double[3][4];
        for (int e = 0; e < 500; e++) {
            for (int i = start[e] + 1; i < start[e + 1]; i++) {
                int from = table.codes(0).labels().indexOf(table.codes(0).get(i - 1));
                counts[from][table.codes(0).labels().indexOf(table.codes(0).get(i))]++;
                counts[from][3]++;
            }
        }
        for (int from = 0; from < 3; from++) {
            for (int to = 0; to < 3; to++) {
                // From any label at least 1,500 steps: standard error below .013; .06 is over 3 of the difference of
                // two.
                assertThat(counts[from][to] / counts[from][3]).isCloseTo(next[from][to], within(0.06));
            }
        }
        assertThat(counts[2][1]).isZero();
    }

    @Test
    void regularPlacesStayRegular() {
        int[] start = Courses.lengths(60, 30);
        double[] places = new double[1800];
        for (int e = 0; e < 60; e++) {
            for (int i = 0; i < 30; i++) {
                // Working days from one of ten Mondays.
                places[e * 30 + i] = 18_001 + 7 * (e % 10) + i / 5 * 7 + i % 5;
            }
        }
        Steps.Data data = Courses.placed(Courses.numbers(start, returning(0.5), 7), Kind.DATE, places);
        Table table = steps(data).draw(data.context(), start, Rng.of(8));
        for (int e = 0; e < 60; e++) {
            for (int i = start[e]; i < start[e + 1]; i++) {
                double day = table.numbers(0).get(i);
                assertThat((day + 3) % 7).as("weekday").isLessThan(5);
                if (i > start[e]) {
                    assertThat(day - table.numbers(0).get(i - 1)).isIn(1.0, 3.0);
                }
            }
        }
    }
}
