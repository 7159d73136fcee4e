package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Outputs;
import org.semblance.io.Source;
import org.semblance.linkage.score.LinkFiles;
import org.semblance.linkage.score.LinkScore;
import org.semblance.linkage.score.ScoreJson;
import org.semblance.linkage.score.ScoreLines;
import org.semblance.linkage.score.ScorePage;
import org.semblance.linkage.score.Sides;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.report.Shown;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "score",
        header = "judge links where the truth is known",
        description = {
            "Says how many of the links are true and how many true pairs were found, as pairs and as clusters; what blocking",
            "lost; and, where it is known, which errors and which hard cases cost the most. Truth and links are pairs",
            "(src_idx,trg_idx or id_l,id_r, perhaps with a score) or clusters (id,cluster), by row number from 0 or by id.",
            "The folder NAME-score/ then holds score.html (one page to read and to forward) and score.json. source.csv and",
            "target.csv beside the truth tell how many rows there are; rows without any partner count only then. people.csv",
            "beside it tells all rows of a person: clusters are judged by it, where pairs of two files cannot."
        },
        footer = {
            "semblance linkage score truth.csv links.csv",
            "semblance linkage score truth.csv links.csv --candidates blocked.csv --changes changes.csv",
            "semblance linkage score people.csv clusters.csv --source people.csv --id rec_id"
        })
final class LinkageScoreCommand implements Verb {
    private static final String PAGE = "score.html";
    private static final String DATA = "score.json";

    @Parameters(index = "0", paramLabel = "TRUTH", description = "The pairs or clusters that are true.")
    String truth = "";

    @Parameters(index = "1", paramLabel = "LINKS", description = "The pairs or clusters that a linker found.")
    String links = "";

    @Option(
            names = "--source",
            paramLabel = "FILE",
            description = "The table that was linked, or the one file (source.csv beside the truth).")
    @Nullable
    String source;

    @Option(
            names = "--target",
            paramLabel = "FILE",
            description = "The table that it was linked to (target.csv beside the truth).")
    @Nullable
    String target;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "The column of the tables that holds the ids in truth or links.")
    @Nullable
    String id;

    @Option(
            names = "--candidates",
            paramLabel = "FILE",
            description = "The pairs that blocking kept; with a column key, each key is judged too.")
    @Nullable
    String candidates;

    @Option(
            names = "--changes",
            paramLabel = "FILE",
            description = "The log of errors (changes.csv): what was lost to which error.")
    @Nullable
    String changes;

    @Option(
            names = "--people",
            paramLabel = "FILE",
            description = "The people behind the rows (people.csv): twins, movers and other hard cases.")
    @Nullable
    String people;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder to write (NAME-score, here).")
    @Nullable
    String output;

    @Override
    public int call(Console console) throws IOException {
        String folder = output == null ? stem(links) + "-score" : output;
        Path path = folder(console, folder);
        Source rows = beside(console, source, "source.csv");
        if (id != null && rows == null) {
            throw ProblemException.usage(Problem.of("--id names a column of tables that are not given.")
                    .fix("Give them: --source FILE, and --target FILE where there are two."));
        }
        LinkFiles files = new LinkFiles(
                given(console, truth),
                given(console, links),
                rows,
                beside(console, target, "target.csv"),
                id,
                optional(console, candidates),
                optional(console, changes),
                optional(console, people),
                peopleBeside(console));
        Run run = console.run(console.seed(0L));
        LinkFiles.Read read = files.read(run);
        List<String> notes = new ArrayList<>(read.notes());
        read.notes().forEach(console::say);
        notes.addAll(read.warnings());
        read.warnings().forEach(warning -> console.say("! " + warning));
        if (!read.rowsKnown()) {
            String what = "The tables were not given: rows that neither truth nor links name are not counted.";
            notes.add(what);
            console.say("! " + what + " (--source FILE" + (read.sides().two() ? " --target FILE)" : ")"));
        }
        console.say(rows(read.sides()));
        LinkScore score = read.score(run);
        ScoreLines.of(score).forEach(console::say);
        if (console.flags().dryRun) {
            console.say("dry run: nothing was written.");
        } else {
            write(console, path, score, notes);
            console.say("wrote " + console.style().strong(folder + "/") + "  " + PAGE + "  " + DATA);
            console.say("next: open " + Shown.word(folder + "/" + PAGE));
        }
        if (console.flags().json) {
            console.answer(ScoreJson.text(score, notes));
        }
        return Cli.DONE;
    }

    private static String rows(Sides sides) {
        return Shown.count(sides.source()) + (sides.two() ? " x " + Shown.count(sides.target()) + " rows" : " records");
    }

    private static Path folder(Console console, String folder) {
        Path path = console.path(folder);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw ProblemException.usage(Problem.of("refused: " + folder + " is a file, and score writes a folder.")
                    .fix("Choose another name with -o."));
        }
        if (!console.flags().force && (Files.exists(path.resolve(PAGE)) || Files.exists(path.resolve(DATA)))) {
            throw ProblemException.usage(Problem.of("refused: " + folder + " holds an earlier score.")
                    .fix("Add --force to replace it, or choose another folder with -o."));
        }
        OneFile.checkFolder(path.toAbsolutePath(), folder);
        return path;
    }

    private void write(Console console, Path path, LinkScore score, List<String> notes) throws IOException {
        try (Outputs out = Outputs.in(path, console.flags().force)) {
            text(out, PAGE, ScorePage.text(score, bare(links), bare(truth), notes));
            text(out, DATA, ScoreJson.text(score, notes));
            Run.checkCancelled();
            out.commit();
        }
    }

    private static void text(Outputs out, String file, String text) throws IOException {
        try (OutputStream stream = out.open(file)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Source given(Console console, String name) {
        if (name.equals(Console.DASH)) {
            throw ProblemException.usage(
                    Problem.of("standard input cannot be looked at twice.").fix("Give truth and links as files."));
        }
        return Source.of(console.path(name));
    }

    private static @Nullable Source optional(Console console, @Nullable String name) {
        return name == null ? null : given(console, name);
    }

    /** The file asked for, or the one that a set keeps beside its truth. Both of a set, or none. */
    private @Nullable Source beside(Console console, @Nullable String name, String usual) {
        if (name != null || source != null || target != null) {
            return optional(console, name);
        }
        Path folder = console.path(truth).toAbsolutePath().getParent();
        if (folder == null || !bare(truth).startsWith("truth.csv")) {
            return null;
        }
        boolean set =
                Files.isRegularFile(folder.resolve("source.csv")) && Files.isRegularFile(folder.resolve("target.csv"));
        return set ? Source.of(folder.resolve(usual)) : null;
    }

    /** The people that a set keeps beside its truth, where it was written with --log. */
    private @Nullable Source peopleBeside(Console console) {
        Path folder = console.path(truth).toAbsolutePath().getParent();
        if (people != null || folder == null || !bare(truth).startsWith("truth.csv")) {
            return null;
        }
        Path there = folder.resolve("people.csv");
        return Files.isRegularFile(there) ? Source.of(there) : null;
    }

    private static String bare(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String stem(String path) {
        String name = bare(path).replaceFirst("(?i)\\.gz$", "");
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
