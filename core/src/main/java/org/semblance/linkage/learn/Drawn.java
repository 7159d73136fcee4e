package org.semblance.linkage.learn;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each column is drawn for an error, and how many are in a row, where it was seen which columns changed and a
 * cell that was blank before does not tell: a column that is drawn there stays as it is. Most likely rates and law of the
 * model that draws them ({@link org.semblance.linkage.Together}: first how many, then which, by weights), by EM (Dempster,
 * Laird and Rubin 1977, doi:10.1111/j.2517-6161.1977.tb01600.x). Being the margins of rows that there might be, they go
 * together, at most on the edge of what is possible. Cost: n^3 for each of the patterns of blank cells, a round.
 */
final class Drawn {
    private static final int ROUNDS = 1000;
    /** Far below what a written parameter shows, six decimals. */
    private static final double SETTLED = 1e-8;
    /** Weights of columns that change in every row would grow for ever. */
    private static final double MOST = 0.999;

    /** What a row shows: how many columns changed, and which cells tell nothing. */
    private record Pattern(int changed, BitSet hidden) {}

    private final int columns;
    private final BitSet everything;
    private final double[] weights;
    private double[] rates;
    private double[] shares;

    private Drawn(double[] seen) {
        columns = seen.length;
        everything = new BitSet(columns);
        everything.set(0, columns);
        weights = new double[columns];
        Arrays.fill(weights, 1);
        rates = seen;
        shares = new double[columns + 1];
        Arrays.fill(shares, 1.0 / shares.length);
    }

    /**
     * @param changed of each row, the columns that changed
     * @param hidden of each row, the columns that were blank
     */
    static Drawn of(BitSet[] changed, BitSet[] hidden, int columns) {
        double[] seen = new double[columns];
        Map<Pattern, Integer> patterns = new LinkedHashMap<>();
        double one = 1.0 / changed.length;
        for (int i = 0; i < changed.length; i++) {
            patterns.merge(new Pattern(changed[i].cardinality(), hidden[i]), 1, Integer::sum);
            changed[i].stream().forEach(c -> seen[c] += one);
        }
        Drawn drawn = new Drawn(seen);
        for (int round = 0; round < ROUNDS; round++) {
            double[] before = drawn.rates;
            double[] law = drawn.shares;
            drawn.round(patterns, seen, one);
            if (Math.max(apart(before, drawn.rates), apart(law, drawn.shares)) < SETTLED) {
                break;
            }
        }
        return drawn;
    }

    private static double apart(double[] a, double[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }

    /** The share of rows in which each column is drawn. */
    double[] rates() {
        return rates.clone();
    }

    /** The shares of rows in which 0, 1, 2 ... columns are drawn. */
    double[] shares() {
        return shares.clone();
    }

    private void round(Map<Pattern, Integer> patterns, double[] seen, double one) {
        double[] all = sums(everything, -1);
        double[] nextRates = seen.clone();
        double[] nextShares = new double[columns + 1];
        patterns.forEach((pattern, count) -> {
            double[] ways = sums(pattern.hidden, -1);
            double[] chances = chances(pattern, ways, all);
            for (int more = 0; more < chances.length; more++) {
                nextShares[pattern.changed + more] += one * count * chances[more];
            }
            pattern.hidden.stream().forEach(c -> nextRates[c] += one * count * drawn(c, pattern, ways, chances));
        });
        rates = nextRates;
        shares = nextShares;
        reweigh();
    }

    /** How likely 0, 1, 2 ... of the hidden columns were drawn. */
    private double[] chances(Pattern pattern, double[] ways, double[] all) {
        double[] out = new double[ways.length];
        double sum = 0;
        for (int more = 0; more < out.length; more++) {
            int k = pattern.changed + more;
            out[more] = all[k] > 0 ? shares[k] / all[k] * ways[more] : 0;
            sum += out[more];
        }
        for (int more = 0; more < out.length; more++) {
            out[more] = sum > 0 ? out[more] / sum : more == 0 ? 1 : 0;
        }
        return out;
    }

    /** How likely one of the hidden columns was. */
    private double drawn(int column, Pattern pattern, double[] ways, double[] chances) {
        double[] others = sums(pattern.hidden, column);
        double out = 0;
        for (int more = 1; more < chances.length; more++) {
            out += ways[more] > 0 ? chances[more] * weights[column] * others[more - 1] / ways[more] : 0;
        }
        return out;
    }

    /** The sum over all choices of 0, 1, 2 ... of the columns of the product of their weights, one column left out. */
    private double[] sums(BitSet of, int left) {
        double[] out = new double[of.cardinality() + 1];
        out[0] = 1;
        int n = 0;
        for (int c = of.nextSetBit(0); c >= 0; c = of.nextSetBit(c + 1)) {
            n += c == left ? 0 : 1;
            for (int j = n; j >= 1 && c != left; j--) {
                out[j] += weights[c] * out[j - 1];
            }
        }
        return out;
    }

    /** One step towards the weights that give these rates with this law. */
    private void reweigh() {
        double[] all = sums(everything, -1);
        double[] reached = new double[columns];
        for (int c = 0; c < columns; c++) {
            double[] others = sums(everything, c);
            for (int k = 1; k <= columns; k++) {
                reached[c] += all[k] > 0 ? shares[k] * weights[c] * others[k - 1] / all[k] : 0;
            }
        }
        double logs = 0;
        for (int c = 0; c < columns; c++) {
            double asked = Math.min(MOST, rates[c]);
            double had = Math.min(MOST, reached[c]);
            weights[c] *= asked > 0 && had > 0 ? asked * (1 - had) / (had * (1 - asked)) : 1;
            logs += StrictMath.log(weights[c]);
        }
        double scale = StrictMath.exp(-logs / columns);
        for (int c = 0; c < columns; c++) {
            weights[c] *= scale;
        }
    }
}
