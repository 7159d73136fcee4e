package org.semblance.conditional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** What catall and ipf promise with epsilon, measured: their noise has no seed, so every bound says how often it errs. */
class PrivateTablesTest {
    private static final List<String> A = List.of("a1", "a2");
    private static final List<String> B =
            IntStream.range(0, 20).mapToObj(b -> "b" + b).toList();
    private static final int LAST = 39;

    private static CrossTable fit(String method, Map<String, ?> options, int[] a, int[] b) {
        Given given = new Given(
                Predictors.none(a.length),
                Field.of("a", Kind.CATEGORY),
                CodeColumn.of(a, A),
                false,
                Given.Events.NONE,
                Table.of(Schema.of(Field.of("b", Kind.CATEGORY)), List.of(CodeColumn.of(b, B))));
        return (CrossTable) Conditionals.ALL.find(method).make(options).fit(given, Run.of(1));
    }

    /** How often the last cell is kept at each count below 10, from a table of two rows of which one may be missing. */
    private static double[] kept(double epsilon, int fits, int last) {
        double[] out = new double[10];
        for (int fit = 0; fit < fits; fit++) {
            CrossTable table =
                    fit("catall", Map.of("epsilon", epsilon), new int[] {0, last < 0 ? -1 : 1}, new int[] {0, last});
            for (int i = 0; i < table.cells().length; i++) {
                if (table.cells()[i] == LAST && table.mass()[i] < out.length) {
                    out[(int) table.mass()[i]]++;
                }
            }
        }
        return out;
    }

    /** 18 bounds that a right method reaches and fails by 6 deviations with probability 1e-9 each. */
    @Test
    @DisplayName("catall: one row more in an empty cell changes its chances by the factor exp(epsilon / 2) at most")
    void oneRow() {
        int fits = 2_000;
        double[] without = kept(4, fits, -1);
        double[] with = kept(4, fits, B.size() - 1);
        double factor = Math.exp(2);

        for (int count = 1; count < 10; count++) {
            assertThat(with[count] - factor * without[count])
                    .as("kept at " + count)
                    .isLessThan(6 * deviation(with[count], without[count], factor, fits));
            assertThat(without[count] - factor * with[count])
                    .as("kept at " + count)
                    .isLessThan(6 * deviation(without[count], with[count], factor, fits));
        }
    }

    /**
     * The last of 40 cells, in which 500 of 510 rows are: 500 and noise. 26 bounds of 6 deviations, each of which a right
     * law fails with probability 1e-7 at most; half or twice the scale misses some by 12 deviations.
     */
    @Test
    @DisplayName("catall: a cell's noise is of the discrete Laplace law of scale 2 / epsilon")
    void cellNoise() {
        int[] a = new int[510];
        int[] b = new int[510];
        Arrays.fill(a, 0, 500, 1);
        Arrays.fill(b, 0, 500, B.size() - 1);
        double[] noise = new double[2000];
        for (int fit = 0; fit < noise.length; fit++) {
            CrossTable table = fit("catall", Map.of("epsilon", .5), a, b);
            noise[fit] = table.mass()[table.mass().length - 1] - 500;
            assertThat(table.cells()[table.cells().length - 1]).isEqualTo(LAST);
        }
        lawful(noise, 4);
    }

    /**
     * Two margins of one column each. Of the first label of a there are 1000 rows, of the second none: noise makes 10 or
     * more of these with the probability q^10 / (1 + q), and at most 0 with 1 / (1 + q), q = exp(-epsilon / 4). Scaling to
     * the number of rows moves 10 below 9.5 or 9 above it with a probability below .003, which is allowed for. Two bounds
     * of 6 deviations: a right law fails one with probability 1e-8; half or twice the scale misses one by 12.
     */
    @Test
    @DisplayName("ipf: a margin's noise is of the discrete Laplace law of scale 2 x margins / epsilon")
    void marginNoise() {
        int fits = 2000;
        Map<String, ?> options = Map.of("epsilon", .5, "margins", "oneway", "max-its", 20);
        int none = 0;
        int ten = 0;
        for (int fit = 0; fit < fits; fit++) {
            CrossTable table = fit("ipf", options, new int[1000], new int[1000]);
            double second = 0;
            for (int i = 0; i < table.mass().length; i++) {
                second += table.cells().length == 0 && i >= B.size()
                                || table.cells().length > 0 && table.cells()[i] >= B.size()
                        ? table.mass()[i]
                        : 0;
            }
            none += second < 1e-9 ? 1 : 0;
            ten += second > 9.5 ? 1 : 0;
        }
        double q = Math.exp(-.5 / 4);
        share(none, fits, 1 / (1 + q), 0);
        share(ten, fits, Math.pow(q, 10) / (1 + q), .003);
    }

    private static void share(long count, int of, double p, double slack) {
        assertThat(count / (double) of).isCloseTo(p, within(slack + 6 * Math.sqrt(p * (1 - p) / of)));
    }

    /** Whole numbers of the law with that scale, by how many there are at and below some places. */
    private static void lawful(double[] noise, double scale) {
        double q = Math.exp(-1 / scale);
        for (int k = 0; k <= 12; k++) {
            int least = k;
            double p = Math.pow(q, k) / (1 + q);
            share(Arrays.stream(noise).filter(v -> v >= least).count(), noise.length, p, 0);
            share(Arrays.stream(noise).filter(v -> v <= -least).count(), noise.length, p, 0);
        }
    }

    /** Of one count less another times a factor; at least what three events more make of it. */
    private static double deviation(double one, double other, double factor, int fits) {
        double variance = one * (1 - one / fits) + factor * factor * other * (1 - other / fits);
        return Math.sqrt(Math.max(variance, 9));
    }
}
