package org.semblance.app.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.linkage.Variable;
import org.semblance.linkage.registers.Parameters;
import picocli.CommandLine.Option;

/** What can be asked of a linkage set by flags; each is stronger than the file of parameters. */
final class LinkageChoices {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder to write (here).")
    @Nullable
    String output;

    @Option(
            names = "--source-rows",
            paramLabel = "ROWS",
            converter = Count.class,
            description = "Rows of the source, like 5000 or 1e6 (100; of a table what fits).")
    @Nullable
    Long sourceRows;

    @Option(
            names = "--target-rows",
            paramLabel = "ROWS",
            converter = Count.class,
            description = "Rows of the target (1000; of a table what fits).")
    @Nullable
    Long targetRows;

    @Option(
            names = "--rate",
            paramLabel = "SHARE",
            description = "Share of source rows with a row in the target; met exactly (0.7).")
    @Nullable
    Double rate;

    @Option(names = "--locale", paramLabel = "LOCALE", description = "Language and country of the people (en-US).")
    @Nullable
    String locale;

    @Option(names = "--log", description = "Write changes.csv, clean/ and people.csv too.")
    boolean log;

    /** The parameters with what the flags say. */
    Parameters over(Parameters read) {
        return over(read, List.of());
    }

    Parameters over(Parameters read, @Nullable Double difficulty) {
        return read.with(new Parameters.Flags(sourceRows, targetRows, rate, difficulty, locale));
    }

    /** @param own the columns of a table of the user's own */
    Parameters over(Parameters read, List<Variable> own) {
        return read.with(new Parameters.Flags(sourceRows, targetRows, rate, null, locale), own);
    }
}
