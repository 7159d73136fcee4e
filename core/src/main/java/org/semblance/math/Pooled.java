package org.semblance.math;

import java.util.Arrays;

/**
 * One number estimated on each of m data sets, put together.
 *
 * @param estimate the mean of the estimates
 * @param within the mean of their variances
 * @param between the variance of the estimates, 0 where there is one
 * @param variance the variance of the mean estimate
 * @param freedom degrees of freedom of its t distribution
 */
public record Pooled(double estimate, double within, double between, double variance, double freedom) {
    /**
     * Of imputed data sets (Rubin 1987; degrees of freedom by Barnard and Rubin 1999, doi:10.1093/biomet/86.4.948).
     *
     * @param complete degrees of freedom with nothing missing; may be infinite
     */
    public static Pooled rubin(double[] estimates, double[] variances, double complete) {
        double m = estimates.length;
        double within = Arrays.stream(variances).average().orElse(Double.NaN);
        double between = between(estimates);
        double variance = within + (1 + 1 / m) * between;
        double lambda = (1 + 1 / m) * between / variance;
        double freedom = (m - 1) / (lambda * lambda);
        if (!Double.isInfinite(complete)) {
            double observed = (1 - lambda) * (1 + complete) * complete;
            freedom = (m - 1) * observed / ((complete + 3) * (m - 1) + lambda * lambda * observed);
        }
        return new Pooled(mean(estimates), within, between, variance, freedom);
    }

    /**
     * Of partially synthetic data sets made from complete data (Reiter 2003, Inference for partially synthetic, public
     * use microdata sets, Survey Methodology 29, 181-188). One set has variance {@code within} alone: then it is what
     * the set itself claims.
     */
    public static Pooled reiter(double[] estimates, double[] variances) {
        double m = estimates.length;
        double within = Arrays.stream(variances).average().orElse(Double.NaN);
        double between = between(estimates);
        double ratio = within / (between / m);
        double freedom = m < 2 ? Double.POSITIVE_INFINITY : (m - 1) * (1 + ratio) * (1 + ratio);
        return new Pooled(mean(estimates), within, between, within + between / m, freedom);
    }

    /** Rubin's share of information that is missing. */
    public double missingInformation(int sets) {
        double r = (1 + 1.0 / sets) * between / within;
        return (r + 2 / (freedom + 3)) / (r + 1);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double between(double[] estimates) {
        double mean = mean(estimates);
        double sum = Arrays.stream(estimates).map(q -> (q - mean) * (q - mean)).sum();
        return estimates.length < 2 ? 0 : sum / (estimates.length - 1);
    }
}
