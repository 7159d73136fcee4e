package org.semblance.linkage;

import java.util.Arrays;
import org.semblance.plugin.ProblemException;

/**
 * The law of how many columns change in a row that is nearest to an asked one among those that go with the rates of the
 * columns: the asked one mixed with as little as will do of the law that independent errors of these rates have, which
 * always goes with them. The mixture keeps the rates, and its total variation from the asked law is at most its share.
 *
 * <p>Cost: some fits of {@link ChangedColumns}, each n^2 k a step for n columns.
 *
 * @param shares of rows with 0, 1, 2 ... changes, of six decimals; their mean is the sum of the rates, but for rounding
 * @param moved share of the law of independent errors, 0 to 1
 */
public record NearestLaw(double[] shares, double moved) {
    /**
     * How far inside of what is possible a law must be, as a part of how far that of independent errors is: nearer to the
     * edge the weights take many thousand steps (measured: 10 columns, a mean of 1,900 steps at .003, 5,300 at .001).
     */
    private static final double MARGIN = 0.003;

    private static final double CLOSE = 5e-4;

    /**
     * Finds it.
     *
     * @param shares asked, of rows with 0, 1, 2 ... changes; tilted first so that their mean is the sum of the rates, and
     *     not looked at where no tilt gives it
     * @param rates of the columns, each above 0 and below 1
     */
    public static NearestLaw of(double[] shares, double[] rates) {
        double[] alone = independent(rates);
        double[] asked = alone;
        double least = 0;
        double moved = 0;
        try {
            asked = ChangedColumns.tilted(
                    Arrays.copyOf(shares, rates.length + 1),
                    Arrays.stream(rates).sum());
        } catch (ProblemException e) {
            moved = 1;
        }
        if (moved == 0 && !goes(asked, rates, alone)) {
            moved = 1;
            while (moved - least > CLOSE) {
                double middle = least == 0 && moved == 1 ? MARGIN : (least + moved) / 2;
                if (goes(mixed(asked, alone, middle), rates, alone)) {
                    moved = middle;
                } else {
                    least = middle;
                }
            }
        }
        return new NearestLaw(rounded(mixed(asked, alone, moved)), moved);
    }

    private static double[] mixed(double[] asked, double[] alone, double share) {
        double[] out = new double[asked.length];
        for (int k = 0; k < out.length; k++) {
            out[k] = (1 - share) * asked[k] + share * alone[k];
        }
        return out;
    }

    /** Whether rows can be drawn by it as it will be written. */
    private static boolean goes(double[] shares, double[] rates, double[] alone) {
        double[] written = rounded(shares);
        double mean = Arrays.stream(rates).sum();
        try {
            double[] tilted = ChangedColumns.tilted(written, mean);
            double[] room = ChangedColumns.room(tilted, rates);
            double[] most = ChangedColumns.room(alone, rates);
            for (int j = 0; j < room.length; j++) {
                if (room[j] < MARGIN * most[j]) {
                    return false;
                }
            }
            ChangedColumns.fit(Together.columns(written).columns(), rates);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    /** Six decimals, as a file has them. */
    private static double[] rounded(double[] shares) {
        return Arrays.stream(shares)
                .map(share -> StrictMath.rint(share * 1e6) / 1e6)
                .toArray();
    }

    /** How many of independent errors come together. */
    private static double[] independent(double[] rates) {
        double[] out = new double[rates.length + 1];
        out[0] = 1;
        for (int i = 0; i < rates.length; i++) {
            for (int k = i + 1; k >= 0; k--) {
                out[k] = out[k] * (1 - rates[i]) + (k > 0 ? out[k - 1] * rates[i] : 0);
            }
        }
        return out;
    }
}
