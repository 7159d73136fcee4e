package org.semblance.conditional;

/**
 * What a linear regression needs to know of its rows: sums of squares and products.
 *
 * @param design of the columns
 * @param x n rows of predictors
 * @param rows which of them are fitted
 * @param y the target in the rows' order
 * @param weights of the rows; empty for 1
 * @param cross X'WX
 * @param with X'Wy
 */
record Moments(Design design, Predictors x, int[] rows, double[] y, double[] weights, double[][] cross, double[] with) {
    static Moments of(Design design, Predictors x, int[] rows, double[] y, double[] weights) {
        return new Moments(
                design, x, rows, y, weights, design.cross(x, rows, weights), design.cross(x, rows, weights, y));
    }

    /** Of a target's observed rows, unweighted, with the columns that {@link Screen} leaves. */
    static Moments screened(Given given, int[] rows, double[] y) {
        Design design = Design.of(given.x(), rows);
        return Screen.of(of(design, given.x(), rows, y, new double[0]), given.like(), given.events());
    }

    Moments without(boolean[] gone) {
        Design left = design.without(gone);
        double[][] crossLeft = new double[left.width()][left.width()];
        double[] withLeft = new double[left.width()];
        int row = 0;
        for (int i = 0; i < gone.length; i++) {
            if (gone[i]) {
                continue;
            }
            int column = 0;
            for (int j = 0; j < gone.length; j++) {
                if (!gone[j]) {
                    crossLeft[row][column++] = cross[i][j];
                }
            }
            withLeft[row++] = with[i];
        }
        return new Moments(left, x, rows, y, weights, crossLeft, withLeft);
    }
}
