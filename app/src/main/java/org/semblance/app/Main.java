package org.semblance.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.semblance.app.cli.Cli;
import org.semblance.app.cli.Streams;

/** The command {@code semblance}. */
public final class Main {
    /** How long Ctrl-C waits for half-written files to be taken away. */
    private static final int CLEAN_UP_SECONDS = 10;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        CountDownLatch done = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        // On Ctrl-C the virtual machine starts this hook, waits for it, and ends with 130 by itself.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(worker, done), "interrupt"));
        int code = Cli.execute(Streams.ofProcess(), args);
        done.countDown();
        System.exit(code);
    }

    private static void interrupt(Thread worker, CountDownLatch done) {
        if (done.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            done.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
