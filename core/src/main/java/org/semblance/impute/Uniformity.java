package org.semblance.impute;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.semblance.random.Rng;

/**
 * Neyman's smooth test of whether numbers are drawn evenly from 0 to 1, against the first four Legendre polynomials: chi
 * square of four degrees of freedom, from {@value #MANY} numbers on; of fewer the law is simulated, once for each count.
 * Source: Neyman (1937), Skandinavisk Aktuarietidskrift 20, 149-199.
 */
final class Uniformity {
    private static final int ORDER = 4;
    private static final int MANY = 30;
    private static final int TIMES = 10_000;

    private final Rng rng;
    /** Simulated statistics of so many numbers: the same for every question. */
    private final Map<Integer, double[]> laws = new HashMap<>();

    Uniformity(Rng rng) {
        this.rng = rng;
    }

    /** The chance of a larger statistic; never 0. */
    double p(double[] numbers) {
        double statistic = statistic(numbers);
        if (numbers.length >= MANY) {
            return Math.max(1e-300, 1 - new ChiSquaredDistribution(ORDER).cumulativeProbability(statistic));
        }
        int larger = 0;
        for (double one : laws.computeIfAbsent(numbers.length, this::simulated)) {
            larger += one > statistic ? 1 : 0;
        }
        return Math.max(1, larger) / (double) TIMES;
    }

    private double[] simulated(int count) {
        Rng own = rng.child(count);
        double[] even = new double[count];
        double[] out = new double[TIMES];
        for (int time = 0; time < TIMES; time++) {
            for (int i = 0; i < count; i++) {
                even[i] = own.nextDouble();
            }
            out[time] = statistic(even);
        }
        return out;
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
