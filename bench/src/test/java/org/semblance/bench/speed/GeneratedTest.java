package org.semblance.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Table;

class GeneratedTest {
    @Test
    void hasTheDependenceThatItSays() {
        Table table = new Generated(20_000, 20, Rng.of(7)).toTable(Run.of(1));

        // Columns 1 and 13 share a factor: correlation .64, give or take .0042; five of these are 6e-7.
        assertThat(correlation(table, 1, 13)).isBetween(0.615, 0.665);
        // Columns 1 and 7 do not: 0, give or take .0071.
        assertThat(correlation(table, 1, 7)).isBetween(-0.036, 0.036);
    }

    private static double correlation(Table table, int a, int b) {
        int n = table.rows();
        double sa = 0;
        double sb = 0;
        double saa = 0;
        double sbb = 0;
        double sab = 0;
        for (int i = 0; i < n; i++) {
            double x = table.numbers(a).get(i);
            double y = table.numbers(b).get(i);
            sa += x;
            sb += y;
            saa += x * x;
            sbb += y * y;
            sab += x * y;
        }
        return (sab - sa * sb / n) / Math.sqrt((saa - sa * sa / n) * (sbb - sb * sb / n));
    }
}
