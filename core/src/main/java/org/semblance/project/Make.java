package org.semblance.project;

import org.semblance.random.Rng;
import org.semblance.table.Column;
import org.semblance.table.Format;
import org.semblance.table.Kind;

/** How the values of one column come about. Immutable and thread-safe. */
interface Make {
    Kind kind();

    default Format format() {
        return kind() == Kind.WHOLE ? Format.PLAIN.decimals(0) : Format.PLAIN;
    }

    /**
     * Values for the rows {@code first} to {@code first + count - 1}, none missing.
     *
     * @param column the column's own randomness, the same for every block; draws take a child of it by {@code first}
     */
    Column draw(long first, int count, Rng column);
}
