package org.semblance.impute;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.semblance.random.Rng;

/**
 * Neyman's smooth test of whether numbers are drawn evenly from 0 to 1, against the first four Legendre polynomials: chi
 * square of four degrees of freedom, from {@value #MANY} numbers on; of fewer the law is simulated. Source: Neyman (1937),
 * Skandinavisk Aktuarietidskrift 20, 149-199.
 */
final class Uniformity {
    private static final int ORDER = 4;
    private static final int MANY = 30;
    private static final int TIMES = 10_000;

    private Uniformity() {}

    /** The chance of a larger statistic; never 0. */
    static double p(double[] numbers, Rng rng) {
        double statistic = statistic(numbers);
        if (numbers.length >= MANY) {
            return Math.max(1e-300, 1 - new ChiSquaredDistribution(ORDER).cumulativeProbability(statistic));
        }
        double[] even = new double[numbers.length];
        int larger = 0;
        for (int time = 0; time < TIMES; time++) {
            Arrays.setAll(even, i -> rng.nextDouble());
            larger += statistic(even) > statistic ? 1 : 0;
        }
        return Math.max(1, larger) / (double) TIMES;
    }

    static double statistic(double[] numbers) {
        double[] sums = new double[ORDER];
        for (double number : numbers) {
            double x = 2 * number - 1;
            double before = 1;
            double now = x;
            for (int k = 1; k <= ORDER; k++) {
                sums[k - 1] += Math.sqrt(2 * k + 1.0) * now;
                double next = ((2 * k + 1) * x * now - k * before) / (k + 1);
                before = now;
                now = next;
            }
        }
        return Arrays.stream(sums).map(sum -> sum * sum).sum() / numbers.length;
    }
}
