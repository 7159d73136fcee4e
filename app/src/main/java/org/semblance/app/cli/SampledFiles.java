package org.semblance.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Outputs;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import picocli.CommandLine.Option;

/** Several syntheses from a kept model: flags of {@code sample} for one table, and the files that they ask for. */
final class SampledFiles {
    private static final int MOST = 10_000;

    @Option(
            names = {"-m", "--syntheses"},
            paramLabel = "N",
            description = {
                "How many syntheses are made of one table (1): -o fake.csv gives fake-1.csv, fake-2.csv ..., and",
                "fake-syntheses.json, by which pool knows them.",
                "The same as run -m makes from this model and seed."
            })
    @Nullable
    Integer syntheses;

    @Option(names = "--stacked", description = "Several syntheses below each other in one file, with the column .syn.")
    boolean stacked;

    int count() {
        int count = syntheses == null ? 1 : syntheses;
        if (count < 1 || count > MOST) {
            throw ProblemException.usage(
                    Problem.of("--syntheses is " + count + ", but must be between 1 and " + MOST + "."));
        }
        if (stacked && count == 1) {
            throw ProblemException.usage(
                    Problem.of("--stacked puts several syntheses below each other, but one is made.")
                            .fix("Say how many: -m 5, or leave it out."));
        }
        return count;
    }

    void refuseForDatabases() {
        String flag = syntheses != null ? "-m" : stacked ? "--stacked" : "";
        if (!flag.isEmpty()) {
            throw ProblemException.usage(Problem.of(flag + " is for one table of single rows.")
                    .fix("Draw related tables and sequences with several seeds: --seed."));
        }
    }

    /** The files for a place that was given: refused where they cannot be written, before anything is drawn. */
    SynthesesFiles at(Console console, String to, SynthesesFiles.Drawn drawn) {
        if (to.equals(Console.DASH)) {
            throw ProblemException.usage(Problem.of(count() + " syntheses cannot go to standard output.")
                    .fix("Give a file: -o fake.csv makes fake-1.csv, fake-2.csv ...; with --stacked, one file."));
        }
        Path path = console.path(to);
        String name = String.valueOf(path.getFileName());
        int from = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.length() - ".gz".length() : name.length();
        int dot = name.lastIndexOf('.', from - 1);
        int end = dot < 1 ? from : dot;
        SynthesesFiles files = new SynthesesFiles(count(), drawn, stacked, name.substring(0, end), name.substring(end));
        for (String one : files.names()) {
            OneFile.check(console, beside(to, one));
        }
        OneFile.check(console, beside(to, SynthesesSign.name(files.stem())));
        return files;
    }

    /** With a sign of what they are beside them. */
    static void write(Console console, String to, SynthesesFiles files, SynthesesSign sign, Run run)
            throws IOException {
        try (Outputs out = Outputs.file(console.path(to), console.flags().force)) {
            files.write(out, RowsFile.STANDARD, run);
            sign.write(out, SynthesesSign.name(files.stem()));
            Run.checkCancelled();
            out.commit();
        }
    }

    /** Files in the folder of another, as they are called in messages. */
    static List<String> beside(String to, List<String> names) {
        return names.stream().map(name -> beside(to, name)).toList();
    }

    static String beside(String to, String name) {
        return to.substring(0, Math.max(to.lastIndexOf('/'), to.lastIndexOf('\\')) + 1) + name;
    }
}
