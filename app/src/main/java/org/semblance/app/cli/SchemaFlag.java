package org.semblance.app.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.semblance.io.SchemaFile;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import picocli.CommandLine.Option;

/** The flag that names a file of kinds and formats, for commands that read a table and do not learn from it. */
final class SchemaFlag {
    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "Kinds and formats of columns where the guess is wrong.")
    @Nullable
    String file;

    /** What the file says; null where there is none. */
    @Nullable
    SchemaOverrides read(Console console) throws IOException {
        return file == null ? null : SchemaFile.read(Source.of(console.path(file)));
    }
}
