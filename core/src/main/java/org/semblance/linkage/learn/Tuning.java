package org.semblance.linkage.learn;

import java.util.Arrays;
import java.util.List;
import org.semblance.linkage.Rate;
import org.semblance.run.Run;

/**
 * Rates made to fit by making the errors: a swap that meets another error, a cell that was blank or an error that finds
 * nothing to change shift what comes out by a point or two, so rates are multiplied by what is missing, and the law of
 * their number is made likely by what each number of errors was seen to come to, some times over, each time as near to it
 * as is possible. Always the same draws, so it settles.
 */
final class Tuning {
    private static final int ROUNDS = 8;
    private static final double SETTLED = 3e-4;
    private static final int ROWS = 40_000;
    private static final int STEPS = 30;
    /** What fewer rows come to says nothing. */
    private static final double ENOUGH = 25;

    private final LabelledPairs pairs;
    private final Differences goal;
    private final Run run;

    private Tuning(LabelledPairs pairs, Differences goal, Run run) {
        this.pairs = pairs;
        this.goal = goal;
        this.run = run;
    }

    /**
     * What was tuned.
     *
     * @param made what it makes of the same first cells
     */
    record Tuned(Feasible errors, Differences made) {}

    static Tuned tune(LabelledPairs pairs, Differences goal, List<Rate> rates, double[] law, Run run) {
        return new Tuning(pairs, goal, run).tune(rates, law);
    }

    private Tuned tune(List<Rate> rates, double[] law) {
        Feasible now = Feasible.of(rates, law);
        Made rows = Made.of(pairs, now, rows(), run);
        Differences made = differences(now, rows);
        Tuned best = new Tuned(now, made);
        double least = off(made);
        for (int round = 1; round < ROUNDS; round++) {
            now = Feasible.of(scaled(now.rates(), made), unfolded(now.shares(), rows.seen()));
            rows = Made.of(pairs, now, rows(), run);
            made = differences(now, rows);
            double off = off(made);
            boolean settled = Math.abs(least - off) < SETTLED;
            if (off < least) {
                least = off;
                best = new Tuned(now, made);
            }
            if (settled) {
                break;
            }
        }
        return best;
    }

    /** All columns count, and as much as one of them how many change at once. */
    private double off(Differences made) {
        double off = goal.apart(made);
        for (int c = 0; c < goal.differs().length; c++) {
            off += Math.abs(goal.differs()[c] - made.differs()[c]) + Math.abs(goal.blank()[c] - made.blank()[c]);
        }
        return off;
    }

    private List<Rate> scaled(List<Rate> rates, Differences made) {
        return rates.stream()
                .map(rate -> {
                    int c = pairs.find(rate.variable());
                    boolean missing = missing(rate);
                    double wanted = missing ? goal.blanked()[c] : goal.differs()[c] - goal.blanked()[c];
                    double got = missing ? made.blanked()[c] : made.differs()[c] - made.blanked()[c];
                    return rate.rate(rate.rate() * (got > 0 && wanted > 0 ? step(wanted / got) : 1));
                })
                .toList();
    }

    /** Never more than a half or less than two thirds at once. */
    private static double step(double factor) {
        return Math.max(0.67, Math.min(1.5, factor));
    }

    /**
     * The law of the number drawn that makes the numbers seen most likely: Richardson (1972, doi:10.1364/JOSA.62.000055)
     * and Lucy (1974, doi:10.1086/111605).
     *
     * @param seen how many rows with so many drawn came to differ in 0, 1, 2 ... columns
     */
    private double[] unfolded(double[] shares, double[][] seen) {
        double[] out = shares.clone();
        for (int step = 0; step < STEPS; step++) {
            double[] expected = new double[goal.changed().length];
            for (int k = 0; k < out.length; k++) {
                double rows = Arrays.stream(seen[k]).sum();
                for (int j = 0; j < expected.length && rows > 0; j++) {
                    expected[j] += out[k] * seen[k][j] / rows;
                }
            }
            double sum = 0;
            for (int k = 0; k < out.length; k++) {
                double rows = Arrays.stream(seen[k]).sum();
                double factor = rows < ENOUGH ? 1 : 0;
                for (int j = 0; j < expected.length && rows >= ENOUGH; j++) {
                    factor += expected[j] > 0 ? goal.changed()[j] * seen[k][j] / rows / expected[j] : 0;
                }
                out[k] *= factor;
                sum += out[k];
            }
            if (!(sum > 0)) {
                // Nothing that is drawn comes to what was seen: no law is nearer than the one there is.
                return shares.clone();
            }
            for (int k = 0; k < out.length; k++) {
                out[k] /= sum;
            }
        }
        return out;
    }

    /** At least so many, and every pair as often as any other; of very many pairs a part, spread over all. */
    private int rows() {
        return pairs.size() >= ROWS ? ROWS : (ROWS + pairs.size() - 1) / pairs.size() * pairs.size();
    }

    /**
     * What errors make of the first cells. How often each was drawn is known and how often it should have been is too, so
     * most of what chance adds to a column is taken out again (a ratio estimate: Cochran 1977, Sampling Techniques, ch. 6).
     */
    private Differences differences(Feasible errors, Made made) {
        Differences out = Differences.of(made.pairs());
        int width = pairs.variables().size();
        double[][] asked = new double[2][width];
        double[][] drawn = new double[2][width];
        for (int i = 0; i < errors.rates().size(); i++) {
            Rate rate = errors.rates().get(i);
            int kind = missing(rate) ? 1 : 0;
            int c = pairs.find(rate.variable());
            asked[kind][c] += rate.rate();
            drawn[kind][c] += made.tally().realised(i);
        }
        for (int c = 0; c < width; c++) {
            double blanks = drawn[1][c] > 0 ? asked[1][c] / drawn[1][c] - 1 : 0;
            double others = drawn[0][c] > 0 ? asked[0][c] / drawn[0][c] - 1 : 0;
            double more = out.blanked()[c] * blanks;
            out.differs()[c] += more + (out.differs()[c] - out.blanked()[c]) * others;
            out.blanked()[c] += more;
            out.blank()[c] += more;
        }
        return out;
    }

    private static boolean missing(Rate rate) {
        return rate.corruption().equals("missing");
    }
}
