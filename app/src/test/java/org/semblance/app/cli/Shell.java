package org.semblance.app.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** The command line called in this process, in a folder of its own, with a clock that stands still. */
record Shell(Path directory, Map<String, String> environment, byte[] input, boolean terminal) {
    private static final Clock STILL = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    /** What came of a command. */
    record Result(String command, int code, byte[] bytes, String err) {
        String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static Shell in(Path directory) {
        return new Shell(directory, Map.of(), new byte[0], false);
    }

    Shell with(String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(environment);
        more.put(name, value);
        return new Shell(directory, more, input, terminal);
    }

    Shell typing(byte[] bytes) {
        return new Shell(directory, environment, bytes, terminal);
    }

    Shell watched() {
        return new Shell(directory, environment, input, true);
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.execute(streams(out, err), arguments);
        return new Result(
                "semblance " + String.join(" ", arguments),
                code,
                out.toByteArray(),
                err.toString(StandardCharsets.UTF_8));
    }

    Streams streams(OutputStream out, OutputStream err) {
        return new Streams(
                new ByteArrayInputStream(input),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                directory,
                environment,
                STILL);
    }
}
