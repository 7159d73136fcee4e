package org.semblance.linkage;

import org.semblance.plugin.Option;
import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * An age, or a year of birth, is a year or two off; below 0 it is mirrored, where that changes it. Whole numbers only.
 *
 * <p>Source of the shares: pseudopeople 1.2 (misreport_age): -2 and +2 with .1 each, -1 and +1 with .4 each.
 */
final class AgeMisreport implements Corruption {
    record Options(
            @Option(value = "Share of errors of two years; the rest are of one.", min = 0, max = 1)
            double two) {}

    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "age-misreport",
            "An age or a year of birth is a year or two off, as people misreport it.",
            new Options(0.2),
            AgeMisreport::new);

    private static final int MOST_DIGITS = 6;

    private final double two;

    AgeMisreport(Options options) {
        two = options.two();
    }

    @Override
    public boolean fits(Variable variable) {
        return variable.role() == Role.AGE || variable.role() == Role.BIRTH_YEAR;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        if (cell == null || cell.isEmpty() || cell.length() > MOST_DIGITS) {
            return false;
        }
        int age = 0;
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) < '0' || cell.charAt(i) > '9') {
                return false;
            }
            age = age * 10 + cell.charAt(i) - '0';
        }
        int off = rng.nextDouble() < two ? 2 : 1;
        int wrong = Math.abs(rng.nextBoolean() ? age + off : age - off);
        // 1 - 2 mirrored is 1 again.
        row.set(variable, String.valueOf(wrong == age ? age + off : wrong));
        return true;
    }
}
