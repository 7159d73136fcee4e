package org.semblance.prepare;

import org.semblance.plugin.Option;

/**
 * What is taken out of a table before any model sees it. The defaults follow the usual threshold rule of statistical
 * offices: nothing that fewer than 5 rows share (Hundepool et al. 2012, Statistical Disclosure Control, section 4.2).
 *
 * <p>This bounds what single rows can add to a model's labels and ranges. It is no formal guarantee.
 */
public record Privacy(
        @Option(
                value = "A category label seen in fewer rows than this is not released (1 releases every label)",
                min = 1,
                max = 1_000_000)
        int rare,

        @Option(
                value = "Numbers beyond this many extreme values on each side are pulled in (1 releases the extremes)",
                min = 1,
                max = 1_000_000)
        int extremes) {
    public static final Privacy DEFAULT = new Privacy(5, 5);

    /** Nothing is taken out: single labels and the extreme values reach the model. */
    public static Privacy fidelity() {
        return new Privacy(1, 1);
    }

    /** {@link #extremes} in words: "5th". */
    public String ordinalExtreme() {
        return Curation.ordinal(extremes);
    }

    /** Whether nothing is taken out. */
    public boolean releasesAll() {
        return rare == 1 && extremes == 1;
    }
}
