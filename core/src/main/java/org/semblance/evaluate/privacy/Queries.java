package org.semblance.evaluate.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.semblance.evaluate.Sample;
import org.semblance.evaluate.privacy.AskedRows.Condition;
import org.semblance.evaluate.privacy.AskedRows.Is;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/** Questions that an attacker makes from a synthetic table, hoping that exactly one real row answers them. */
final class Queries {
    private static final int BATCH = 512;

    private final AskedRows synthetic;
    private final ColumnValues[] values;

    Queries(AskedRows synthetic, Run run) {
        this.synthetic = synthetic;
        values = new ColumnValues[synthetic.numeric().length];
        run.parallel(values.length, c -> values[c] = ColumnValues.of(synthetic, c));
    }

    /**
     * About one column: the value that one row has, nothing below the least, nothing above the largest, the only missing
     * one; no more than asked for, drawn from all there are.
     */
    List<List<Condition>> single(int most, Rng rng) {
        List<Condition> edges = new ArrayList<>();
        long[] upTo = new long[values.length];
        long all = 0;
        for (int c = 0; c < values.length; c++) {
            if (values[c].missing() == 1) {
                edges.add(new Condition(c, Is.MISSING, 0));
            }
            if (!Double.isNaN(values[c].low())) {
                edges.add(new Condition(c, Is.AT_MOST, values[c].low()));
            }
            if (!Double.isNaN(values[c].high())) {
                edges.add(new Condition(c, Is.AT_LEAST, values[c].high()));
            }
            all += values[c].lone().length;
            upTo[c] = all;
        }
        List<List<Condition>> out = new ArrayList<>();
        for (long drawn : draw(edges.size() + all, most, rng)) {
            long at = drawn - edges.size();
            if (at < 0) {
                out.add(List.of(edges.get((int) drawn)));
                continue;
            }
            int c = 0;
            while (upTo[c] <= at) {
                c++;
            }
            double[] lone = values[c].lone();
            out.add(List.of(new Condition(c, Is.EQUAL, lone[(int) (at - upTo[c] + lone.length)])));
        }
        return out;
    }

    /** At most so many different numbers below {@code all}, at random. */
    private static long[] draw(long all, int most, Rng rng) {
        if (all <= 4L * most) {
            return Arrays.stream(Sample.positions((int) all, most, rng))
                    .asLongStream()
                    .toArray();
        }
        Set<Long> drawn = new java.util.LinkedHashSet<>();
        while (drawn.size() < most) {
            drawn.add((long) (rng.nextDouble() * all));
        }
        return drawn.stream().mapToLong(Long::longValue).toArray();
    }

    /**
     * About some columns of a random row: labels the same, numbers at least as far from the median; those that one
     * synthetic row answers, no two alike, no more than asked for, out of at most {@code attempts}.
     */
    List<List<Condition>> several(int most, int columns, long attempts, Run run) {
        Set<List<Condition>> found = new HashSet<>();
        List<List<Condition>> out = new ArrayList<>();
        for (int batch = 0; out.size() < most && (long) batch * BATCH < attempts; batch++) {
            Rng rng = run.rng().child(batch);
            List<List<Condition>> tries = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                tries.add(ofRow(rng.nextInt(synthetic.rows()), some(columns, rng)));
            }
            boolean[] one = new boolean[BATCH];
            run.parallel(BATCH, i -> one[i] = synthetic.count(tries.get(i), 2) == 1);
            for (int i = 0; i < BATCH && out.size() < most; i++) {
                if (one[i] && found.add(tries.get(i))) {
                    out.add(tries.get(i));
                }
            }
        }
        return out;
    }

    private List<Condition> ofRow(int row, int[] columns) {
        List<Condition> out = new ArrayList<>();
        for (int c : columns) {
            double value = synthetic.get(c, row);
            if (synthetic.missing(c, row)) {
                out.add(new Condition(c, Is.MISSING, 0));
            } else if (!synthetic.numeric(c)) {
                out.add(new Condition(c, Is.EQUAL, value));
            } else {
                out.add(new Condition(c, value > values[c].median() ? Is.AT_LEAST : Is.AT_MOST, value));
            }
        }
        return out;
    }

    /** Questions that know nothing but which values there are: random columns, values and comparisons. */
    List<List<Condition>> random(int count, int columns, Rng rng) {
        Is[] all = {Is.EQUAL, Is.OTHER, Is.ABOVE, Is.BELOW, Is.AT_LEAST, Is.AT_MOST};
        List<List<Condition>> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Condition> conditions = new ArrayList<>();
            for (int c : some(columns, rng)) {
                double[] distinct = values[c].distinct();
                double value = distinct[rng.nextInt(distinct.length)];
                Is is = all[rng.nextInt(synthetic.numeric(c) ? all.length : 2)];
                conditions.add(
                        Double.isNaN(value)
                                ? new Condition(c, is == Is.EQUAL ? Is.MISSING : Is.PRESENT, 0)
                                : new Condition(c, is, value));
            }
            out.add(conditions);
        }
        return out;
    }

    /** So many different columns at random, ascending. */
    private int[] some(int count, Rng rng) {
        return Sample.positions(values.length, count, rng);
    }
}
