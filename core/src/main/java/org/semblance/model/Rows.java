package org.semblance.model;

import java.util.List;
import org.semblance.run.Run;
import org.semblance.table.Blocks;
import org.semblance.table.Table;

/**
 * A stream of rows in blocks of {@link #BLOCK}, each drawn alone from its own randomness: blocks may be drawn in any
 * order, on any thread or machine, with the same result, and memory does not grow with the number of rows.
 */
public interface Rows extends Blocks {
    /** All rows as one table; for sizes that fit in memory. */
    default Table toTable(Run run) {
        int blocks = Math.toIntExact(blocks());
        if (blocks == 1) {
            return block(0);
        }
        Table[] parts = new Table[blocks];
        run.parallel(blocks, i -> parts[i] = block(i));
        return Table.join(schema(), List.of(parts));
    }
}
