package org.semblance.bench.sequences;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.semblance.random.Rng;
import org.semblance.run.Run;
import org.semblance.table.CodeColumn;
import org.semblance.table.Column;
import org.semblance.table.NumberColumn;
import org.semblance.table.Table;

/** What the measures would say of other real sequences: no synthetic table can be asked to be more like. */
final class Ceilings {
    private static final int TRIALS = 20_000;
    /** Below so many sequences halves tell nothing, and each is resampled in blocks. */
    private static final int FEW = 20;
    /** A month of trading days. */
    private static final int BLOCK = 21;
    /** Rows of neighbours whose correlation is above this are resampled by their changes. */
    private static final double WALKS = 0.95;

    private final Subject subject;
    private final Table real;
    private final int[] start;

    Ceilings(Subject subject, Table real) {
        this.subject = subject;
        this.real = real;
        start = starts(real.column(subject.sequence().entity().get(0)));
    }

    /** Where the rows of each entity begin: they stand together. */
    private static int[] starts(Column entity) {
        double[] who = entity instanceof NumberColumn numbers
                ? numbers.toArray()
                : Arrays.stream(((CodeColumn) entity).toArray())
                        .asDoubleStream()
                        .toArray();
        int[] begins = IntStream.range(0, who.length)
                .filter(i -> i == 0 || who[i] != who[i - 1])
                .toArray();
        int[] start = Arrays.copyOf(begins, begins.length + 1);
        start[begins.length] = who.length;
        return start;
    }

    private int entities() {
        return start.length - 1;
    }

    void tell(BiConsumer<String, String> out, Run run) {
        int n = entities();
        out.accept(
                String.format(Locale.ROOT, "per-sequence of %d numbers against %d others, by arithmetic", n, n),
                String.format(
                        Locale.ROOT,
                        "%.3f on average where both are drawn from one law; %.3f at the most where none repeats another",
                        1 - distance(n, Rng.of(5)),
                        1 - 1.0 / n));
        if (n >= FEW) {
            List<Likeness> halves = new ArrayList<>();
            for (int trial = 0; trial < 5; trial++) {
                boolean[] one = half(n, Rng.of(6).child(trial));
                halves.add(Likeness.of(subject.database(rows(one, true)), subject.database(rows(one, false)), run));
            }
            out.accept(
                    "one random half of the entities against the other",
                    Likeness.mean(halves).words());
        } else {
            List<Likeness> blocks = new ArrayList<>();
            for (int trial = 0; trial < 20; trial++) {
                blocks.add(Likeness.of(
                        subject.database(real),
                        subject.database(resampled(Rng.of(9).child(trial))),
                        run));
            }
            out.accept(
                    "each real sequence resampled in blocks of " + BLOCK + " rows from its own first row on",
                    Likeness.mean(blocks).words());
        }
    }

    /** The expected Kolmogorov-Smirnov distance of two samples of n from one law. */
    private static double distance(int n, Rng rng) {
        int trials = Math.max(200, TRIALS / n);
        double sum = 0;
        for (int t = 0; t < trials; t++) {
            double[] a = IntStream.range(0, n)
                    .mapToDouble(i -> rng.nextDouble())
                    .sorted()
                    .toArray();
            double[] b = IntStream.range(0, n)
                    .mapToDouble(i -> rng.nextDouble())
                    .sorted()
                    .toArray();
            int most = 0;
            int i = 0;
            int j = 0;
            while (i < n && j < n) {
                if (a[i] <= b[j]) {
                    i++;
                } else {
                    j++;
                }
                most = Math.max(most, Math.abs(i - j));
            }
            sum += most / (double) n;
        }
        return sum / trials;
    }

    private static boolean[] half(int n, Rng rng) {
        boolean[] one = new boolean[n];
        int left = n / 2;
        for (int e = 0; e < n; e++) {
            one[e] = rng.nextDouble() * (n - e) < left;
            left -= one[e] ? 1 : 0;
        }
        return one;
    }

    private Table rows(boolean[] entities, boolean chosen) {
        return real.take(IntStream.range(0, entities())
                .filter(e -> entities[e] == chosen)
                .flatMap(e -> IntStream.range(start[e], start[e + 1]))
                .toArray());
    }

    /**
     * Columns of numbers made of blocks of their own sequence, the same blocks for all columns: levels where they return,
     * ratios of neighbours where they walk.
     */
    private Table resampled(Rng rng) {
        int[] from = new int[real.rows()];
        for (int e = 0; e < entities(); e++) {
            int length = start[e + 1] - start[e];
            int at = 0;
            for (int i = 0; i < length; i++) {
                at = i % BLOCK == 0 || at + 1 >= length ? 1 + rng.nextInt(length - 1) : at + 1;
                from[start[e] + i] = start[e] + at;
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < real.width(); c++) {
            String name = real.schema().field(c).name();
            boolean number = real.schema().field(c).kind().numeric()
                    && !name.equals(subject.sequence().order());
            columns.add(number ? NumberColumn.of(resampled(real.numbers(c).toArray(), from)) : real.column(c));
        }
        return Table.of(real.schema(), columns);
    }

    private double[] resampled(double[] values, int[] from) {
        boolean walks = correlation(values) > WALKS;
        double[] out = new double[values.length];
        for (int e = 0; e < entities(); e++) {
            for (int i = start[e]; i < start[e + 1]; i++) {
                double ratio = values[from[i]] / values[from[i] - 1];
                out[i] = !walks ? values[from[i]] : i == start[e] ? values[i] : out[i - 1] * ratio;
            }
        }
        return out;
    }

    private double correlation(double[] values) {
        double all = 0;
        double both = 0;
        for (int e = 0; e < entities(); e++) {
            double mean =
                    Arrays.stream(values, start[e], start[e + 1]).average().orElse(0);
            for (int i = start[e] + 1; i < start[e + 1]; i++) {
                both += (values[i] - mean) * (values[i - 1] - mean);
                all += (values[i] - mean) * (values[i] - mean);
            }
        }
        return both / all;
    }
}
