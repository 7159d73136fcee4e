package org.semblance.bench.sequences;

import java.util.ArrayList;
import java.util.List;
import org.semblance.random.Rng;
import org.semblance.table.CodeColumn;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import org.semblance.table.Table;

/**
 * Sequences of a law that is known, so that a fresh draw says what can be reached: 200 sensors of two kinds, read daily for
 * 150 days.
 *
 * <p>Load returns to the level of its sensor (autoregressive, .7 a day) with a trend of its own and a week's season; its
 * shocks cluster (their variance follows the last squared shock: .5 + .5 of it). Heat follows load a day later. Price walks
 * in ratios with a drift of its own. Faults come the more often the higher the load.
 */
final class Law {
    private static final int SENSORS = 200;
    private static final int DAYS = 150;

    Subject subject() {
        return new Subject("law", "", Sequence.of("law", "sensor", "day"), List.of("kind"), List.of());
    }

    Table draw(Rng rng) {
        int n = SENSORS * DAYS;
        int[] sensor = new int[n];
        int[] kind = new int[n];
        double[] day = new double[n];
        double[] load = new double[n];
        double[] heat = new double[n];
        double[] price = new double[n];
        int[] fault = new int[n];
        List<String> names = new ArrayList<>();
        for (int e = 0; e < SENSORS; e++) {
            Rng own = rng.child(e);
            names.add("S" + (100 + e));
            int which = own.nextDouble() < 0.3 ? 1 : 0;
            double level = (which == 0 ? 50 : 70) + 6 * own.nextGaussian();
            double trend = 0.05 * own.nextGaussian();
            double drift = 0.001 * own.nextGaussian();
            double begin = 18_000 + own.nextInt(200);
            double shock = 0;
            double away = 3 * own.nextGaussian();
            double worth = StrictMath.log(100) + own.nextGaussian();
            double before = level;
            for (int t = 0; t < DAYS; t++) {
                int i = e * DAYS + t;
                sensor[i] = e;
                kind[i] = which;
                day[i] = begin + t;
                double weekday = Math.floorMod((long) day[i] + 3, 7L);
                shock = Math.sqrt(0.5 + 0.5 * Math.min(9, shock * shock)) * own.nextGaussian();
                away = 0.7 * away + 2 * shock;
                load[i] = round(level + trend * t + away + (weekday >= 5 ? -6 : 0), 10);
                heat[i] = round(20 + 0.3 * before + own.nextGaussian(), 10);
                before = load[i];
                worth += drift + 0.02 * own.nextGaussian();
                price[i] = round(StrictMath.exp(worth), 100);
                fault[i] = own.nextDouble() < 1 / (1 + StrictMath.exp((80 - load[i]) / 8)) ? 1 : 0;
            }
        }
        return Table.of(
                Schema.of(
                        Field.of("sensor", Kind.CATEGORY),
                        Field.of("kind", Kind.CATEGORY),
                        Field.of("day", Kind.DATE),
                        Field.of("load", Kind.DECIMAL),
                        Field.of("heat", Kind.DECIMAL),
                        Field.of("price", Kind.DECIMAL),
                        Field.of("fault", Kind.CATEGORY)),
                List.of(
                        CodeColumn.of(sensor, names),
                        CodeColumn.of(kind, List.of("A", "B")),
                        NumberColumn.of(day),
                        NumberColumn.of(load),
                        NumberColumn.of(heat),
                        NumberColumn.of(price),
                        CodeColumn.of(fault, List.of("no", "yes"))));
    }

    private static double round(double value, double parts) {
        return Math.rint(value * parts) / parts;
    }
}
