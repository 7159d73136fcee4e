package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Source;
import org.semblance.linkage.CsvText;
import org.semblance.linkage.link.FellegiSunter;
import org.semblance.linkage.link.Fields;
import org.semblance.linkage.link.Linker;
import org.semblance.linkage.link.Linkers;
import org.semblance.linkage.link.Records;
import org.semblance.linkage.score.Links;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.report.Shown;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "link",
        header = "link two files with one of the linkers that difficulty is stated by",
        description = {
            "Finds which rows of two files are about the same person, by the columns whose names both have, without looking",
            "at any truth. The linkers: exact (all shared columns equal), rule (a few rules), fellegi-sunter (weights by EM).",
            "They are yardsticks: how well a linker of your own must do to be worth its trouble.",
        },
        footer = {
            "semblance linkage link source.csv target.csv -o links.csv",
            "semblance linkage link source.csv target.csv --linker rule -o links.csv",
        })
final class LinkageLinkCommand implements Verb {
    @Parameters(index = "0", paramLabel = "SOURCE", description = "The rows that are looked up.")
    String source = "";

    @Parameters(index = "1", paramLabel = "TARGET", description = "The rows that they are looked up in.")
    String target = "";

    @Option(names = "--linker", paramLabel = "NAME", description = "exact, rule or fellegi-sunter (fellegi-sunter).")
    String name = "fellegi-sunter";

    @Option(
            names = "--candidates",
            paramLabel = "FILE",
            description = "Write the pairs that blocking kept too, with their scores (fellegi-sunter only).")
    @Nullable
    String candidates;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to (standard output, also as -).")
    String output = Console.DASH;

    @Override
    public int call(Console console) throws IOException {
        Linker linker = linker(name);
        OneFile.check(console, output);
        if (candidates != null) {
            if (!(linker instanceof FellegiSunter)) {
                throw ProblemException.usage(Problem.of(
                                "the linker " + word(linker) + " has no candidates to write, since it blocks nothing.")
                        .fix("Leave out --candidates, or use --linker fellegi-sunter."));
            }
            OneFile.check(console, candidates);
        }
        Fields fields = Fields.of(read(console, source), read(console, target));
        Run run = console.run(console.seed(0L));
        console.say(word(linker) + ": " + linker.statement());
        Links links;
        if (linker instanceof FellegiSunter probabilistic) {
            FellegiSunter.Result result = probabilistic.solve(fields, run);
            links = result.links();
            if (candidates != null) {
                Links kept = result.scored();
                OneFile.write(console, candidates, out -> write(kept, true, out));
            }
        } else {
            links = linker.link(fields, run);
        }
        console.say(Shown.count(links.pairs().length) + " links by " + String.join(", ", fields.names()));
        if (output.equals(Console.DASH)) {
            try (OutputStream out = console.data()) {
                write(links, links.scored(), out);
            }
            return Cli.DONE;
        }
        OneFile.write(console, output, out -> write(links, links.scored(), out));
        console.say("wrote " + output + (candidates == null ? "" : "  " + candidates));
        return Cli.DONE;
    }

    private static Records read(Console console, String file) {
        if (file.equals(Console.DASH)) {
            throw ProblemException.usage(
                    Problem.of("standard input cannot be one of two files.").fix("Give the tables as files."));
        }
        List<String> notes = new ArrayList<>();
        Records rows = Records.read(Source.of(console.path(file)), notes);
        notes.forEach(note -> console.say("! " + file + ": " + note));
        return rows;
    }

    private static String word(Linker linker) {
        return linker.name().toLowerCase(Locale.ROOT);
    }

    private static Linker linker(String name) {
        List<String> words =
                Linkers.REFERENCE.stream().map(LinkageLinkCommand::word).toList();
        int at = words.indexOf(name.toLowerCase(Locale.ROOT));
        if (at < 0) {
            String hint = Nearest.hint(name, words);
            throw ProblemException.usage(Problem.of("there is no linker \"" + name + "\".")
                    .fix(hint.isEmpty() ? "There are: " + String.join(", ", words) + "." : hint));
        }
        return Linkers.REFERENCE.get(at);
    }

    private static void write(Links links, boolean scored, OutputStream out) throws IOException {
        CsvText text = new CsvText();
        text.cell("src_idx").cell("trg_idx");
        if (scored) {
            text.cell("score");
        }
        text.row();
        long[] pairs = links.pairs();
        for (int i = 0; i < pairs.length; i++) {
            text.cell(pairs[i] >>> 32).cell(pairs[i] & 0xFFFFFFFFL);
            if (scored) {
                text.cell(String.format(Locale.ROOT, "%.6f", links.scores()[i]));
            }
            text.row();
        }
        text.writeTo(out);
    }
}
