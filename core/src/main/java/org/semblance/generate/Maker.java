package org.semblance.generate;

import org.semblance.random.Rng;

/**
 * Makes new values of a key, identifier or text. Immutable and thread-safe: what it makes depends on the position and
 * the column's randomness only, so blocks may be made in any order.
 */
public interface Maker {
    /**
     * Values for the rows {@code first} to {@code first + count - 1}.
     *
     * @param column the column's own randomness, the same for every block; draws take a child of it by {@code first}
     */
    String[] make(long first, int count, Rng column);

    /** Whether no value comes twice, however many rows are made. */
    default boolean unique() {
        return false;
    }
}
