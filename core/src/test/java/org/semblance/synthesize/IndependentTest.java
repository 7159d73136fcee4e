package org.semblance.synthesize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.semblance.model.Model;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

class IndependentTest {
    /** Kolmogorov-Smirnov distance of a numeric column. */
    static double distance(Table a, Table b, int column) {
        double[] x = a.numbers(column).toArray();
        double[] y = b.numbers(column).toArray();
        Arrays.sort(x);
        Arrays.sort(y);
        double worst = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double at = Math.min(x[i], y[j]);
            while (i < x.length && x[i] <= at) {
                i++;
            }
            while (j < y.length && y[j] <= at) {
                j++;
            }
            worst = Math.max(worst, Math.abs(i / (double) x.length - j / (double) y.length));
        }
        return worst;
    }

    private static Table skewed(int rows) {
        Rng rng = Rng.of(41);
        double[] x = new double[rows];
        String[] labels = new String[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = rng.nextDouble() < 0.3 ? 0 : StrictMath.exp(2 * rng.nextGaussian());
            labels[i] = rng.nextDouble() < 0.1 ? null : "abcd".charAt(Math.min(rng.nextInt(4), rng.nextInt(4))) + "";
        }
        return Table.of(
                Schema.of(Field.of("x", Kind.DECIMAL), Field.of("label", Kind.CATEGORY)),
                List.of(NumberColumn.of(x), CodeColumn.of(labels)));
    }

    @Test
    void everyBlockHasTheDistributionOfTheSource() {
        Table real = skewed(10_000);
        Model model = Independent.PLUGIN.make().fit(real, Run.of(1));
        var rows = model.sample(70_000, Run.of(2));
        for (int block = 0; block < 2; block++) {
            Table drawn = rows.block(block);
            // systematic draws: one bin (10 rows of 10,000) and one draw, no chance about it
            assertThat(distance(real, drawn, 0)).isLessThan(10.0 / 10_000 + 1.0 / drawn.rows() + 1e-9);
            for (String label : new String[] {"a", "b", "c", "d", null}) {
                assertThat(share(drawn.codes(1), label))
                        .isBetween(share(real.codes(1), label) - 0.0003, share(real.codes(1), label) + 0.0003);
            }
        }
    }

    private static double share(CodeColumn column, String label) {
        int count = 0;
        for (int i = 0; i < column.size(); i++) {
            count += java.util.Objects.equals(label, column.get(i)) ? 1 : 0;
        }
        return count / (double) column.size();
    }

    @Test
    void columnsAreIndependent() {
        Rng rng = Rng.of(42);
        double[] x = new double[5000];
        Arrays.setAll(x, i -> rng.nextGaussian());
        Table real = Table.of(
                Schema.of(Field.of("x", Kind.DECIMAL), Field.of("same", Kind.DECIMAL)),
                List.of(NumberColumn.of(x.clone()), NumberColumn.of(x.clone())));
        Table drawn = Independent.PLUGIN
                .make()
                .fit(real, Run.of(1))
                .sample(5000, Run.of(3))
                .toTable(Run.of(3));
        double sum = 0;
        for (int i = 0; i < 5000; i++) {
            sum += drawn.numbers(0).get(i) * drawn.numbers(1).get(i);
        }
        // 6 standard errors: false alarms below 1e-8
        assertThat(sum / 5000).isBetween(-6 / Math.sqrt(5000), 6 / Math.sqrt(5000));
    }

    @Test
    void rareNumbersAreNotReplayed() {
        Table real = skewed(3000);
        Set<Double> seen = new HashSet<>();
        for (int i = 0; i < 3000; i++) {
            seen.add(real.numbers(0).get(i));
        }
        Table drawn = Independent.PLUGIN
                .make()
                .fit(real, Run.of(1))
                .sample(3000, Run.of(4))
                .toTable(Run.of(4));
        int replayed = 0;
        for (int i = 0; i < 3000; i++) {
            double value = drawn.numbers(0).get(i);
            replayed += value != 0 && seen.contains(value) ? 1 : 0;
        }
        assertThat(replayed).isZero();
    }
}
