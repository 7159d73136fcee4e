package org.semblance.trees;

/** What boosting makes small: a loss of the sums of the trees, with its first and second derivative. */
public enum Loss {
    /** Two classes, 0 and 1; one output, the log-odds of 1. */
    LOGISTIC,
    /** A number; one output, the number. */
    SQUARED,
    /** Classes 0 .. outputs-1; one output per class, log-probabilities up to a constant. */
    SOFTMAX;

    private static final double[] INVERSE = {
        0, 1, 1 / 2.0, 1 / 3.0, 1 / 4.0, 1 / 5.0, 1 / 6.0, 1 / 7.0, 1 / 8.0, 1 / 9.0, 1 / 10.0, 1 / 11.0, 1 / 12.0
    };

    /** Probability of 1 from its log-odds. */
    public static double probability(double logOdds) {
        return 1 / (1 + exp(-logOdds));
    }

    /**
     * e to the x, to about 1e-14: by plain arithmetic, so that every machine gets the same bits, which
     * {@link Math#exp} does not promise, at a third of the time of {@link StrictMath#exp}.
     */
    static double exp(double x) {
        if (!(x > -700)) {
            return 0;
        }
        double bounded = Math.min(x, 700);
        double k = Math.rint(bounded * 1.4426950408889634);
        double r = bounded - k * 0.6931471803691238 - k * 1.9082149292705877e-10;
        double sum = 1;
        for (int term = 12; term > 0; term--) {
            sum = 1 + sum * r * INVERSE[term];
        }
        return sum * Double.longBitsToDouble((long) k + 1023 << 52);
    }

    /** Turns the outputs of one row, {@code from} and following, into probabilities of the classes, in place. */
    public static void softmax(float[] margins, int from, int outputs) {
        float most = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < outputs; k++) {
            most = Math.max(most, margins[from + k]);
        }
        double sum = 0;
        for (int k = 0; k < outputs; k++) {
            margins[from + k] = (float) exp(margins[from + k] - most);
            sum += margins[from + k];
        }
        for (int k = 0; k < outputs; k++) {
            margins[from + k] /= (float) sum;
        }
    }

    /** The constant that every row starts from: the mean, its log-odds, or the log-shares of the classes. */
    float[] base(float[] y, int[] rows, int outputs) {
        double[] sums = new double[outputs];
        for (int row : rows) {
            if (this == SOFTMAX) {
                sums[(int) y[row]]++;
            } else {
                sums[0] += y[row];
            }
        }
        float[] base = new float[outputs];
        for (int k = 0; k < outputs; k++) {
            double mean = rows.length == 0 ? 0 : sums[k] / rows.length;
            double share = (sums[k] + 0.5) / (rows.length + 0.5 * Math.max(2, outputs));
            base[k] = (float)
                    switch (this) {
                        case SQUARED -> mean;
                        case LOGISTIC -> StrictMath.log(share / (1 - share));
                        case SOFTMAX -> StrictMath.log(share);
                    };
        }
        return base;
    }

    /**
     * Writes the derivatives for the given rows into {@code g[k][row]} and {@code h[k][row]}. The softmax's second
     * derivative is doubled, as XGBoost does.
     */
    void derivatives(float[] y, int[] rows, float[] margins, float[][] g, float[][] h) {
        int outputs = g.length;
        float[] p = new float[outputs];
        for (int row : rows) {
            switch (this) {
                case SQUARED -> {
                    g[0][row] = margins[row] - y[row];
                    h[0][row] = 1;
                }
                case LOGISTIC -> {
                    double q = probability(margins[row]);
                    g[0][row] = (float) (q - y[row]);
                    h[0][row] = (float) (q * (1 - q));
                }
                case SOFTMAX -> {
                    System.arraycopy(margins, row * outputs, p, 0, outputs);
                    softmax(p, 0, outputs);
                    for (int k = 0; k < outputs; k++) {
                        g[k][row] = p[k] - (y[row] == k ? 1 : 0);
                        h[k][row] = 2 * p[k] * (1 - p[k]);
                    }
                }
            }
        }
    }

    /** The mean loss over the given rows. */
    double mean(float[] y, int[] rows, float[] margins, int outputs) {
        float[] p = new float[outputs];
        double sum = 0;
        for (int row : rows) {
            switch (this) {
                case SQUARED -> sum += (margins[row] - y[row]) * (double) (margins[row] - y[row]);
                case LOGISTIC -> {
                    double signed = y[row] > 0.5 ? -margins[row] : margins[row];
                    sum += signed > 30 ? signed : StrictMath.log1p(exp(signed));
                }
                case SOFTMAX -> {
                    System.arraycopy(margins, row * outputs, p, 0, outputs);
                    softmax(p, 0, outputs);
                    sum -= StrictMath.log(Math.max(p[(int) y[row]], 1e-15));
                }
            }
        }
        return rows.length == 0 ? 0 : sum / rows.length;
    }
}
