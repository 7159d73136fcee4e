package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.semblance.math.Order;
import org.semblance.math.Together;
import org.semblance.model.Model;
import org.semblance.prepare.Privacy;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/**
 * Regressions of normal scores on heavy tails and piled up values. A rank correlation of 3,000 rows has a standard error
 * of .018 at most, so the difference of two is beyond .12 with probability 4e-6; that of two shares of an eighth beyond .05
 * with 5e-9.
 */
class HeavyTailsTest {
    private static final int ROWS = 3000;
    private static final Map<String, ?> AS_SYNTHPOP = Map.of("scores", false, "piled-up", 1);

    private static Table table(double[] a, double[] b) {
        return Table.of(
                Schema.of(Field.of("a", Kind.DECIMAL), Field.of("b", Kind.DECIMAL)),
                List.of(NumberColumn.of(a), NumberColumn.of(b)));
    }

    private static Table lognormal() {
        Rng rng = Rng.of(12);
        double[] a = new double[ROWS];
        double[] b = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double z = rng.nextGaussian();
            a[i] = Math.exp(z);
            b[i] = Math.exp(3 + .6 * z + .8 * rng.nextGaussian());
        }
        return table(a, b);
    }

    /** A heavy tail, and a number that is 0 in seven of eight rows. */
    private static Table piled() {
        Rng rng = Rng.of(12);
        double[] a = new double[ROWS];
        double[] b = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double z = rng.nextGaussian();
            a[i] = Math.exp(z);
            b[i] = z + rng.nextGaussian() < 1.6 ? 0 : Math.exp(3 + .6 * z + .8 * rng.nextGaussian());
        }
        return table(a, b);
    }

    private static Table drawn(Table table, Map<String, ?> options) {
        Model model = Synthesis.fit(table, Synthesizers.ALL.find("parametric"), options, Privacy.DEFAULT, Run.of(1));
        return model.sample(ROWS, Run.of(3)).toTable(Run.of(3));
    }

    private static double rankCorrelation(Table table) {
        return Together.of(
                        ranks(table.numbers(0).toArray()),
                        ranks(table.numbers(1).toArray()))
                .correlation();
    }

    private static double[] ranks(double[] values) {
        int[] order = Order.of(values);
        double[] out = new double[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                out[order[i]] = from + to;
            }
        }
        return out;
    }

    private static double zeros(Table table) {
        return Arrays.stream(table.numbers(1).toArray()).filter(v -> v == 0).count() / (double) ROWS;
    }

    @Test
    @DisplayName("synthpop's normrank loses two fifths of the relation of heavy tails: parametric keeps it")
    void heavyTails() {
        Table real = lognormal();
        assertThat(rankCorrelation(drawn(real, Map.of()))).isCloseTo(rankCorrelation(real), within(.12));
        assertThat(rankCorrelation(drawn(real, AS_SYNTHPOP))).isLessThan(rankCorrelation(real) - .12);
    }

    @Test
    @DisplayName("what a model says of normrank goes by whether numbers were put to it as normal scores")
    void contents() {
        assertThat(contents(lognormal(), Map.of()))
                .anyMatch(words -> words.startsWith("numbers drawn by normrank keep correlations of ranks; "))
                .noneMatch(words -> words.contains("straight line"));
        assertThat(contents(lognormal(), AS_SYNTHPOP))
                .anyMatch(words -> words.contains("follow a straight line of the numbers that predict them"))
                .noneMatch(words -> words.contains("keep correlations of ranks"));
    }

    private static List<String> contents(Table table, Map<String, ?> options) {
        return Synthesis.fit(table, Synthesizers.ALL.find("parametric"), options, Privacy.DEFAULT, Run.of(1))
                .contents();
    }

    @Test
    @DisplayName("synthpop's normrank draws a value that most rows have too often: parametric draws it apart")
    void piledUp() {
        Table real = piled();
        Table made = drawn(real, Map.of());
        assertThat(zeros(made)).isCloseTo(zeros(real), within(.05));
        assertThat(rankCorrelation(made)).isCloseTo(rankCorrelation(real), within(.12));
        assertThat(zeros(drawn(real, Map.of("scores", true, "piled-up", 1)))).isGreaterThan(zeros(real) + .05);
    }
}
