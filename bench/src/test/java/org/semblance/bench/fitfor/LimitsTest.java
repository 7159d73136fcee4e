package org.semblance.bench.fitfor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;

class LimitsTest {
    private static final List<String> BOTH = List.of("a", "b");

    @Test
    void findsTheWidestLimitsThatKeepThePromise() {
        Rng rng = Rng.of(1);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            double a = rng.nextDouble() / 5;
            double b = i % 50 == 0 ? Double.NaN : rng.nextDouble() / 5;
            trials.add(new Trial("t", "w", 1, Map.of("a", a, "b", b), Map.of("out", a + b + rng.nextDouble() / 20)));
        }

        double[] limits = Limits.widest(trials, BOTH, LimitsTest::well);

        double most = 0;
        for (double x : Rule.GRID) {
            for (double y : Rule.GRID) {
                most = Math.max(most, good(trials, x, y));
            }
        }
        assertThat(good(trials, limits[0], limits[1])).isEqualTo(most).isPositive();
    }

    @Test
    void letsNothingInWhereNoLimitKeepsThePromise() {
        List<Trial> trials = List.of(
                new Trial("t", "w", 1, Map.of("a", 0.0), Map.of("out", 1.0)),
                new Trial("t", "v", 1, Map.of("a", 0.0), Map.of("out", 0.0)));

        assertThat(Limits.widest(trials, List.of("a"), LimitsTest::well)).containsExactly(-1);
    }

    private static boolean well(Trial trial) {
        return trial.went("out") < 0.1;
    }

    /** How many good ones are let in, or -1 where the promise is broken. */
    private static double good(List<Trial> trials, double x, double y) {
        List<Trial> in = trials.stream()
                .filter(trial -> trial.measured("a") <= x && trial.measured("b") <= y)
                .toList();
        long good = in.stream().filter(LimitsTest::well).count();
        return good >= Limits.PROMISE * in.size() ? good : -1;
    }
}
