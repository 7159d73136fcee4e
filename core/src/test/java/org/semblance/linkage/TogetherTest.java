package org.semblance.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/** Errors that come together, against their theory; intervals of 99.9 %, seeds fixed. */
class TogetherTest {
    private static final int ROWS = 200_000;

    private static List<Variable> columns(int n) {
        List<Variable> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            out.add(new Variable("c" + i, Role.TEXT));
        }
        return out;
    }

    private static Errors errors(Together together, double... rates) {
        List<Rate> list = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            list.add(new Rate("c" + i, "missing", rates[i]));
        }
        return Errors.of(columns(rates.length), list, together);
    }

    /** Which cells are lost, as bits by row. */
    private static int[] lost(Errors errors, long seed, int rows) {
        Row row = new Row(errors.variables());
        Scribe scribe = errors.scribe(row, Rng.of(seed), Log.NONE);
        int[] out = new int[rows];
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < row.width(); c++) {
                row.set(c, "x");
            }
            scribe.write(i);
            for (int c = 0; c < row.width(); c++) {
                out[i] |= row.get(c) == null ? 1 << c : 0;
            }
        }
        return out;
    }

    /** Clayton's copula: the chance of both errors. */
    private static double both(double p, double q, double v) {
        return p + q - 1 + Math.pow(Math.pow(1 - p, -v) + Math.pow(1 - q, -v) - 1, -1 / v);
    }

    @Test
    void errorsOfARecordComeTogetherAndKeepTheirRates() {
        for (double spread : new double[] {0.5, 2, 8}) {
            int[] lost = lost(errors(Together.INDEPENDENT.record(spread), 0.05, 0.2), 1, ROWS);
            ErrorsTest.within999(Arrays.stream(lost).filter(b -> (b & 1) != 0).count(), ROWS, 0.05);
            ErrorsTest.within999(Arrays.stream(lost).filter(b -> (b & 2) != 0).count(), ROWS, 0.2);
            ErrorsTest.within999(Arrays.stream(lost).filter(b -> b == 3).count(), ROWS, both(0.05, 0.2, spread));
        }
    }

    @Test
    void aClerksRowsAreAlike() {
        // Two rows for each clerk: as many independent pairs as clerks.
        int[] lost = lost(errors(Together.INDEPENDENT.clerk(2, 2), 0.1), 2, 2 * ROWS);
        int both = 0;
        int first = 0;
        int next = 0;
        for (int i = 0; i < lost.length; i += 2) {
            first += lost[i];
            both += lost[i] & lost[i + 1];
            next += lost[i + 1] & lost[(i + 2) % lost.length];
        }
        ErrorsTest.within999(first, ROWS, 0.1);
        ErrorsTest.within999(both, ROWS, both(0.1, 0.1, 2));
        ErrorsTest.within999(next, ROWS, 0.01);
    }

    @Test
    void theRateIsTheMeanOverTheSources() {
        Together together = Together.INDEPENDENT.source(3, 4);
        double[][] rates = Frailty.ofSources(together, new double[] {0.1, 1, 0});
        Frailty levels = new Frailty(together, rates, Rng.of(1));
        double sum = 0;
        Rng dice = Rng.of(2);
        double[] seen = new double[4];
        for (int i = 0; i < 400; i++) {
            double rate = -Math.expm1(-levels.hazards(i, dice)[0]);
            for (int k = 0; k < 4; k++) {
                if (seen[k] == 0 || Math.abs(seen[k] - rate) < 1e-12) {
                    seen[k] = rate;
                    break;
                }
            }
        }
        for (double rate : seen) {
            sum += rate;
        }
        assertThat(seen).doesNotContain(0.0);
        assertThat(sum / 4).isCloseTo(0.1, within(1e-12));
        assertThat(Arrays.stream(seen).max().orElse(0)).isGreaterThan(0.25);
        assertThat(levels.hazards(1, dice)[1]).isInfinite();
        assertThat(levels.hazards(1, dice)[2]).isZero();
    }

    @Test
    void allLevelsAtOnceKeepTheRates() {
        Together together = Together.INDEPENDENT.record(1).clerk(0.5, 4).source(1, 3);
        int[] lost = lost(errors(together, 0.05, 0.3), 3, ROWS);
        long first = Arrays.stream(lost).filter(b -> (b & 1) != 0).count();
        long second = Arrays.stream(lost).filter(b -> (b & 2) != 0).count();
        // Rows of a clerk are not independent: the variance of a mean over clusters of four is at most four times.
        assertThat(first / (double) ROWS).isCloseTo(0.05, within(2 * 3.2905 * Math.sqrt(0.05 * 0.95 / ROWS)));
        assertThat(second / (double) ROWS).isCloseTo(0.3, within(2 * 3.2905 * Math.sqrt(0.3 * 0.7 / ROWS)));
    }

    /** All choices of columns, weighed one by one. */
    @Test
    void theWeightsGiveTheRates() {
        double[] rates = {0.36, 0.31, 0.30, 0.23, 0.16, 0.088, 0.066};
        List<String> shares = List.of("0.1", "0.3", "0.34", "0.23", "0.1", "0.04");
        ChangedColumns law = ChangedColumns.fit(shares, rates);
        double[] count = law.count();
        double[] weights = law.weights();
        double[] sums = new double[count.length];
        for (int pass = 0; pass < 2; pass++) {
            double[] marginals = new double[rates.length];
            for (int set = 0; set < 1 << rates.length; set++) {
                double product = 1;
                for (int i = 0; i < rates.length; i++) {
                    product *= (set >> i & 1) == 1 ? weights[i] : 1;
                }
                int k = Integer.bitCount(set);
                if (k >= count.length) {
                    continue;
                }
                sums[k] += pass == 0 ? product : 0;
                for (int i = 0; i < rates.length; i++) {
                    marginals[i] += pass == 1 && (set >> i & 1) == 1 ? count[k] * product / sums[k] : 0;
                }
            }
            if (pass == 1) {
                assertThat(marginals).containsExactly(rates, within(1e-9));
            }
        }
    }

    @Test
    void asManyColumnsChangeAsTheLawSays() {
        double[] rates = {0.36, 0.31, 0.30, 0.23, 0.16, 0.088, 0.066};
        Together together = Together.columns(0.1, 0.3, 0.34, 0.23, 0.1, 0.04);
        double[] count = ChangedColumns.fit(together.columns(), rates).count();
        int[] lost = lost(errors(together, rates), 4, ROWS);
        for (int c = 0; c < rates.length; c++) {
            int bit = 1 << c;
            ErrorsTest.within999(Arrays.stream(lost).filter(b -> (b & bit) != 0).count(), ROWS, rates[c]);
        }
        for (int k = 0; k < count.length; k++) {
            int changes = k;
            ErrorsTest.within999(
                    Arrays.stream(lost)
                            .filter(b -> Integer.bitCount(b) == changes)
                            .count(),
                    ROWS,
                    count[k]);
        }
    }

    /** The law of FEBRL 4's duplicates with a mean that fits stays as it is; with another it is tilted. */
    @Test
    void theLawIsTiltedToTheRates() {
        List<String> shares = List.of("0", "0.2976", "0.338", "0.231", "0.096", "0.0374");
        double[] rates = {0.36, 0.36, 0.36, 0.36, 0.36, 0.4376};
        assertThat(ChangedColumns.fit(shares, rates).count())
                .containsExactly(new double[] {0, 0.2976, 0.338, 0.231, 0.096, 0.0374}, within(1e-9));
        double[] more = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5};
        double[] tilted = ChangedColumns.fit(shares, more).count();
        assertThat(tilted[5] / tilted[4] * (0.096 / 0.0374))
                .isCloseTo(tilted[2] / tilted[1] * (0.2976 / 0.338), within(1e-9));
        assertThat(ChangedColumns.fit(List.of("0", "0", "1"), new double[] {0.9, 0.6, 0.5})
                        .count())
                .containsExactly(0, 0, 1);
    }

    @Test
    void manyColumnsAndLopsidedRatesAreFitted() {
        Rng rng = Rng.of(9);
        for (int n : new int[] {2, 5, 15, 40}) {
            double[] weights = new double[n];
            double[] count = new double[n + 1];
            double sum = 0;
            for (int i = 0; i < n; i++) {
                weights[i] = Math.exp(4 * rng.nextDouble());
            }
            for (int k = 0; k <= n; k++) {
                count[k] = Math.exp(-Math.abs(k - n / 4.0) * 4 / n) * (0.5 + rng.nextDouble());
                sum += count[k];
            }
            List<String> shares = new ArrayList<>();
            for (int k = 0; k <= n; k++) {
                count[k] /= sum;
                shares.add(String.valueOf(count[k]));
            }
            double[] rates = ChangedColumns.marginals(weights, count);
            ChangedColumns law = ChangedColumns.fit(shares, rates);
            assertThat(law.count()).containsExactly(count, within(1e-9));
            assertThat(ChangedColumns.marginals(law.weights(), law.count())).containsExactly(rates, within(1e-9));
        }
    }

    /** One column changes in .42 of the rows, but by this law only .3 change at all; rows know of .3 to .466. */
    @Test
    void aLawIsMovedAsFarAsTheRatesNeed() {
        double[] rates = {0.42, 0.08};
        NearestLaw near = NearestLaw.of(new double[] {0.7, 0.1, 0.2}, rates);
        ChangedColumns law = ChangedColumns.fit(Together.columns(near.shares()).columns(), rates);
        assertThat(ChangedColumns.marginals(law.weights(), law.count())).containsExactly(rates, within(1e-6));
        // Only where both errors never meet does it come to .5 of the rows; independent ones leave .5336 without.
        assertThat(near.moved()).isBetween(0.7, 0.85);
        assertThat(near.shares()[0]).isBetween(0.55, 0.58);
        assertThat(NearestLaw.of(new double[] {0.55, 0.4, 0.05}, rates).moved()).isZero();
        assertThat(NearestLaw.of(new double[] {0, 0, 1}, new double[] {0.3, 0.3})
                        .shares())
                .containsExactly(0.49, 0.42, 0.09);
    }

    /** Of independent errors too: what six decimals leave of them lies on the edge, or a rounding beyond. */
    @Test
    void aLawBesideAHardlyEverChangedColumnIsAccepted() {
        double[] rates = {0.9, 2e-6};
        NearestLaw near = NearestLaw.of(new double[] {0.1, 0, 0.9}, rates);
        ChangedColumns law = ChangedColumns.fit(Together.columns(near.shares()).columns(), rates);
        assertThat(ChangedColumns.marginals(law.weights(), law.count())).containsExactly(rates, within(1e-6));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> errors(Together.columns(0, 0.5, 0.5), 0.1, 0.1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("but columns has rows with 1 to 2 changes only");
        assertThatThrownBy(() -> errors(Together.columns(0.5, 0.2, 0.2, 0.1), 0.1, 0.1))
                .hasMessageContaining("with 3 changed columns, but only 2 have errors");
        assertThatThrownBy(() -> errors(Together.columns(0.7, 0.1, 0.2), 0.42, 0.08))
                .hasMessageContaining("the 1 worst change 0.42 times in a row on average, and can at most 0.3");
        assertThatThrownBy(() -> errors(Together.columns(0.5, -1), 0.1, 0.1)).hasMessageContaining("\"-1.0\"");
        assertThatThrownBy(() -> Errors.of(
                        columns(2),
                        List.of(
                                new Rate("c0", "missing", 0.6),
                                new Rate("c0", "edit", 0.6),
                                new Rate("c1", "missing", 0.1).when(When.is("c0", "x"))),
                        Together.columns(0.5, 0.5)))
                .hasMessageContaining("must stay below 1")
                .hasMessageContaining("a rate with a condition does not go");
    }

    /** One error for each column; where it is not eligible, the column's next. */
    @Test
    void aColumnThatIsToChangeDoesWhereItCan() {
        List<Variable> columns = List.of(new Variable("name", Role.FULL_NAME));
        Errors errors = Errors.of(
                columns,
                List.of(new Rate("name", "token-swap", 0.3), new Rate("name", "edit", 0.1)),
                Together.columns(0.6, 0.4));
        Row row = new Row(columns);
        Scribe scribe = errors.scribe(row, Rng.of(5), Log.NONE);
        long changed = 0;
        for (int i = 0; i < ROWS; i++) {
            row.set(0, "William");
            changed += scribe.write(i);
        }
        ErrorsTest.within999(changed, ROWS, 0.4);
        ErrorsTest.within999(scribe.tally().drawn(0), ROWS, 0.3);
        assertThat(scribe.tally().changed(0)).isZero();
        assertThat(scribe.tally().changed(1)).isEqualTo(changed);
    }

    /** A law for four columns says what the law for two of them is: the same columns change as if all were there. */
    @Test
    void aLawIsTakenForSomeOfItsColumns() {
        double[] rates = {0.3, 0.2, 0.2, 0.1};
        Together all = Together.columns(0.5, 0.3, 0.1, 0.1, 0);
        Together some = all.ofPart(new double[] {0.3, 0.2}, new double[] {0.2, 0.1});
        int[] whole = lost(errors(all, rates), 3, ROWS);
        int[] part = lost(errors(some, 0.3, 0.2), 4, ROWS);
        for (int bits = 0; bits < 4; bits++) {
            int wanted = bits;
            double share = Arrays.stream(whole).filter(b -> (b & 3) == wanted).count() / (double) ROWS;
            // Of two such shares the difference has 1.4 times the spread of one.
            assertThat(Arrays.stream(part).filter(b -> b == wanted).count() / (double) ROWS)
                    .isCloseTo(share, within(3.3 * 1.42 * Math.sqrt(share * (1 - share) / ROWS)));
        }
        assertThat(all.ofPart(new double[0], rates).columns()).isEmpty();
    }

    @Test
    void aLawThatTheRatesDoNotHaveIsTold() {
        assertThat(errors(Together.columns(0.2, 0.2, 0.2, 0.4), 0.2, 0.2, 0.15, 0.1)
                        .notes())
                .singleElement()
                .asString()
                .contains("change 0.650 columns of a row on average, but together: columns 1.800")
                .contains("not 0.200, 0.200, 0.200, 0.400");
        assertThat(errors(Together.columns(0.7, 0.1, 0.05, 0.15), 0.2, 0.2, 0.15, 0.1)
                        .notes())
                .isEmpty();
    }
}
