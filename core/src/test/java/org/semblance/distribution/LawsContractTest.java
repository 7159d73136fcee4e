package org.semblance.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.semblance.plugin.Options;
import org.semblance.plugin.Plugin;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/** What holds of every law in the list. */
class LawsContractTest {
    private static final int DRAWS = 100_000;
    /** Chance that a right law fails one {@link #drawsFollowTheLaw}. */
    private static final double FALSE_ALARM = 1e-9;

    static List<Plugin<Law>> laws() {
        return Laws.ALL.plugins();
    }

    /** Laws away from their defaults, where the samplers take their other branches. */
    static List<Law> variants() {
        List<Law> laws = new ArrayList<>(List.of(
                new Gamma(0.05, 10),
                new Gamma(350, 0.2),
                new Beta(0.02, 3),
                new Beta(0.02, 0.02),
                new Beta(300, 40),
                new StudentT(0.7, 2, 3),
                new Poisson(0.01),
                new Poisson(9.99),
                new Poisson(10),
                new Poisson(230),
                new Poisson(1e5),
                new Binomial(40, 0.98),
                new Binomial(40, 0.25),
                new Binomial(500, 0.3),
                new Binomial(2_000, 0.001),
                new Binomial(100_000, 0.7),
                new Binomial(0, 0.5),
                new Binomial(7, 1),
                new Geometric(0.003),
                new Geometric(1),
                new NegativeBinomial(0.3, 0.05),
                new NegativeBinomial(1_000, 0.01),
                new NegativeBinomial(5, 1),
                new Bernoulli(0),
                new Bernoulli(1),
                new Triangular(2, 7, 7),
                new Triangular(-1, -1, 0),
                new Weibull(0.4, 30)));
        laws().forEach(plugin -> laws.add(plugin.make()));
        return laws;
    }

    @ParameterizedTest
    @MethodSource("laws")
    void isDescribed(Plugin<Law> plugin) {
        assertThat(plugin.name()).matches("[a-z]+(-[a-z]+)*");
        assertThat(plugin.summary()).endsWith(".");
        assertThat(Options.describe(plugin.defaults())).isNotEmpty().allSatisfy(option -> {
            assertThat(option.doc()).isNotEmpty();
            assertThat(option.min()).isFinite();
            assertThat(option.max()).isFinite();
        });
        assertThat(plugin.make()).isEqualTo(plugin.defaults());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void refusesWhatIsOutOfRange(Plugin<Law> plugin) {
        for (Options.Description option : Options.describe(plugin.defaults())) {
            for (Object wrong : List.of("NaN", "Infinity", "-Infinity", "many", option.max() * 1.1 + 1)) {
                assertThatThrownBy(() -> plugin.make(Map.of(option.name(), wrong)))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining(option.name());
            }
        }
    }

    /**
     * The Dvoretzky-Kiefer-Wolfowitz inequality with Massart's constant (1990) bounds the largest distance between the
     * empirical and the true distribution function, for any law.
     */
    @ParameterizedTest
    @MethodSource("variants")
    void drawsFollowTheLaw(Law law) {
        Rng rng = Rng.of(11).child(law.toString());
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = law.sample(rng);
            if (!Double.isFinite(draws[i]) || (law.discrete() && draws[i] != Math.rint(draws[i]))) {
                throw new AssertionError(law + " drew " + draws[i]);
            }
        }
        Arrays.sort(draws);
        double worst = 0;
        for (int i = 0; i < DRAWS; i++) {
            if (i == DRAWS - 1 || draws[i + 1] > draws[i]) {
                worst = Math.max(worst, Math.abs(law.cdf(draws[i]) - (i + 1.0) / DRAWS));
            }
        }
        assertThat(worst).isLessThan(Math.sqrt(Math.log(2 / FALSE_ALARM) / (2 * DRAWS)));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void quantileIsTheInverseOfCdf(Law law) {
        Rng rng = Rng.of(12);
        double last = Double.NEGATIVE_INFINITY;
        double[] ps = new double[50];
        Arrays.setAll(ps, i -> Law.uniform(rng));
        Arrays.sort(ps);
        for (double p : ps) {
            double x = law.quantile(p);
            assertThat(x).isGreaterThanOrEqualTo(last);
            last = x;
            if (law.discrete()) {
                assertThat(law.cdf(x)).isGreaterThanOrEqualTo(p);
                assertThat(x == 0 || law.cdf(x - 1) < p).isTrue();
            } else if (x > Double.MIN_NORMAL || x < 0) {
                // The right number to four steps: near 1 a beta law may jump from one double to the next.
                assertThat(law.cdf(x - 4 * Math.ulp(x))).isLessThan(p + 1e-9);
                assertThat(law.cdf(x + 4 * Math.ulp(x))).isGreaterThan(p - 1e-9);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void isFlatBeyondItsEnds(Law law) {
        assertThat(law.cdf(Double.NEGATIVE_INFINITY)).isEqualTo(0);
        assertThat(law.cdf(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(law.cdf(-1e200)).isBetween(0.0, 1e-9);
        assertThat(law.cdf(1e200)).isBetween(1 - 1e-9, 1.0);
        assertThat(law.cdf(1e13)).isBetween(0.0, 1.0);
        assertThat(law.quantile(0)).isLessThanOrEqualTo(law.quantile(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "normal | sd | 0 | sd is 0.0, but must be above 0",
                "gamma | scale | -1 | scale is -1",
                "uniform | low | 5 | must be below high",
                "triangular | mode | 2 | must lie between low",
                "binomial | trials | 2.5 | whole",
            })
    void saysWhatIsWrong(String law, String option, double value, String message) {
        assertThatThrownBy(() -> Laws.ALL.find(law).make(Map.of(option, value)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(message);
    }

    @Test
    void guessesNames() {
        assertThatThrownBy(() -> Laws.ALL.find("gama")).hasMessageContaining("Did you mean \"gamma\"");
    }
}
