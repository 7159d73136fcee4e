package org.semblance.disclosure;

/**
 * Mean and standard deviation (divisor n - 1) of the values that are there.
 *
 * @param count how many there are
 * @param deviation 0 for fewer than two values
 */
record Moments(int count, double mean, double deviation) {
    static Moments of(double[] values) {
        int count = 0;
        double sum = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                count++;
                sum += value;
            }
        }
        double mean = count == 0 ? Double.NaN : sum / count;
        double squares = 0;
        for (double value : values) {
            squares += Double.isNaN(value) ? 0 : (value - mean) * (value - mean);
        }
        return new Moments(count, mean, count < 2 ? 0 : Math.sqrt(squares / (count - 1)));
    }
}
