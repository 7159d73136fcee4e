package org.semblance.generate.people;

/**
 * Days of death after Gompertz's law: the force of mortality at age x is a·exp(b·x).
 *
 * <p>a and b meet the death probabilities at 60 and 90 of the Social Security Administration's period life table of
 * 2017: men .0115 and .165, women .0069 and .132. Below 40 the law kills fewer than the table does (accidents).
 */
final class Mortality {
    private static final double YEAR = 365.2425;
    private static final double[] AT_SIXTY = {0.0115, 0.0069};
    private static final double[] SLOPE = {StrictMath.log(0.165 / 0.0115) / 30, StrictMath.log(0.132 / 0.0069) / 30};

    private Mortality() {}

    /** Epoch day of death of somebody who is alive on a day. */
    static int death(long bits, boolean female, int birthDay, int alive) {
        int sex = female ? 1 : 0;
        double age = (alive - birthDay) / YEAR;
        double force = AT_SIXTY[sex] * StrictMath.exp(SLOPE[sex] * (age - 60));
        double exponential = -StrictMath.log1p(-Key.unit(bits));
        double left = StrictMath.log1p(exponential * SLOPE[sex] / force) / SLOPE[sex];
        return alive + 1 + (int) Math.min(left * YEAR, 60_000);
    }
}
