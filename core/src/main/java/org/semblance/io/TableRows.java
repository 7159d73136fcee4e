package org.semblance.io;

import java.util.Arrays;
import org.semblance.table.Blocks;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** A table in memory as a stream of blocks. */
public record TableRows(Table table) implements Blocks {
    @Override
    public Schema schema() {
        return table.schema();
    }

    @Override
    public long size() {
        return table.rows();
    }

    @Override
    public Table block(long index) {
        int[] rows = new int[blockSize(index)];
        Arrays.setAll(rows, i -> Math.toIntExact(index * BLOCK + i));
        return table.take(rows);
    }
}
