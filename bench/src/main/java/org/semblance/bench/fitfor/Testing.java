package org.semblance.bench.fitfor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.semblance.random.Rng;

/**
 * Software tests and demonstrations. A program that has been written for the whole real table refuses rows that break what
 * holds in all of it: known labels, range of numbers, whole numbers, never missing, order of two columns, one column given
 * by another. What is counted: the share of rows refused; the share of situations that occur in the whole real table but
 * never in the synthetic rows (labels of at least a 200th, pairs of labels of at least a 50th, missing values, both ends of
 * numbers); the share of charts that look wrong (a column in ten bars, a tenth of the area elsewhere), less that of the
 * real rows learnt from.
 */
final class Testing implements Work {
    static final String REFUSED = "testing refused";
    static final String UNSEEN = "testing unseen";
    static final String ODD = "demo odd";

    private static final double OFTEN = 0.005;
    private static final double OFTEN_TOGETHER = 0.02;
    private static final double END = 0.05;
    private static final int FEW = 30;
    private static final int BARS = 10;
    private static final double ODDLY = 0.1;

    private final Coded whole;
    private final Coded judge;
    private final Charts charts;
    private final List<int[]> ordered = new ArrayList<>();
    private final List<int[]> given = new ArrayList<>();
    private final List<Set<Long>> pairs = new ArrayList<>();
    private final double real;

    Testing(Ground ground) {
        whole = ground.whole;
        judge = ground.judge;
        charts = new Charts(whole, BARS);
        for (int a = 0; a < whole.width(); a++) {
            for (int b = 0; b < whole.width(); b++) {
                if (a != b && ordered(a, b)) {
                    ordered.add(new int[] {a, b});
                }
                Set<Long> seen = a == b ? Set.of() : pairs(a, b);
                if (!seen.isEmpty()) {
                    given.add(new int[] {a, b});
                    pairs.add(seen);
                }
            }
        }
        real = odd(ground.learn);
    }

    @Override
    public void judge(Coded synthetic, Rng rng, Map<String, Double> out) {
        out.put(REFUSED, (double) refused(synthetic).cardinality() / synthetic.rows());
        out.put(UNSEEN, unseen(synthetic));
        out.put(ODD, odd(synthetic) - real);
    }

    /** Whether one number is never larger than another although their ranges overlap well. */
    private boolean ordered(int a, int b) {
        if (whole.label(a) || whole.label(b)) {
            return false;
        }
        double[] x = whole.values()[a];
        double[] y = whole.values()[b];
        int known = 0;
        int would = 0;
        for (int i = 0; i < x.length; i++) {
            if (x[i] > y[i]) {
                return false;
            }
            known += Double.isNaN(x[i] + y[i]) ? 0 : 1;
            would += x[i] > y[(i + 1) % y.length] ? 1 : 0;
        }
        return known > FEW && would > known / 20;
    }

    /** The pairs of values that occur where the first decides the second and neither takes many values; else none. */
    private Set<Long> pairs(int a, int b) {
        Set<Double> first = new HashSet<>();
        Set<Double> second = new HashSet<>();
        Set<Long> both = new HashSet<>();
        for (int i = 0; i < whole.rows(); i++) {
            first.add(whole.values()[a][i]);
            second.add(whole.values()[b][i]);
            both.add(pair(whole, a, b, i));
            if (both.size() > first.size() || first.size() > FEW) {
                return Set.of();
            }
        }
        return second.size() > 2 ? both : Set.of();
    }

    private static long pair(Coded table, int a, int b, int row) {
        return 31 * Double.doubleToLongBits(table.values()[a][row]) + Double.doubleToLongBits(table.values()[b][row]);
    }

    private BitSet refused(Coded table) {
        BitSet refused = new BitSet();
        for (int c = 0; c < table.width(); c++) {
            double[] values = table.values()[c];
            double[] sorted = whole.sorted(c);
            boolean gaps = whole.missing(c) > 0;
            boolean integers = java.util.Arrays.stream(sorted).allMatch(value -> value == Math.rint(value));
            double low = table.label(c) ? 0 : sorted[0];
            double high = table.label(c) ? table.levels()[c] - 1 : sorted[sorted.length - 1];
            for (int i = 0; i < values.length; i++) {
                boolean known = !Double.isNaN(values[i]);
                boolean fits = known
                        ? values[i] >= low && values[i] <= high && (!integers || values[i] == Math.rint(values[i]))
                        : gaps;
                refused.set(i, refused.get(i) || !fits);
            }
        }
        for (int i = 0; i < table.rows(); i++) {
            for (int[] order : ordered) {
                refused.set(i, refused.get(i) || table.values()[order[0]][i] > table.values()[order[1]][i]);
            }
            for (int k = 0; k < given.size(); k++) {
                boolean seen = pairs.get(k).contains(pair(table, given.get(k)[0], given.get(k)[1], i));
                refused.set(i, refused.get(i) || !seen);
            }
        }
        return refused;
    }

    private double unseen(Coded table) {
        int asked = 0;
        int never = 0;
        for (int c = 0; c < whole.width(); c++) {
            if (whole.missing(c) >= OFTEN) {
                asked++;
                never += table.missing(c) > 0 ? 0 : 1;
            }
            if (!whole.label(c)) {
                double[] sorted = whole.sorted(c);
                double[] there = table.sorted(c);
                double low = sorted[(int) (END * sorted.length)];
                double high = sorted[(int) ((1 - END) * sorted.length)];
                asked += 2;
                never += there.length > 0 && there[0] <= low ? 0 : 1;
                never += there.length > 0 && there[there.length - 1] >= high ? 0 : 1;
                continue;
            }
            int[] counts = whole.counts(c);
            int[] there = table.counts(c);
            for (int level = 0; level < counts.length; level++) {
                boolean often = counts[level] >= OFTEN * whole.rows();
                asked += often ? 1 : 0;
                never += often && there[level] == 0 ? 1 : 0;
            }
        }
        int[] together = together(table);
        return (double) (never + together[1]) / (asked + together[0]);
    }

    /** Pairs of labels of two columns: how many are asked for, and how many never occur. */
    private int[] together(Coded table) {
        int[] out = new int[2];
        for (int a = 0; a < whole.width(); a++) {
            for (int b = a + 1; b < whole.width(); b++) {
                if (whole.label(a) && whole.label(b)) {
                    int[] counts = counts(whole, a, b);
                    int[] there = counts(table, a, b);
                    for (int k = 0; k < counts.length; k++) {
                        boolean often = counts[k] >= OFTEN_TOGETHER * whole.rows();
                        out[0] += often ? 1 : 0;
                        out[1] += often && there[k] == 0 ? 1 : 0;
                    }
                }
            }
        }
        return out;
    }

    private static int[] counts(Coded table, int a, int b) {
        int width = table.levels()[b] + 1;
        int[] counts = new int[(table.levels()[a] + 1) * width];
        for (int i = 0; i < table.rows(); i++) {
            double x = table.values()[a][i];
            double y = table.values()[b][i];
            if (!Double.isNaN(x + y)) {
                counts[(int) x * width + (int) y]++;
            }
        }
        return counts;
    }

    private double odd(Coded table) {
        int odd = 0;
        for (int c = 0; c < table.width(); c++) {
            odd += Charts.apart(charts.shares(judge, c), charts.shares(table, c)) > ODDLY ? 1 : 0;
        }
        return (double) odd / table.width();
    }
}
