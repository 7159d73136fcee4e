package org.semblance.bench.fitfor;

import java.util.Map;
import org.semblance.random.Rng;

/**
 * Teaching: exercises of a first course. Means of numbers (right within a tenth of a standard deviation), shares of labels
 * (within .05), correlations of .2 or more (the same sign, within .15), groups whose mean is .3 standard deviations off.
 * What is counted is the share of exercises whose answer differs from that of the judging rows, less the same share for
 * the real rows learnt from.
 */
final class Teaching implements Work {
    static final String WRONG = "teaching wrong";

    private static final double MEAN = 0.1;
    private static final double SHARE = 0.05;
    private static final double CORRELATED = 0.2;
    private static final double CORRELATION = 0.15;
    private static final double APART = 0.3;

    private final Coded judge;
    private final Groups groups;
    private final double real;

    Teaching(Ground ground) {
        judge = ground.judge;
        groups = new Groups(judge, APART);
        real = wrong(ground.learn);
    }

    @Override
    public void judge(Coded synthetic, Rng rng, Map<String, Double> out) {
        out.put(WRONG, wrong(synthetic) - real);
    }

    /** The mean of the shares of the kinds of exercises. */
    private double wrong(Coded table) {
        double[] kinds = {singles(table), correlations(table), (double) groups.otherwise(table) / groups.count()};
        double sum = 0;
        int known = 0;
        for (double kind : kinds) {
            sum += Double.isNaN(kind) ? 0 : kind;
            known += Double.isNaN(kind) ? 0 : 1;
        }
        return sum / known;
    }

    private double singles(Coded table) {
        int asked = 0;
        int wrong = 0;
        for (int c = 0; c < judge.width(); c++) {
            if (judge.label(c)) {
                int[] truth = judge.counts(c);
                int[] there = table.counts(c);
                for (int level = 0; level < truth.length; level++) {
                    double share = (double) truth[level] / judge.rows();
                    asked += share >= SHARE ? 1 : 0;
                    wrong += share >= SHARE && Math.abs((double) there[level] / table.rows() - share) > SHARE ? 1 : 0;
                }
            } else {
                Moments truth = Moments.of(judge.values()[c], judge.values()[c]);
                Moments there = Moments.of(table.values()[c], table.values()[c]);
                asked++;
                wrong += Math.abs(truth.meanX - there.meanX) <= MEAN * truth.deviationX() ? 0 : 1;
            }
        }
        return (double) wrong / asked;
    }

    private double correlations(Coded table) {
        int asked = 0;
        int wrong = 0;
        for (int a = 0; a < judge.width(); a++) {
            for (int b = a + 1; b < judge.width(); b++) {
                double r = judge.label(a) || judge.label(b)
                        ? 0
                        : Moments.of(judge.values()[a], judge.values()[b]).correlation();
                if (Math.abs(r) >= CORRELATED) {
                    asked++;
                    double there =
                            Moments.of(table.values()[a], table.values()[b]).correlation();
                    wrong += there * r > 0 && Math.abs(there - r) <= CORRELATION ? 0 : 1;
                }
            }
        }
        return (double) wrong / asked;
    }

    /** Sums over the rows where both numbers are known. */
    private record Moments(int n, double meanX, double meanY, double xx, double yy, double xy) {
        static Moments of(double[] x, double[] y) {
            double sumX = 0;
            double sumY = 0;
            int n = 0;
            for (int i = 0; i < x.length; i++) {
                if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                    sumX += x[i];
                    sumY += y[i];
                    n++;
                }
            }
            double xx = 0;
            double yy = 0;
            double xy = 0;
            for (int i = 0; i < x.length; i++) {
                if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                    xx += (x[i] - sumX / n) * (x[i] - sumX / n);
                    yy += (y[i] - sumY / n) * (y[i] - sumY / n);
                    xy += (x[i] - sumX / n) * (y[i] - sumY / n);
                }
            }
            return new Moments(n, sumX / n, sumY / n, xx, yy, xy);
        }

        double deviationX() {
            return Math.sqrt(xx / n);
        }

        double correlation() {
            return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
        }
    }
}
