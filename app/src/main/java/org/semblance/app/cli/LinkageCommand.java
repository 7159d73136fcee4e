package org.semblance.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Source;
import org.semblance.linkage.registers.Parameters;
import org.semblance.linkage.registers.ParametersFile;
import org.semblance.linkage.registers.ParametersText;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.report.Shown;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "linkage",
        header = "record-linkage sets: two registers of the same people, and who is who",
        description = {
            "Makes a clinic's registers with errors as people make them: source.csv, target.csv, truth.csv (the pairs of rows",
            "that are about the same person, by row number from 0) and params.yml (everything that was used, seed included).",
            "Exactly the asked share of source rows has a row in the target. With --log every change of every cell is written",
            "too (changes.csv, clean/), and who the people are (people.csv). Memory does not grow with the files.",
            "Below it: from (the same with a table of yours), link (three linkers as yardsticks), score (judge links), learn (errors",
            "from known pairs), replay (clean rows + log = rows with errors).",
        },
        subcommands = {
            LinkageFromCommand.class,
            LinkageLinkCommand.class,
            LinkageScoreCommand.class,
            LinkageLearnCommand.class,
            LinkageReplayCommand.class
        },
        footer = {
            "semblance linkage                                    100 and 1,000 rows, here",
            "semblance linkage --source-rows 1e4 --target-rows 1e5 --rate 0.5 -o set --log",
            "semblance linkage --params synthetic_params.yml",
            "semblance linkage --template-params                  writes synthetic_params.yml: every key, explained",
            "semblance linkage --difficulty 0.9 -o hard           errors scaled until a linker reaches F1 0.9",
            "semblance linkage from people.csv                    the same with the people of a table of yours",
            "semblance linkage score truth.csv links.csv",
        })
final class LinkageCommand implements Verb {
    private static final String TEMPLATE = "synthetic_params.yml";

    @Option(
            names = "--params",
            paramLabel = "FILE",
            description = "Parameters as YAML (semblance schema linkage); flags are stronger.")
    @Nullable
    String params;

    @Option(
            names = "--template-params",
            description = "Write " + TEMPLATE + " with every key explained, and nothing else.")
    boolean template;

    @Option(
            names = "--difficulty",
            paramLabel = "F1",
            description = "Scale the errors until a Fellegi-Sunter linker reaches this F1.")
    @Nullable
    Double difficulty;

    @Option(names = "--app", description = "Open the web app (not there yet).")
    boolean app;

    @Mixin
    LinkageChoices choices = new LinkageChoices();

    @Override
    public int call(Console console) throws IOException {
        if (app) {
            throw ProblemException.usage(Problem.of("the web app is not there yet.")
                    .fix("All that it will do can be written in a file: semblance linkage --template-params"));
        }
        if (template) {
            String name = choices.output == null ? TEMPLATE : choices.output;
            OneFile.check(console, name);
            OneFile.write(
                    console, name, out -> out.write(ParametersText.template().getBytes(StandardCharsets.UTF_8)));
            if (!name.equals(Console.DASH)) {
                console.say("wrote " + name);
                console.say("next: semblance linkage --params " + Shown.word(name));
            }
            return Cli.DONE;
        }
        List<String> notes = new ArrayList<>();
        Parameters read =
                params == null ? Parameters.standard() : ParametersFile.read(Source.of(console.path(params)), notes);
        notes.forEach(note -> console.say("! " + note));
        return LinkageFolder.make(console, choices, choices.over(read, difficulty));
    }
}
