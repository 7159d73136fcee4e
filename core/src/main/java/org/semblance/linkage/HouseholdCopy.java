package org.semblance.linkage;

import org.semblance.plugin.Plugin;
import org.semblance.random.Rng;

/**
 * The value of somebody else of the household, all of those whose value differs being as likely. Where nobody of the
 * household is known, or all say the same, the cell is not eligible.
 */
final class HouseholdCopy implements Corruption {
    static final Plugin<Corruption> PLUGIN = Plugin.of(
            "household-copy",
            "The value of another member of the household, where it differs.",
            new Plugin.NoOptions(),
            none -> new HouseholdCopy());

    @Override
    public boolean fits(Variable variable) {
        return true;
    }

    @Override
    public boolean apply(Row row, int variable, Rng rng) {
        String cell = row.get(variable);
        int relatives = cell == null ? 0 : row.known().relatives();
        int differing = 0;
        for (int i = 0; i < relatives; i++) {
            differing += differs(row, variable, i) ? 1 : 0;
        }
        if (differing == 0) {
            return false;
        }
        int left = rng.nextInt(differing);
        int relative = 0;
        while (!differs(row, variable, relative) || left-- > 0) {
            relative++;
        }
        row.set(variable, row.known().relative(relative, variable));
        return true;
    }

    private static boolean differs(Row row, int variable, int relative) {
        String other = row.known().relative(relative, variable);
        return other != null && !other.equals(row.get(variable));
    }
}
