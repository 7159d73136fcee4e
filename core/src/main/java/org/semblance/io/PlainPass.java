package org.semblance.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.semblance.run.Run;

/**
 * Goes through a file in blocks that are parsed on the run's threads and taken in order; a row belongs to the block that
 * its first byte lies in. Stops at the first block that is not plain or is not taken.
 *
 * <p>Memory: a block and its cells for every thread.
 */
final class PlainPass {
    /** Room behind a block for the rest of its last row. */
    private static final int REST = 1 << 16;

    private final FileChannel file;
    private final long begin;
    private final long size;
    private final int block;
    private final PlainRows.Taker taker;
    private final Queue<PlainRows> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** Where the first row begins that was not taken. */
    long at;

    /** Lines that lie before it, counted from {@code begin}. */
    long lines;

    /** @param begin where the first row begins */
    PlainPass(FileChannel file, long begin, int block, PlainRows.Taker taker) throws IOException {
        this.file = file;
        this.begin = begin;
        this.size = file.size();
        this.block = block;
        this.taker = taker;
        at = begin;
    }

    /** Whether nothing is left. */
    boolean done() {
        return at >= size;
    }

    void run(PlainRows.Kind[] kinds, Sniffer.Found found, Run run) throws IOException {
        long blocks = (size - begin + block - 1) / block;
        try {
            InTurn.run((int) Math.min(blocks, Integer.MAX_VALUE), run, index -> {
                PlainRows free = stopped ? null : idle.poll();
                PlainRows rows = free == null ? new PlainRows(kinds, found) : free;
                boolean plain = !stopped && read(rows, index);
                return () -> take(rows, plain);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void take(PlainRows rows, boolean plain) {
        // Rows that begin elsewhere than the last ones ended: a row is longer than a block, or the file was changed.
        if (stopped || !plain || rows.start != at || (rows.rows() > 0 && !taker.take(rows))) {
            stopped = true;
            return;
        }
        at = rows.end;
        lines += rows.lines;
        idle.add(rows);
    }

    private boolean read(PlainRows rows, int index) {
        long from = begin + (long) index * block;
        long stop = Math.min(size, from + block);
        // The byte before tells whether a row begins with the block.
        long first = index == 0 ? from : from - 1;
        int wanted = (int) (Math.min(size, stop + REST) - first);
        if (rows.bytes.length < wanted + 16) {
            rows.bytes = new byte[(int) Math.min(size - begin, block + REST) + 32];
        }
        int got = fill(rows.bytes, first, wanted);
        int at = 0;
        if (index > 0) {
            while (at < got && rows.bytes[at] != '\n') {
                at++;
            }
            at++;
        }
        int next = got < wanted ? -1 : rows.parse(at, (int) (stop - first), got, first + got == size);
        rows.start = first + at;
        rows.end = first + next;
        rows.size = size;
        return next >= 0;
    }

    private int fill(byte[] out, long from, int wanted) {
        ByteBuffer buffer = ByteBuffer.wrap(out, 0, wanted);
        try {
            while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
                // until it is full
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.position();
    }
}
