package org.semblance.app.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.plugin.ProblemText;

/** What went wrong, as words on standard error and an exit code. */
final class Faults {
    /** Work that may fail in any way. */
    interface Work {
        void run() throws Exception;
    }

    private final Streams streams;
    private final @Nullable Root flags;

    Faults(Streams streams, @Nullable Root flags) {
        this.streams = streams;
        this.flags = flags;
    }

    /** Does the work; 0 if it went well, else the exit code that its failure means. */
    int guard(boolean writes, Work work) {
        try {
            work.run();
            return Cli.DONE;
        } catch (ProblemException e) {
            return problem(e, writes);
        } catch (CancellationException | ClosedByInterruptException | InterruptedIOException e) {
            say(writes ? "interrupted: nothing was written" : "interrupted");
            return Cli.INTERRUPTED;
        } catch (IOException e) {
            return failedFile(e, writes);
        } catch (java.io.UncheckedIOException e) {
            return failedFile(e.getCause() == null ? new IOException(e) : e.getCause(), writes);
        } catch (OutOfMemoryError e) {
            long megabytes = Runtime.getRuntime().maxMemory() >> 20;
            say("semblance: the memory given to it (" + megabytes + " MB) is used up.");
            say("Give it more, for example: SEMBLANCE_JAVA_OPTS=-Xmx8g semblance ...");
            nothing(writes);
            return fault(e);
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            say("semblance: this is a fault of ours, not of your data: "
                    + e.getClass().getSimpleName() + ".");
            say("Please report it with what you typed"
                    + (verbose()
                            ? " and the lines below."
                            : " and what it prints with" + " --verbose (check that it shows nothing private)."));
            nothing(writes);
            return fault(e);
        }
    }

    private int problem(ProblemException e, boolean writes) {
        List<Problem> problems = e.problems();
        String lead = e.kind() == ProblemException.Kind.PRIVACY ? "refused: " : "semblance: ";
        boolean led = problems.size() > 1 || problems.get(0).what().startsWith("refused");
        say((led ? "" : lead) + ProblemText.of(problems));
        if (e.kind() != ProblemException.Kind.USAGE && e.kind() != ProblemException.Kind.GATE) {
            nothing(writes);
        }
        trace(e);
        return switch (e.kind()) {
            case USAGE -> Cli.USAGE;
            case DATA -> Cli.DATA;
            case GATE -> Cli.GATE;
            case PRIVACY -> Cli.PRIVACY;
        };
    }

    private int failedFile(IOException e, boolean writes) {
        String message = String.valueOf(e.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("broken pipe")) {
            // The reader (head, less) has what it wanted: that is no failure of ours, and pipefail need not see one.
            return Cli.DONE;
        }
        String place = e instanceof FileSystemException f && f.getFile() != null ? f.getFile() + ": " : "";
        if (e instanceof NoSuchFileException) {
            say("semblance: " + place + "there is no such file. Check the path.");
        } else if (e instanceof AccessDeniedException) {
            say("semblance: " + place + "permission denied. Choose another place, or ask for the right.");
        } else if (lower.contains("no space left")) {
            say("semblance: " + place + "the disk is full. Make room, or write elsewhere with -o.");
        } else {
            String reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : message;
            say("semblance: " + place + "cannot be read or written: " + reason + ".");
        }
        nothing(writes);
        trace(e);
        return Cli.DATA;
    }

    private int fault(Throwable e) {
        trace(e);
        return Cli.FAULT;
    }

    private void nothing(boolean writes) {
        if (writes) {
            say("nothing was written.");
        }
    }

    private void trace(Throwable e) {
        if (verbose()) {
            e.printStackTrace(streams.err());
            streams.err().flush();
        }
    }

    private boolean verbose() {
        return flags != null && flags.verbose;
    }

    private void say(String line) {
        streams.err().print(line + "\n");
        streams.err().flush();
    }
}
