package org.semblance.generate.people;

/**
 * Days of death after Gompertz's law: the force of mortality at age x is a·exp(b·x).
 *
 * <p>Fitted to the deaths between 40 and 100 of the Social Security Administration's period life table of 2017 by maximum
 * likelihood (reference/gompertz.py): force at 60 .0100 for men and .0060 for women, growing by .092 and .101 a year. From
 * 60 to 100 the chance to die within a year is within 14 % of the table's, at 40 it is too small by a third and two
 * fifths: the law knows of no accidents.
 */
final class Mortality {
    private static final double YEAR = 365.2425;
    private static final double[] AT_SIXTY = {0.0100, 0.0060};
    private static final double[] SLOPE = {0.092, 0.101};

    /** More than a straight line between full years is above the curve. */
    private static final double MARGIN = 0.01;

    private static final double[][] GROWTH = growth();

    private Mortality() {}

    /**
     * Epoch day of death of somebody who is alive on a day, {@link Integer#MAX_VALUE} where it lies beyond {@code last}. A
     * logarithm is taken only where the bound -log(1-u) >= u leaves death before the last day open.
     */
    static int death(long bits, boolean female, int birthDay, int alive, int last) {
        int sex = female ? 1 : 0;
        double force = AT_SIXTY[sex] * growth(sex, (alive - birthDay) / YEAR);
        double beyond = AT_SIXTY[sex] * growth(sex, (last - birthDay) / YEAR);
        double u = Key.unit(bits);
        if (u >= (beyond - force) / SLOPE[sex] * (1 + MARGIN)) {
            return Integer.MAX_VALUE;
        }
        double exponential = -StrictMath.log1p(-u);
        double left = StrictMath.log1p(exponential * SLOPE[sex] / force) / SLOPE[sex];
        int death = alive + 1 + (int) Math.min(left * YEAR, 60_000);
        return death <= last ? death : Integer.MAX_VALUE;
    }

    /** exp(slope * (age - 60)), straight between full years. */
    private static double growth(int sex, double age) {
        double bounded = Math.max(0, Math.min(GROWTH[sex].length - 2, age));
        int year = (int) bounded;
        double low = GROWTH[sex][year];
        return low + (GROWTH[sex][year + 1] - low) * (bounded - year);
    }

    private static double[][] growth() {
        double[][] out = new double[2][202];
        for (int sex = 0; sex < 2; sex++) {
            for (int age = 0; age < out[sex].length; age++) {
                out[sex][age] = StrictMath.exp(SLOPE[sex] * (age - 60));
            }
        }
        return out;
    }
}
