package org.semblance.run;

import java.util.concurrent.CancellationException;
import org.semblance.random.Rng;

/**
 * What every long computation is given.
 *
 * @param rng randomness below which every part takes a child of its own
 * @param threads how many threads may work, at least 1; the result does not depend on it
 * @param progress where progress is told
 */
public record Run(Rng rng, int threads, Progress progress) {
    public Run {
        if (threads < 1) {
            throw new IllegalArgumentException("threads is " + threads + ", but must be at least 1");
        }
    }

    /** Silent, on one thread. */
    public static Run of(long seed) {
        return new Run(Rng.of(seed), 1, Progress.NONE);
    }

    public Run child(String name) {
        return new Run(rng.child(name), threads, progress);
    }

    public Run child(long index) {
        return new Run(rng.child(index), threads, progress);
    }

    public Run threads(int count) {
        return new Run(rng, count, progress);
    }

    public Run progress(Progress other) {
        return new Run(rng, threads, other);
    }

    public Run silent() {
        return progress(Progress.NONE);
    }

    /**
     * Does {@code work} for 0 .. count-1 on this run's threads; the first failure stops the rest and is thrown.
     *
     * @throws CancellationException if the thread is interrupted
     */
    public void parallel(int count, Parallel.Work work) {
        Parallel.forEach(count, threads, work);
    }

    /** Throws where the thread has been asked to stop; long loops call it now and then. */
    public static void checkCancelled() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }
}
