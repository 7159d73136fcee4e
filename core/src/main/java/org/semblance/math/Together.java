package org.semblance.math;

/**
 * Sums of squares and products of two columns about their means, in the rows where both are there; one pass, no
 * cancellation (Welford 1962).
 *
 * @param count rows where both are there
 */
public record Together(int count, double squaresA, double squaresB, double products) {
    /** NaN is missing. */
    public static Together of(double[] a, double[] b) {
        double meanA = 0;
        double meanB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        int count = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isNaN(a[i]) && !Double.isNaN(b[i])) {
                count++;
                double stepA = a[i] - meanA;
                double stepB = b[i] - meanB;
                meanA += stepA / count;
                meanB += stepB / count;
                squaresA += stepA * (a[i] - meanA);
                squaresB += stepB * (b[i] - meanB);
                products += stepA * (b[i] - meanB);
            }
        }
        return new Together(count, squaresA, squaresB, products);
    }

    /** Pearson's; 0 where one of them does not vary. */
    public double correlation() {
        return squaresA > 0 && squaresB > 0 ? products / Math.sqrt(squaresA * squaresB) : 0;
    }
}
