package org.semblance.synthesize.sequence;

import java.util.Arrays;

/**
 * On which scale each column of numbers is followed from step to step.
 *
 * @param log whether logarithms are taken, so that changes are ratios
 * @param centre the mean on that scale, which stands for a number that was never there
 */
record Scales(boolean[] log, double[] centre) {
    static Scales of(Real real) {
        int k = real.schema().size();
        boolean[] log = new boolean[k];
        double[] centre = new double[k];
        for (int c = 0; c < k; c++) {
            if (real.numeric(c) && c != real.order()) {
                log[c] = Course.ratios(real.numbers()[c], real.start());
                boolean ratios = log[c];
                centre[c] = Arrays.stream(real.numbers()[c])
                        .filter(v -> !Double.isNaN(v))
                        .map(v -> ratios ? StrictMath.log(v) : v)
                        .average()
                        .orElse(0);
            }
        }
        return new Scales(log, centre);
    }

    double scaled(int column, double value) {
        return log[column] ? StrictMath.log(value) : value;
    }

    double unscaled(int column, double scaled) {
        return log[column] ? StrictMath.exp(scaled) : scaled;
    }
}
