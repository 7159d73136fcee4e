package org.semblance.linkage.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.Errors;
import org.semblance.linkage.Log;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Row;
import org.semblance.linkage.Scribe;
import org.semblance.linkage.Together;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/**
 * Rates made to fit by making the errors: a swap that meets another error, a cell that was blank or an error that finds
 * nothing to change shift what comes out by a point or two, so rates and the law of their number are multiplied by what
 * is missing, some times over. Always the same draws, so it settles.
 */
final class Tuning {
    private static final int ROUNDS = 8;
    private static final int ROWS = 20_000;
    private static final double MOST = 0.95;

    private Tuning() {}

    /** What was tuned. */
    record Tuned(List<Rate> rates, Together together) {}

    static Tuned tune(LabelledPairs pairs, List<Rate> rates, double[] law, Rng rng) {
        Differences goal = Differences.of(pairs);
        List<Rate> now = rates;
        double[] shares = law.clone();
        Tuned best = new Tuned(now, Together.columns(shares));
        double least = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            Tuned tried = new Tuned(now, Together.columns(shares));
            Differences made;
            try {
                made = Differences.of(make(pairs, tried, ROWS, rng));
            } catch (ProblemException e) {
                // No law of the number of columns has these rates: what was found before is kept.
                return best;
            }
            double off = off(goal, made);
            if (off < least) {
                least = off;
                best = tried;
            }
            now = scaled(pairs, now, goal, made);
            for (int k = 0; k < shares.length; k++) {
                double share = made.changed()[k];
                shares[k] *= share > 0 && goal.changed()[k] > 0 ? step(goal.changed()[k] / share) : 1;
            }
            double sum = Arrays.stream(shares).sum();
            for (int k = 0; k < shares.length; k++) {
                shares[k] /= sum;
            }
        }
        return best;
    }

    private static double off(Differences goal, Differences made) {
        double off = 0;
        for (int c = 0; c < goal.differs().length; c++) {
            off = Math.max(off, Math.abs(goal.differs()[c] - made.differs()[c]));
            off = Math.max(off, Math.abs(goal.blank()[c] - made.blank()[c]));
        }
        double apart = 0;
        for (int k = 0; k < goal.changed().length; k++) {
            apart += Math.abs(goal.changed()[k] - made.changed()[k]) / 2;
        }
        return Math.max(off, apart / 3);
    }

    /** Never more than a half or less than two thirds at once. */
    private static double step(double factor) {
        return Math.max(0.67, Math.min(1.5, factor));
    }

    private static List<Rate> scaled(LabelledPairs pairs, List<Rate> rates, Differences goal, Differences made) {
        List<Rate> out = new ArrayList<>();
        for (Rate rate : rates) {
            int c = 0;
            while (!pairs.variables().get(c).name().equals(rate.variable())) {
                c++;
            }
            double wanted = goal.differs()[c] - goal.blanked()[c];
            double got = made.differs()[c] - made.blanked()[c];
            if (rate.corruption().equals("missing")) {
                wanted = goal.blanked()[c];
                got = made.blanked()[c];
            }
            double factor = got > 0 && wanted > 0 ? step(wanted / got) : 1;
            out.add(rate.rate(Math.min(MOST, rate.rate() * factor)));
        }
        return out;
    }

    /** Pairs made anew from the first cells of these, over and over until there are so many. */
    static LabelledPairs make(LabelledPairs pairs, Tuned tuned, int rows, Rng rng) {
        int width = pairs.variables().size();
        Row row = new Row(pairs.variables());
        Scribe scribe =
                Errors.of(pairs.variables(), tuned.rates, tuned.together).scribe(row, rng, Log.NONE);
        @Nullable String[][] first = new @Nullable String[width][rows];
        @Nullable String[][] second = new @Nullable String[width][rows];
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < width; c++) {
                String cell = pairs.first().get(c)[i % pairs.size()];
                first[c][i] = cell;
                row.set(c, cell);
            }
            scribe.write(i);
            for (int c = 0; c < width; c++) {
                second[c][i] = row.get(c);
            }
        }
        return new LabelledPairs(pairs.variables(), List.of(first), List.of(second), rows);
    }
}
