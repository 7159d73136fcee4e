package org.semblance.io;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.semblance.run.Run;

/**
 * Blocks that are made side by side on the run's threads and written one after another, whichever is ready first: the
 * bytes do not depend on the threads, and no more blocks are in memory than there are threads.
 */
public final class InTurn {
    /** What makes the blocks; asked from several threads. */
    public interface Work {
        /** Makes a block; what is returned writes it, when all before it are written. */
        Write make(int index);
    }

    /** What writes a block. */
    public interface Write {
        void write() throws IOException;
    }

    private final Work work;
    private long next;
    private @Nullable Throwable failure;

    private InTurn(Work work) {
        this.work = work;
    }

    /**
     * Makes and writes blocks 0 .. blocks-1.
     *
     * @throws UncheckedIOException where writing fails
     */
    public static void run(int blocks, Run run, Work work) {
        InTurn turns = new InTurn(work);
        try {
            run.parallel(blocks, turns::block);
        } catch (CancellationException e) {
            Throwable first = turns.failure();
            if (first instanceof Error error) {
                throw error;
            }
            throw first instanceof RuntimeException cause ? cause : e;
        }
    }

    private void block(int index) {
        try {
            write(index, work.make(index));
        } catch (IOException e) {
            RuntimeException thrown = failed(e);
            fail(thrown);
            throw thrown;
        } catch (RuntimeException | Error e) {
            fail(e);
            throw e;
        }
    }

    private synchronized void write(long index, Write block) throws IOException {
        while (next != index && failure == null) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
        if (failure != null) {
            throw new CancellationException("another block failed");
        }
        block.write();
        next++;
        notifyAll();
    }

    /** The first failure stops the others and is the one that counts, whichever thread is heard first. */
    private synchronized void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        }
        notifyAll();
    }

    private synchronized @Nullable Throwable failure() {
        return failure;
    }

    static RuntimeException failed(IOException e) {
        return e instanceof InterruptedIOException
                ? new CancellationException("interrupted")
                : new UncheckedIOException(e);
    }
}
