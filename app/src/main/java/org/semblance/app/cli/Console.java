package org.semblance.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.random.Rng;
import org.semblance.run.Run;

/** One command's voice and surroundings: answers to standard output, words to standard error, seed, threads, paths. */
final class Console {
    /** Standard input and output as an argument. */
    static final String DASH = "-";

    private final Streams streams;
    private final Root flags;
    private final Style style;
    private final ProgressLines progress;

    Console(Streams streams, Root flags) {
        this.streams = streams;
        this.flags = flags;
        this.style = Style.of(streams, flags.noColor);
        this.progress = new ProgressLines(streams, style, flags.quiet);
    }

    Root flags() {
        return flags;
    }

    Streams streams() {
        return streams;
    }

    Style style() {
        return style;
    }

    /** Words for the person at the terminal; nothing with {@code --quiet}. */
    void say(String line) {
        if (!flags.quiet) {
            progress.print(line);
        }
    }

    /** Words that matter even with {@code --quiet}. */
    void warn(String line) {
        if (flags.quiet) {
            streams.err().println(line);
        } else {
            progress.print(line);
        }
    }

    /** Ends all talk of progress. */
    void stop() {
        progress.stop();
    }

    /** An asked-for answer, to standard output. */
    void answer(String text) throws IOException {
        streams.out().write(text.getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
    }

    /** Standard output for data. The caller flushes; closing it flushes and leaves the descriptor open. */
    OutputStream data() {
        return new BufferedOutputStream(streams.out(), 1 << 16) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /** An argument as a path, from the directory the command was called in. */
    Path path(String argument) {
        try {
            return streams.directory().resolve(argument);
        } catch (java.nio.file.InvalidPathException e) {
            throw ProblemException.usage(Problem.of("\"" + argument + "\" cannot be a file name here."));
        }
    }

    /** What a long computation is given: the seed, the threads, and this terminal to tell about progress. */
    Run run(long seed) {
        return new Run(Rng.of(seed), threads(), progress);
    }

    int threads() {
        Integer asked = flags.threads;
        if (asked == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (asked < 1 || asked > 1024) {
            throw ProblemException.usage(Problem.of("--threads is " + asked + ", but must be between 1 and 1024."));
        }
        return asked;
    }

    /** The seed: the flag's, else the given one, else ten digits drawn from the system's secure source. */
    long seed(@Nullable Long otherwise) {
        Long asked = flags.seed != null ? flags.seed : otherwise;
        return asked != null ? asked : new SecureRandom().nextLong(1_000_000_000L, 10_000_000_000L);
    }

    /** The day it is, for a model's provenance. */
    String today() {
        return LocalDate.now(streams.clock()).toString();
    }
}
