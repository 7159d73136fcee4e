package org.semblance.linkage;

import org.semblance.random.Rng;

/**
 * One way in which a cell goes wrong. Immutable and thread-safe.
 *
 * <p>A cell is eligible where the corruption can change it at all. Whether it is depends on the row alone and never on
 * the draw, so a rate is the share of eligible cells that are changed: an eligible cell always comes out different.
 */
public interface Corruption {
    /** Whether it makes sense for a column of this kind. */
    boolean fits(Variable variable);

    /**
     * Changes the cell, and others of the row where it is about several.
     *
     * @return false where the cell is not eligible; the row is then as it was
     */
    boolean apply(Row row, int variable, Rng rng);
}
