package org.semblance.synthesize.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is to be expected of a column as a sum: a line through features of numbers and the effects of the cells of features
 * of few values. Cells are added one feature at a time, the one that explains most of what the line left, as long as it
 * pays by the Bayesian information criterion; the line is fitted anew after each. Source: Hastie and Tibshirani (1990),
 * Generalized Additive Models, chapter 4 (backfitting).
 */
final class Additive {
    private static final int ROUNDS = 6;

    private final Lines lines;
    private final List<Cells> candidates;
    private final List<int[]> places;
    private final double[] y;
    private final List<Cells> chosen = new ArrayList<>();
    private Lines.Line line;
    private double[] residual;

    /**
     * @param x [p][n] features of numbers
     * @param candidates the cells of features of few values
     * @param places [n] the cell of each row, for each of them
     * @param y [n] without missing values
     */
    Additive(double[][] x, List<Cells> candidates, List<int[]> places, double[] y) {
        this.candidates = candidates;
        this.places = places;
        this.y = y;
        lines = new Lines(x, y.length);
        line = lines.fit(y);
        residual = new double[0];
        fit();
    }

    Lines.Line line() {
        return line;
    }

    List<Cells> cells() {
        return chosen;
    }

    /** Share of the variance that is explained. */
    double explained() {
        double mean = Arrays.stream(y).average().orElse(0);
        double whole = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
        return whole <= 0 ? 0 : 1 - left() * y.length / whole;
    }

    /** The variance that is left. */
    double left() {
        return Arrays.stream(residual).map(r -> r * r).sum() / Math.max(1, y.length);
    }

    double[] residual() {
        return residual;
    }

    private void fit() {
        double[] sum = new double[y.length];
        for (int round = 0; ; round++) {
            double[] rest = y.clone();
            subtract(rest, sum);
            line = lines.fit(rest);
            residual = rest;
            subtract(residual, lines.at(line));
            int best = round < ROUNDS ? best() : -1;
            if (best < 0) {
                return;
            }
            Cells cells = candidates.get(best).with(places.get(best), residual);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += cells.effect(places.get(best)[i]);
            }
            add(cells);
        }
    }

    private static void subtract(double[] from, double[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= what[i];
        }
    }

    private void add(Cells cells) {
        for (int i = 0; i < chosen.size(); i++) {
            if (chosen.get(i).feature().equals(cells.feature())) {
                chosen.set(i, chosen.get(i).plus(cells));
                return;
            }
        }
        chosen.add(cells);
    }

    /** The candidate that explains most of the residual for its number of cells, or -1 where none pays. */
    private int best() {
        int n = y.length;
        double whole = Arrays.stream(residual).map(r -> r * r).sum();
        int best = -1;
        double most = 0;
        for (int k = 0; k < candidates.size() && whole > 0; k++) {
            Cells cells = candidates.get(k).with(places.get(k), residual);
            double left = 0;
            for (int i = 0; i < n; i++) {
                double r = residual[i] - cells.effect(places.get(k)[i]);
                left += r * r;
            }
            int free = cells.effects().length - 1;
            double gain = n * StrictMath.log(whole / Math.max(left, 1e-12 * whole)) - free * StrictMath.log(n);
            if (gain > most) {
                most = gain;
                best = k;
            }
        }
        return best;
    }
}
