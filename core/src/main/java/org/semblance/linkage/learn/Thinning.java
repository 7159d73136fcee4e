package org.semblance.linkage.learn;

import java.util.Arrays;

/**
 * What law of counts, each counted thing lost with a chance, gives a law that was seen: a column that is drawn for an
 * error but is blank stays as it is, so more must be drawn than are seen. Maximum likelihood by Richardson (1972,
 * doi:10.1364/JOSA.62.000055) and Lucy (1974, doi:10.1086/111605).
 */
final class Thinning {
    private static final int ROUNDS = 500;

    private Thinning() {}

    /**
     * @param seen share of 0, 1, 2 ...
     * @param lost chance of each to be lost
     * @param most what there can be at most
     */
    static double[] undo(double[] seen, double lost, int most) {
        int size = Math.min(seen.length, most + 1);
        double[][] kernel = new double[size][size];
        for (int drawn = 0; drawn < size; drawn++) {
            kernel[drawn][0] = Math.pow(lost, drawn);
            for (int left = 1; left <= drawn; left++) {
                kernel[drawn][left] = binomial(drawn, left) * Math.pow(1 - lost, left) * Math.pow(lost, drawn - left);
            }
        }
        double[] out = new double[size];
        Arrays.fill(out, 1.0 / size);
        for (int round = 0; round < ROUNDS && size > 0; round++) {
            double[] next = new double[size];
            for (int left = 0; left < size; left++) {
                double expected = 0;
                for (int drawn = 0; drawn < size; drawn++) {
                    expected += out[drawn] * kernel[drawn][left];
                }
                for (int drawn = 0; drawn < size && expected > 0; drawn++) {
                    next[drawn] += seen[left] * out[drawn] * kernel[drawn][left] / expected;
                }
            }
            out = next;
        }
        return out;
    }

    private static double binomial(int n, int k) {
        double out = 1;
        for (int i = 1; i <= k; i++) {
            out = out * (n - k + i) / i;
        }
        return out;
    }
}
