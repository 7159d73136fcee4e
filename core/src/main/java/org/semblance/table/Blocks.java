package org.semblance.table;

/**
 * Rows in blocks of {@link #BLOCK}, each to be had alone: blocks may be asked for in any order, on any thread or machine,
 * and memory does not grow with the number of rows.
 */
public interface Blocks {
    /** Rows of every block but the last. */
    int BLOCK = 65_536;

    Schema schema();

    /** How many rows there are in all. */
    long size();

    /** One block: rows {@code index * BLOCK} and following. Thread-safe. */
    Table block(long index);

    default long blocks() {
        return (size() + BLOCK - 1) / BLOCK;
    }

    /** How many rows the block has. */
    default int blockSize(long index) {
        return (int) Math.min(BLOCK, size() - index * BLOCK);
    }
}
