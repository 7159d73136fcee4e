package org.semblance.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Source;
import org.semblance.linkage.ChangeLog;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        header = "clean rows and the log of changes give the rows with errors, byte for byte",
        description = {
            "Makes the changes of a log (changes.csv of linkage --log) in the clean rows of one table, or with --invert takes",
            "them back in the rows with errors. Which of the two tables it is, is said by the file's name or by --table.",
        },
        footer = {
            "semblance linkage replay clean/source.csv changes.csv -o source-again.csv",
            "semblance linkage replay target.csv changes.csv --invert -o clean-again.csv",
        })
final class LinkageReplayCommand implements Verb {
    private static final List<String> TABLES = List.of("source", "target");

    @Parameters(index = "0", paramLabel = "ROWS", description = "The clean rows; with --invert those with errors.")
    String rows = "";

    @Parameters(index = "1", paramLabel = "CHANGES", description = "The log.")
    String changes = "";

    @Option(names = "--table", paramLabel = "NAME", description = "source or target (what the file is called).")
    @Nullable
    String table;

    @Option(names = "--invert", description = "Take the changes back.")
    boolean invert;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (standard output, also as -).")
    String output = Console.DASH;

    @Override
    public int call(Console console) throws IOException {
        String name = String.valueOf(console.path(rows).getFileName());
        String which = table != null ? table : name.replaceFirst("\\.csv(\\.gz)?$", "");
        if (!TABLES.contains(which)) {
            throw ProblemException.usage(Problem.of("\"" + which + "\" is none of the two tables that a log is about.")
                    .fix("Say which it is: --table source or --table target."));
        }
        OneFile.check(console, output);
        if (output.equals(Console.DASH)) {
            try (OutputStream out = console.data()) {
                replay(console, which, out);
            }
        } else {
            OneFile.write(console, output, out -> replay(console, which, out));
            console.say("wrote " + output);
        }
        return Cli.DONE;
    }

    private void replay(Console console, String which, OutputStream out) throws IOException {
        try (InputStream in = Source.of(console.path(rows)).open();
                InputStream log = Source.of(console.path(changes)).open()) {
            if (invert) {
                ChangeLog.invert(in, log, which, out);
            } else {
                ChangeLog.replay(in, log, which, out);
            }
        }
    }
}
