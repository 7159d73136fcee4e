package org.semblance.synthesize;

import org.semblance.model.Rows;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** Rows of which only the drawing of one block is left to say. */
abstract class Blocks implements Rows {
    private final Schema schema;
    private final long size;

    Blocks(Schema schema, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("rows is " + size + ", but must be at least 0");
        }
        this.schema = schema;
        this.size = size;
    }

    /** Draws the block's {@code count} rows from the block's own randomness. */
    abstract Table draw(long index, int count);

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Table block(long index) {
        return draw(index, blockSize(index));
    }
}
