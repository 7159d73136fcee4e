package org.semblance.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;

/**
 * Which columns change in a row where the law of their number is given: first how many, then which ones, a column the
 * more likely the greater its weight, with weights such that every column changes at its own rate. Given the number this
 * is the conditional Bernoulli law: of all laws with these rates, the one with the largest entropy.
 *
 * <p>Source: Chen, Dempster and Liu (1994), doi:10.1093/biomet/81.3.457. Cost: n draws for a row with changes, one for a
 * row without; n^2 k for each of some dozens of steps when the weights are fitted.
 */
final class ChangedColumns {
    private static final double PRECISE = 1e-12;
    /** What is good enough after all steps: near the edge of what is possible they are slow. */
    private static final double CLOSE = 1e-6;

    private static final int STEPS = 20_000;

    /** A law whose rows would be told apart by more than this share of them is not the one asked for. */
    private static final double ANOTHER = 0.05;

    private final double[] asked;
    private final double[] count;
    private final double[] weights;
    /** {@code tails[i][j]}: the sum over all choices of j of the columns from i on of the product of their weights. */
    private final double[][] tails;

    private ChangedColumns(double[] asked, double[] count, double[] weights) {
        this.asked = asked;
        this.count = count;
        this.weights = weights;
        tails = tails(weights, count.length - 1);
    }

    /**
     * Fits the weights.
     *
     * @param shares of rows with 0, 1, 2 ... changes; tilted so that their mean is the sum of the rates
     * @param rates of the columns, each above 0 and below 1
     * @throws ProblemException where no such law exists
     */
    static ChangedColumns fit(List<String> shares, double[] rates) {
        double[] asked = parsed(shares, rates.length);
        double[] count = tilted(asked, sum(rates));
        feasible(count, rates);
        double[] weights = new double[rates.length];
        for (int i = 0; i < rates.length; i++) {
            weights[i] = rates[i] / (1 - rates[i]);
        }
        double miss = 1;
        for (int step = 0; step < STEPS && miss > PRECISE; step++) {
            double[] reached = marginals(weights, count);
            miss = 0;
            for (int i = 0; i < rates.length; i++) {
                miss = Math.max(miss, Math.abs(reached[i] - rates[i]));
                weights[i] *= rates[i] * (1 - reached[i]) / (reached[i] * (1 - rates[i]));
            }
            normalise(weights);
        }
        if (!(miss < CLOSE)) {
            throw unlike("");
        }
        return new ChangedColumns(times(asked, 0), count, weights);
    }

    /**
     * How many of the first columns change, where a law says how many of all do.
     *
     * @throws ProblemException where no such law exists
     */
    static double[] ofPart(List<String> shares, double[] first, double[] others) {
        double[] rates = Arrays.copyOf(first, first.length + others.length);
        System.arraycopy(others, 0, rates, first.length, others.length);
        ChangedColumns all = fit(shares, rates);
        int most = all.count.length - 1;
        double[] here = tails(Arrays.copyOf(all.weights, first.length), most)[0];
        double[] there = tails(Arrays.copyOfRange(all.weights, first.length, rates.length), most)[0];
        double[] out = new double[Math.min(most, first.length) + 1];
        for (int k = 0; k <= most; k++) {
            for (int j = 0; j < out.length && j <= k && all.count[k] > 0; j++) {
                out[j] += all.count[k] * here[j] * there[k - j] / all.tails[0][k];
            }
        }
        return out;
    }

    private static void feasible(double[] count, double[] rates) {
        double[] room = room(count, rates);
        for (int j = 1; j <= room.length; j++) {
            // Shares and rates of six decimals may miss the edge by a rounding that the fit bridges.
            if (room[j - 1] < -CLOSE) {
                double[] sorted = rates.clone();
                Arrays.sort(sorted);
                double sum = sum(Arrays.copyOfRange(sorted, sorted.length - j, sorted.length));
                throw unlike(": the " + j + " worst change " + (float) sum
                        + " times in a row on average, and can at most " + (float) (sum + room[j - 1]) + " times");
            }
        }
    }

    /**
     * How much more often the 1, 2 ... n - 1 worst columns might change together with this law. They cannot change more
     * often than rows have changes: Gale (1957), doi:10.2140/pjm.1957.7.1073.
     */
    static double[] room(double[] count, double[] rates) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        double[] out = new double[sorted.length - 1];
        double sum = 0;
        for (int j = 1; j < sorted.length; j++) {
            sum += sorted[sorted.length - j];
            double most = 0;
            for (int k = 0; k < count.length; k++) {
                most += Math.min(k, j) * count[k];
            }
            out[j - 1] = most - sum;
        }
        return out;
    }

    private static ProblemException unlike(String why) {
        return ProblemException.usage(Problem.of(
                        "the rates of the columns cannot be had with this law of how many change together" + why + ".")
                .fix("Make the rates more alike, give more rows some change, or leave the law out."));
    }

    /** Weights count in proportion only; their geometric mean is kept at 1. */
    private static void normalise(double[] weights) {
        double logs = 0;
        for (double weight : weights) {
            logs += StrictMath.log(weight);
        }
        double scale = StrictMath.exp(-logs / weights.length);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scale;
        }
    }

    private static double[] parsed(List<String> shares, int columns) {
        List<Problem> problems = new ArrayList<>();
        double[] out = new double[Math.min(shares.size(), columns + 1)];
        double sum = 0;
        for (int k = 0; k < shares.size(); k++) {
            double share = Double.NaN;
            try {
                share = Double.parseDouble(shares.get(k));
            } catch (NumberFormatException e) {
                // Told below, with shares out of range.
            }
            if (!(share >= 0 && share <= Double.MAX_VALUE)) {
                problems.add(Problem.of("columns has \"" + shares.get(k) + "\", but must have shares of at least 0."));
            } else if (k > columns && share > 0) {
                problems.add(Problem.of("columns has a share of rows with " + k + " changed columns, but only "
                        + columns + " have errors."));
            } else if (k <= columns) {
                out[k] = share;
                sum += share;
            }
        }
        if (problems.isEmpty() && sum == 0) {
            problems.add(Problem.of("columns has no share above 0."));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        return out;
    }

    /** The shares times t^k, where t is such that their mean is as asked. */
    static double[] tilted(double[] shares, double mean) {
        int least = shares.length;
        int most = 0;
        for (int k = 0; k < shares.length; k++) {
            if (shares[k] > 0) {
                least = Math.min(least, k);
                most = k;
            }
        }
        boolean fixed = least == most && Math.abs(mean - most) < 1e-9;
        if (!fixed && !(mean > least && mean < most)) {
            throw ProblemException.usage(Problem.of("the rates change " + (float) mean
                            + " columns of a row on average, but columns has rows with " + least + " to " + most
                            + " changes only.")
                    .fix("Add a share of rows with fewer or more changes, or change the rates."));
        }
        double low = -60;
        double high = 60;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            double[] now = times(shares, middle);
            if (mean(now) < mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return times(shares, fixed ? 0 : (low + high) / 2);
    }

    private static double[] times(double[] shares, double logTilt) {
        double[] out = new double[shares.length];
        double sum = 0;
        for (int k = 0; k < shares.length; k++) {
            // From the end that weighs more, so that nothing overflows.
            int power = logTilt > 0 ? k - (shares.length - 1) : k;
            out[k] = shares[k] * StrictMath.exp(logTilt * power);
            sum += out[k];
        }
        for (int k = 0; k < out.length; k++) {
            out[k] /= sum;
        }
        return out;
    }

    private static double mean(double[] count) {
        double mean = 0;
        for (int k = 0; k < count.length; k++) {
            mean += k * count[k];
        }
        return mean;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double[][] tails(double[] weights, int most) {
        int n = weights.length;
        double[][] tails = new double[n + 1][most + 1];
        tails[n][0] = 1;
        for (int i = n - 1; i >= 0; i--) {
            tails[i][0] = 1;
            for (int j = 1; j <= most; j++) {
                tails[i][j] = tails[i + 1][j] + weights[i] * tails[i + 1][j - 1];
            }
        }
        return tails;
    }

    /** How often each column changes with these weights. */
    static double[] marginals(double[] weights, double[] count) {
        int n = weights.length;
        int most = count.length - 1;
        double[] all = tails(weights, most)[0];
        double[] out = new double[n];
        for (int i = 0; i < n; i++) {
            double[] others = without(weights, i, most);
            for (int k = 1; k <= most; k++) {
                out[i] += all[k] == 0 ? 0 : count[k] * weights[i] * others[k - 1] / all[k];
            }
        }
        return out;
    }

    private static double[] without(double[] weights, int left, int most) {
        double[] sums = new double[most + 1];
        sums[0] = 1;
        for (int i = 0; i < weights.length; i++) {
            for (int j = most; j >= 1 && i != left; j--) {
                sums[j] += weights[i] * sums[j - 1];
            }
        }
        return sums;
    }

    /** What rows have instead of the law that was asked for, where that is another; empty where it is not. */
    String instead() {
        double apart = 0;
        for (int k = 0; k < count.length; k++) {
            apart += Math.abs(count[k] - asked[k]) / 2;
        }
        return apart <= ANOTHER
                ? ""
                : String.format(
                        Locale.ROOT,
                        "the rates change %.3f columns of a row on average, but together: columns %.3f; rows with 0, 1, 2"
                                + " ... changed columns are %s of all, not %s",
                        mean(count),
                        mean(asked),
                        shares(count),
                        shares(asked));
    }

    private static String shares(double[] count) {
        return Arrays.stream(count)
                .mapToObj(share -> String.format(Locale.ROOT, "%.3f", share))
                .collect(Collectors.joining(", "));
    }

    /** Shares of rows with 0, 1, 2 ... changes, as they are drawn. */
    double[] count() {
        return count.clone();
    }

    double[] weights() {
        return weights.clone();
    }

    /** Puts the columns that change, in their order; returns how many. */
    int draw(Rng dice, int[] out) {
        double u = dice.nextDouble();
        int left = 0;
        while (left < count.length - 1 && u >= count[left]) {
            u -= count[left++];
        }
        // Rounding may end on a number that never comes.
        while (left > 0 && count[left] == 0) {
            left--;
        }
        int found = 0;
        for (int i = 0; i < weights.length && left > 0; i++) {
            if (dice.nextDouble() * tails[i][left] < weights[i] * tails[i + 1][left - 1]) {
                out[found++] = i;
                left--;
            }
        }
        return found;
    }
}
