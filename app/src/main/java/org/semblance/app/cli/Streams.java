package org.semblance.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Everything the command line is given by its surroundings; tests give their own.
 *
 * @param in standard input, for the argument {@code -}
 * @param out standard output: data and asked-for answers only; its failures are thrown, so that a closed pipe is seen
 * @param err standard error: words and progress
 * @param terminal whether a person watches: then progress is a bar and words may have colour
 * @param directory what relative paths start from
 * @param environment the environment variables
 * @param clock for elapsed times and the day a model was fitted on; it never reaches the synthetic data
 */
public record Streams(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean terminal,
        Path directory,
        Map<String, String> environment,
        Clock clock) {
    /** The process's own. */
    public static Streams ofProcess() {
        // System.out swallows failures; the bare descriptor does not.
        return new Streams(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8),
                System.console() != null,
                Path.of(""),
                System.getenv(),
                Clock.systemDefaultZone());
    }
}
