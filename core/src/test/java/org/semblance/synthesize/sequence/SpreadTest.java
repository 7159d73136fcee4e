package org.semblance.synthesize.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.semblance.model.Stored;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.Field;
import org.semblance.table.Kind;
import org.semblance.table.NumberColumn;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Restless times stay restless, what hangs on the size of changes follows it, and levels stay where they were. */
class SpreadTest {
    private static Steps fit(Steps.Data data) {
        return Steps.fit(data, Steps.Options.DEFAULT, Run.of(1));
    }

    /** A walk whose steps follow the size of the last one, and the traffic that goes with it. */
    private static Steps.Data market(int[] start) {
        double[] price = new double[start[start.length - 1]];
        double[] traffic = new double[price.length];
        for (int e = 0; e + 1 < start.length; e++) {
            Rng rng = Rng.of(31).child(e);
            double size = 1;
            for (int i = start[e]; i < start[e + 1]; i++) {
                double change = (0.3 + 0.6 * Math.min(5, size)) * rng.nextGaussian();
                size = Math.abs(change);
                price[i] = Math.rint(1000 * (i == start[e] ? 200.0 * (e % 5) : price[i - 1] + change)) / 1000;
                traffic[i] = Math.rint(1000 * (10 + 2 * Math.sqrt(size) + 0.5 * rng.nextGaussian())) / 1000;
            }
        }
        Schema schema = Schema.of(Field.of("price", Kind.DECIMAL), Field.of("traffic", Kind.DECIMAL));
        Table table = Table.of(schema, List.of(NumberColumn.of(price), NumberColumn.of(traffic)));
        return new Steps.Data(Courses.NOTHING_KNOWN, start, table, -1);
    }

    /** Of a table of {@link #market}: the lag-1 correlation of sizes, and that of a size with the traffic; the largest. */
    private static double[] figures(Table table, int[] start) {
        double[] price = table.numbers(0).toArray();
        int n = price.length - start.length + 1;
        double[] sizes =
                Arrays.stream(Courses.changes(price, start)).map(Math::abs).toArray();
        double[] capped = Arrays.stream(sizes).limit(n).map(v -> Math.min(3, v)).toArray();
        int[] shorter = new int[start.length];
        Arrays.setAll(shorter, e -> start[e] - e);
        double[] traffic = new double[n];
        int at = 0;
        for (int e = 0; e + 1 < start.length; e++) {
            for (int i = start[e] + 1; i < start[e + 1]; i++) {
                traffic[at++] = table.numbers(1).get(i);
            }
        }
        return new double[] {
            Courses.autocorrelation(capped, shorter),
            correlation(capped, traffic),
            Arrays.stream(sizes).max().orElse(0)
        };
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double both = 0;
        for (int i = 0; i < a.length; i++) {
            both += (a[i] - meanA) * (b[i] - meanB) / a.length;
        }
        return both / (Courses.deviation(a) * Courses.deviation(b));
    }

    @Test
    void largeChangesFollowLargeOnes() {
        int[] start = Courses.lengths(40, 150);
        Steps.Data data = market(start);
        double[] real = figures(data.rows(), start);
        double[] drawn = figures(fit(data).draw(data.context(), start, Rng.of(2)), start);
        // 6,000 steps of sizes that cluster: standard errors of correlations about .02, real and drawn; .1 is over 3 of
        // the
        // difference: false alarms below 1e-3.
        assertThat(drawn[0]).isCloseTo(real[0], within(0.1));
        assertThat(drawn[1]).isCloseTo(real[1], within(0.1));
        // The starts, which lie 200 apart, are no changes.
        assertThat(drawn[2]).isLessThan(2 * real[2]);
    }

    @Test
    void levelsOfLongSequencesStayApart() {
        int[] start = Courses.lengths(6, 800);
        double[] level = {0, 2, 4, 20, 22, 24};
        double[] x = new double[4800];
        for (int e = 0; e < 6; e++) {
            Rng rng = Rng.of(41).child(e);
            for (int i = start[e]; i < start[e + 1]; i++) {
                double last = i == start[e] ? level[e] : x[i - 1];
                x[i] = Math.rint(1000 * (level[e] + 0.6 * (last - level[e]) + rng.nextGaussian())) / 1000;
            }
        }
        Table rows = Table.of(Schema.of(Field.of("x", Kind.DECIMAL)), List.of(NumberColumn.of(x)));
        Steps.Data data = new Steps.Data(Courses.NOTHING_KNOWN, start, rows, -1);
        double[] drawn =
                fit(data).draw(data.context(), start, Rng.of(3)).numbers(0).toArray();
        double moved = 0;
        for (int e = 0; e < 6; e++) {
            double early = Arrays.stream(drawn, start[e] + 50, start[e] + 250)
                    .average()
                    .orElse(0);
            double late = Arrays.stream(drawn, start[e + 1] - 200, start[e + 1])
                    .average()
                    .orElse(0);
            moved += Math.abs(late - early) / 6;
        }
        // Means of 200 steps have a standard error of .18: two differ by .2 on average, 1 is far beyond.
        assertThat(moved).isLessThan(1);
    }

    @Test
    void aSpreadIsKeptInFiles() {
        int[] start = Courses.lengths(40, 150);
        Steps.Data data = market(start);
        Steps steps = fit(data);
        assertThat(steps.model().layout().forms())
                .anyMatch(form -> !form.spread().even());
        Stored stored = steps.store();
        Steps again = Steps.load(stored, data.context().schema(), data.rows().schema());
        assertThat(Courses.text(again.draw(data.context(), start, Rng.of(5))))
                .isEqualTo(Courses.text(steps.draw(data.context(), start, Rng.of(5))));
    }
}
