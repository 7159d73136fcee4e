package org.semblance.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;

class MarginalTest {
    private static final Field DECIMAL = Field.of("x", Kind.DECIMAL);
    private static final Field WHOLE = Field.of("x", Kind.WHOLE);

    private static Marginal learn(Field field, double... values) {
        NumberColumn column = NumberColumn.of(values);
        return Marginal.of(column, Grid.of(field, column), Marginal.Grain.DEFAULT);
    }

    private static double[] gaussians(int n) {
        Rng rng = Rng.of(1);
        return Arrays.stream(new double[n]).map(x -> rng.nextGaussian()).toArray();
    }

    /** Two-sided Kolmogorov-Smirnov distance of evenly placed draws to the values learnt from. */
    private static double distance(Marginal marginal, double[] values, int draws) {
        double[] drawn = new double[draws];
        for (int i = 0; i < draws; i++) {
            drawn[i] = marginal.draw((i + 0.5) / draws);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double worst = 0;
        int at = 0;
        for (int i = 0; i < draws; i++) {
            while (at < sorted.length && sorted[at] <= drawn[i]) {
                at++;
            }
            if (i == draws - 1 || drawn[i + 1] > drawn[i]) {
                worst = Math.max(worst, Math.abs(at / (double) sorted.length - (i + 1) / (double) draws));
            }
        }
        return worst;
    }

    @Test
    void evenDrawsFollowTheValuesWithinOneBin() {
        for (int n : new int[] {50, 500, 5000, 50_000}) {
            double[] values = gaussians(n);
            double bin = Math.max(5, Math.ceil(n / 1000.0)) * 2 / n;
            assertThat(distance(learn(DECIMAL, values), values, 20_000))
                    .as("n = " + n)
                    .isLessThan(bin + 1e-4);
        }
    }

    @Test
    void noRareValueIsReplayed() {
        double[] values = gaussians(2000);
        Marginal marginal = learn(DECIMAL, values);
        Arrays.sort(values);
        int replayed = 0;
        for (int i = 1; i < 100_000; i++) {
            replayed += Arrays.binarySearch(values, marginal.draw(i / 100_000.0)) >= 0 ? 1 : 0;
        }
        assertThat(replayed).isLessThan(5);
    }

    @Test
    void commonValuesKeepTheirShareAndMissingItsOwn() {
        double[] values = new double[1000];
        Rng rng = Rng.of(2);
        for (int i = 0; i < 1000; i++) {
            values[i] = i < 700 ? 0 : i < 800 ? Double.NaN : 1 + rng.nextDouble();
        }
        Marginal marginal = learn(DECIMAL, values);
        assertThat(marginal.missing()).isEqualTo(0.1);
        assertThat(marginal.draw(0.0999)).isNaN();
        assertThat(marginal.draw(0.1)).isZero();
        assertThat(marginal.draw(0.7999)).isZero();
        assertThat(marginal.draw(0.8001)).isGreaterThan(0.5);
        assertThat(marginal.below(0)).isEqualTo(0.1);
        assertThat(marginal.upTo(0)).isEqualTo(0.8);
        assertThat(marginal.below(Double.NaN)).isZero();
        assertThat(marginal.upTo(Double.NaN)).isEqualTo(0.1);
    }

    @Test
    void wholeNumbersOfAFullRangeComeOutEvenly() {
        double[] values = new double[3000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        Marginal marginal = learn(WHOLE, values);
        Map<Double, Integer> counts = new HashMap<>();
        for (int i = 0; i < 30_000; i++) {
            counts.merge(marginal.draw((i + 0.5) / 30_000), 1, Integer::sum);
        }
        assertThat(counts).hasSize(3000);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(9, 11));
    }

    @Test
    void valuesThatAlternateAroundTheThresholdAllKeepTheirPlace() {
        double[] values = new double[4500];
        int at = 0;
        for (int value = 0; at < values.length; value++) {
            for (int k = 0; k < (value % 2 == 0 ? 4 : 5) && at < values.length; k++) {
                values[at++] = value;
            }
        }
        Marginal marginal = learn(WHOLE, values);
        assertThat(distance(marginal, values, 45_000)).isLessThan(10.0 / 4500);
        long different = java.util.stream.IntStream.range(0, 45_000)
                .mapToDouble(i -> marginal.draw((i + 0.5) / 45_000))
                .distinct()
                .count();
        assertThat(different).isGreaterThan(990);
    }

    @Test
    void drawsAscendAndAgreeWithTheDistributionFunction() {
        Rng rng = Rng.of(3);
        double[] values = new double[3000];
        for (int i = 0; i < values.length; i++) {
            double x = rng.nextDouble();
            values[i] = x < 0.3 ? 5 : x < 0.5 ? Math.rint(40 * rng.nextDouble()) : Math.rint(1000 * rng.nextGaussian());
        }
        Marginal marginal = learn(WHOLE, values);
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 10_000; i++) {
            double u = (i + 0.5) / 10_000;
            double value = marginal.draw(u);
            assertThat(value).isGreaterThanOrEqualTo(last);
            assertThat(marginal.below(value)).isLessThanOrEqualTo(u + 1e-9);
            assertThat(marginal.upTo(value)).isGreaterThanOrEqualTo(u - 1e-9);
            last = value;
        }
    }

    @Test
    void drawsLieOnTheGridOfTheColumn() {
        Rng rng = Rng.of(4);
        double[] cents = Arrays.stream(new double[500])
                .map(x -> Math.rint(1e4 * rng.nextDouble()) / 100)
                .toArray();
        double[] hundreds = Arrays.stream(new double[500])
                .map(x -> 100 * Math.rint(1e3 * rng.nextDouble()))
                .toArray();
        Marginal money = learn(DECIMAL, cents);
        Marginal salary = learn(WHOLE, hundreds);
        for (int i = 0; i < 5000; i++) {
            double cent = money.draw(i / 5000.0);
            assertThat(Math.rint(cent * 100) / 100).isEqualTo(cent);
            assertThat(salary.draw(i / 5000.0) % 100).isZero();
        }
    }

    @Test
    void oneValueNoValueAndFewValues() {
        assertThat(learn(WHOLE, 7).draw(0.99)).isEqualTo(7);
        assertThat(learn(WHOLE, Double.NaN, Double.NaN).draw(0.99)).isNaN();
        assertThat(learn(WHOLE).draw(0.5)).isNaN();
        assertThat(learn(DECIMAL, 1, 2).draw(0.5)).isBetween(1.0, 2.0);
    }

    @Test
    void packedAndUnpackedItDrawsTheSame() {
        Marginal marginal = learn(DECIMAL, gaussians(777));
        Marginal again = Marginal.unpack(marginal.pack());
        for (int i = 0; i < 1000; i++) {
            assertThat(again.draw(i / 1000.0)).isEqualTo(marginal.draw(i / 1000.0));
        }
        double[] broken = marginal.pack();
        broken[5] = Double.NaN;
        assertThatThrownBy(() -> Marginal.unpack(broken)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Marginal.unpack(new double[1])).isInstanceOf(IllegalArgumentException.class);
    }
}
