package org.semblance.app.cli;

import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine.Option;

/** The flag that says where rows go, for commands that write one table. */
final class RowsOutput {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (standard output, also as -); a name that ends in .gz is gzipped.")
    String file = Console.DASH;

    /** Whether rows go to standard output. */
    boolean piped() {
        return file.equals(Console.DASH);
    }

    /** Refuses what cannot be written. */
    void check(Console console) {
        if (piped() && console.flags().json) {
            throw ProblemException.usage(Problem.of("the rows and the JSON cannot both go to standard output.")
                    .fix("Give the rows a file: -o FILE"));
        }
        OneFile.check(console, file);
    }
}
