package org.semblance.evaluate.related;

/** Correlations between the steps of sequences, every sequence brought to mean 0 and variance 1 first. */
final class Lags {
    private Lags() {}

    /**
     * Values less the mean of their sequence, by its standard deviation; sequences of fewer than two different values
     * become missing: they have no course.
     */
    static double[] standardised(double[] values, Groups steps) {
        double[] out = new double[values.length];
        for (int g = 0; g < steps.count(); g++) {
            int from = steps.starts()[g];
            int to = steps.starts()[g + 1];
            double mean = 0;
            int n = 0;
            for (int i = from; i < to; i++) {
                if (!Double.isNaN(values[i])) {
                    mean += values[i];
                    n++;
                }
            }
            mean /= n;
            double squares = 0;
            boolean vary = false;
            double first = Double.NaN;
            for (int i = from; i < to; i++) {
                if (!Double.isNaN(values[i])) {
                    first = Double.isNaN(first) ? values[i] : first;
                    vary |= values[i] != first;
                    squares += (values[i] - mean) * (values[i] - mean);
                }
            }
            double deviation = Math.sqrt(squares / n);
            for (int i = from; i < to; i++) {
                out[i] = vary ? (values[i] - mean) / deviation : Double.NaN;
            }
        }
        return out;
    }

    /** Fewer sequences tell nothing of the others, where there are others. */
    private static final int FEWEST = 10;

    /**
     * Whether standardised values have a course in enough sequences to speak of it: in {@value #FEWEST}, or, of fewer
     * sequences, in all. A column that one row of thousands differs in has none.
     */
    static boolean tell(double[] standardised, Groups steps) {
        int there = 0;
        for (int g = 0; g < steps.count(); g++) {
            boolean any = false;
            for (int i = steps.starts()[g]; i < steps.starts()[g + 1] && !any; i++) {
                any = !Double.isNaN(standardised[i]);
            }
            there += any ? 1 : 0;
        }
        return there >= Math.min(FEWEST, steps.count());
    }

    /**
     * The correlation of standardised values with others {@code lag} steps later in the same sequence, over all steps of
     * all sequences; NaN where there are none. Means are not taken again: they are 0.
     */
    static double correlation(double[] first, double[] later, Groups steps, int lag) {
        double both = 0;
        double squares = 0;
        double laterSquares = 0;
        for (int g = 0; g < steps.count(); g++) {
            for (int i = steps.starts()[g] + lag; i < steps.starts()[g + 1]; i++) {
                double a = first[i - lag];
                double b = later[i];
                if (!Double.isNaN(a) && !Double.isNaN(b)) {
                    both += a * b;
                    squares += a * a;
                    laterSquares += b * b;
                }
            }
        }
        double scale = Math.sqrt(squares) * Math.sqrt(laterSquares);
        return scale > 0 ? Math.max(-1, Math.min(1, both / scale)) : Double.NaN;
    }

    /** 1 minus half the difference of two correlations; 0 where only the real one exists: it was lost. */
    static double score(double real, double synthetic) {
        return !Double.isNaN(real) && Double.isNaN(synthetic) ? 0 : 1 - Math.abs(real - synthetic) / 2;
    }
}
