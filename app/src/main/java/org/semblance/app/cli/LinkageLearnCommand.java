package org.semblance.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Source;
import org.semblance.linkage.learn.LabelledPairs;
import org.semblance.linkage.learn.Learning;
import org.semblance.linkage.learn.Learnt;
import org.semblance.linkage.learn.LearntText;
import org.semblance.linkage.link.Records;
import org.semblance.linkage.registers.OwnColumns;
import org.semblance.linkage.registers.Parameters;
import org.semblance.linkage.registers.Spoken;
import org.semblance.linkage.score.LinkFiles;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.report.Shown;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "learn",
        header = "learn error rates from pairs that are known to be true",
        description = {
            "Reads two files and the truth between them, or one file in which rows of one person share a cluster, and learns",
            "how often each column is blank or wrong, in which ways, and how many columns change at once. It writes",
            "parameters with which semblance linkage from makes the same errors in another table. Of the texts in the",
            "files only options such as sex are written, and only those that at least ten pairs show."
        },
        footer = {
            "semblance linkage learn source.csv target.csv --truth truth.csv -o params.yml",
            "semblance linkage learn originals.csv copies.csv --cluster rec_id -o params.yml",
            "semblance linkage learn people.csv --cluster person -o params.yml"
        })
final class LinkageLearnCommand implements Verb {
    @picocli.CommandLine.Parameters(
            index = "0",
            paramLabel = "SOURCE",
            description = "The rows as they should be, or the one file.")
    String source = "";

    @picocli.CommandLine.Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TARGET",
            description = "The rows as they were written again.")
    @Nullable
    String target;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "The true pairs, as src_idx,trg_idx or by id (with --id).")
    @Nullable
    String truth;

    @Option(
            names = "--cluster",
            paramLabel = "COLUMN",
            description = {
                "The column that is the same for rows of one person;",
                "rec-1-org and rec-1-dup-0, as FEBRL writes them, are."
            })
    @Nullable
    String cluster;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            description = "The column of both files that holds the ids in the truth.")
    @Nullable
    String id;

    @Option(
            names = "--role",
            paramLabel = "COLUMN=ROLE",
            description = "What a column is, like dob=birth_date; may be repeated.")
    Map<String, String> roles = new LinkedHashMap<>();

    @Option(
            names = "--drop",
            paramLabel = "COLUMN",
            description = "A column to learn nothing about, like the day of the visit; may be repeated.")
    List<String> drop = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (standard output, also as -).")
    String output = Console.DASH;

    @Override
    public int call(Console console) throws IOException {
        OneFile.check(console, output);
        LabelledPairs pairs = pairs(console);
        Run run = console.run(console.seed(0L));
        Learnt learnt = Learning.of(pairs, run);
        LearntText.lines(learnt).forEach(console::say);
        String together = cluster == null || target != null ? "" : cluster;
        Parameters.Own own = new Parameters.Own(together, false, drop, said());
        String from = bare(source) + (target == null ? "" : " and " + bare(target));
        byte[] text = LearntText.yaml(learnt, from, own).getBytes(StandardCharsets.UTF_8);
        if (console.flags().dryRun) {
            console.say("dry run: nothing was written.");
        } else if (output.equals(Console.DASH)) {
            console.answer(new String(text, StandardCharsets.UTF_8));
        } else {
            OneFile.write(console, output, out -> out.write(text));
            console.say("wrote " + output);
            // Of one file the parameters say it; of two, the column is that of both files' ids.
            String ids = cluster == null || target == null ? "" : " --cluster " + Shown.word(cluster);
            console.say("next: semblance linkage from " + Shown.word(source) + ids + " --params " + Shown.word(output));
        }
        return Cli.DONE;
    }

    private LabelledPairs pairs(Console console) {
        if ((truth == null) == (cluster == null)) {
            throw ProblemException.usage(Problem.of("it must be said which rows are of one person, in one way.")
                    .fix("Give --truth FILE for two files, or --cluster COLUMN."));
        }
        Source first = source(console, source);
        Records originals = columns(read(console, first));
        if (cluster != null) {
            Optional<Records> others = Optional.ofNullable(target).map(name -> read(console, source(console, name)));
            return LabelledPairs.byCluster(originals, others, cluster);
        }
        String other = target;
        String pairs = String.valueOf(truth);
        if (other == null) {
            throw ProblemException.usage(Problem.of("--truth is about two files, but one was given.")
                    .fix("Give both, or --cluster COLUMN for one."));
        }
        Source second = source(console, other);
        Source known = source(console, pairs);
        LinkFiles.Read read = new LinkFiles(known, known, first, second, id, null, null, null, null).read();
        return LabelledPairs.of(originals, read(console, second), read.truth());
    }

    /** With its columns as linkage from takes them. Only columns of both files are looked at: it is enough to drop one. */
    private Records columns(Records table) {
        Parameters.Own said = new Parameters.Own("", false, drop, said());
        return OwnColumns.of(table, said, Spoken.of(table).locale()).table();
    }

    private List<String> said() {
        return roles.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static Records read(Console console, Source source) {
        List<String> notes = new ArrayList<>();
        Records rows = Records.read(source, notes);
        notes.forEach(note -> console.say("! " + source.name() + ": " + note));
        return rows;
    }

    private static Source source(Console console, String name) {
        if (name.equals(Console.DASH)) {
            throw ProblemException.usage(
                    Problem.of("standard input cannot be looked at twice.").fix("Give the tables as files."));
        }
        Path path = console.path(name);
        return Source.of(path);
    }

    private static String bare(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
