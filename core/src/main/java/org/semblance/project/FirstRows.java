package org.semblance.project;

import org.semblance.model.Rows;
import org.semblance.table.Schema;
import org.semblance.table.Table;

/** The first whole blocks of a longer stream of rows. */
final class FirstRows implements Rows {
    private final Rows all;
    private final long size;

    FirstRows(Rows all, int blocks) {
        this.all = all;
        this.size = Math.min(all.size(), (long) blocks * BLOCK);
    }

    @Override
    public Schema schema() {
        return all.schema();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Table block(long index) {
        return all.block(index);
    }

    /** The rows of a table as a stream, so that what was scored is not drawn again to be written. */
    static Rows of(Table table) {
        return new Rows() {
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
                int first = Math.toIntExact(index * BLOCK);
                return table.take(java.util.stream.IntStream.range(first, first + blockSize(index))
                        .toArray());
            }
        };
    }
}
