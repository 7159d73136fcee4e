package org.semblance.bench.clinic;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.random.Rng;

/** Draws from the few laws the clinic needs, with StrictMath so that every machine draws the same bits. */
record Draw(Rng rng) {
    boolean chance(double probability) {
        return rng.nextDouble() < probability;
    }

    double normal(double mean, double sd) {
        return mean + sd * rng.nextGaussian();
    }

    /** Log-normal with the given median and spread of the logarithm. */
    double skewed(double median, double spread) {
        return median * StrictMath.exp(spread * rng.nextGaussian());
    }

    /** Poisson by inversion (Devroye 1986, section X.3.3); for means below about 50. */
    int poisson(double mean) {
        double left = StrictMath.exp(-mean);
        double u = rng.nextDouble();
        int count = 0;
        while (u > left && count < 500) {
            u -= left;
            count++;
            left *= mean / count;
        }
        return count;
    }

    int between(int low, int high) {
        return low + rng.nextInt(high - low + 1);
    }

    LocalDate between(LocalDate low, LocalDate high) {
        return low.plusDays(rng.nextInt((int) (high.toEpochDay() - low.toEpochDay()) + 1));
    }

    <T> T any(List<T> values) {
        return values.get(rng.nextInt(values.size()));
    }

    /** The position of a weight, in proportion to the weights. */
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double u = rng.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            u -= weights[i];
            if (u < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A key in proportion to its weight; the map must keep its order. */
    String weighted(Map<String, Double> weights) {
        List<String> keys = List.copyOf(weights.keySet());
        return keys.get(weighted(
                weights.values().stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** The value, or null with the given probability. */
    <T> @Nullable T unless(double missing, T value) {
        return chance(missing) ? null : value;
    }

    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
