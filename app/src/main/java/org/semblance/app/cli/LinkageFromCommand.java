package org.semblance.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Outputs;
import org.semblance.io.Source;
import org.semblance.io.Yaml;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;
import org.semblance.linkage.registers.OwnColumns;
import org.semblance.linkage.registers.OwnNotes;
import org.semblance.linkage.registers.OwnTable;
import org.semblance.linkage.registers.Parameters;
import org.semblance.linkage.registers.ParametersFile;
import org.semblance.linkage.registers.Registers;
import org.semblance.linkage.registers.Spoken;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "from",
        header = "the same with a table of yours, each row of which is a person",
        description = {
            "Puts rows of a table into a source and a target that share the asked part, makes errors in both, and writes them",
            "with the truth, as linkage does. Columns stay as they are; which errors each can have follows from its role,",
            "which is taken from its header, in the language of any locale, and its cells (--role says otherwise). Where people",
            "stand in several rows, --cluster names the column that tells who is who. Without sizes, all people that fit are",
            "used. With --log, people.csv tells households, twins and namesakes where the table has surnames, addresses and",
            "birth dates, and changes.csv which of its rows were left out. Real people stay real people.",
        },
        footer = {
            "semblance linkage from people.csv -o set",
            "semblance linkage from people.csv --rate 1 --params learnt.yml --log -o set",
            "semblance linkage from people.csv --cluster person_id --drop notes -o set",
            "semblance linkage from leute.xlsx#Tabelle1 --role Ref=identifier --role Wer=full_name -o set",
        })
final class LinkageFromCommand implements Verb {
    private static final int SHOWN = 30;

    @picocli.CommandLine.Parameters(
            index = "0",
            paramLabel = "PEOPLE",
            description = "The table: CSV (.gz too), or a sheet of an Excel workbook (.xlsx, .xlsx#Sheet).")
    String people = "";

    @Option(names = "--params", paramLabel = "FILE", description = "Parameters as YAML; flags are stronger.")
    @Nullable
    String params;

    @Option(
            names = "--role",
            paramLabel = "COLUMN=ROLE",
            description = "What a column is, like dob=birth_date; may be repeated.")
    Map<String, String> roles = new LinkedHashMap<>();

    @Option(
            names = "--cluster",
            paramLabel = "COLUMN",
            description = "Rows with one value of it are one person; it is left out of the files.")
    @Nullable
    String cluster;

    @Option(names = "--keep-cluster", description = "Leave that column in the files, without errors.")
    boolean keepCluster;

    @Option(
            names = "--drop",
            paramLabel = "COLUMN",
            description = "A column that is left out of the files; may be repeated.")
    List<String> drop = new ArrayList<>();

    @Option(names = "--difficulty", paramLabel = "F1", hidden = true)
    @Nullable
    Double difficulty;

    @Mixin
    LinkageChoices choices = new LinkageChoices();

    @Override
    public int call(Console console) throws IOException {
        if (difficulty != null) {
            throw ProblemException.usage(Problem.of("--difficulty is for people that linkage makes itself.")
                    .fix("Scale the errors of yours with error_scale in a file of parameters."));
        }
        // All that is wrong with the flags, before anything is read.
        choices.over(Parameters.standard());
        String folder = choices.output == null ? "" : choices.output;
        Path path = LinkageFolder.check(console, folder, Registers.files(choices.log));
        Source file = params == null ? null : Source.of(console.path(params));
        String text = file == null ? "" : text(file);
        List<String> notes = new ArrayList<>();
        Records all = Records.read(Inputs.of(console, people).source(), notes).withoutBlankRows(notes);
        Spoken spoken = Spoken.of(all);
        ParametersFile.Early early = file == null
                ? new ParametersFile.Early(Parameters.standard().table(), null)
                : ParametersFile.early(text, file.name());
        String locale = choices.locale != null
                ? choices.locale
                : early.locale() != null ? String.valueOf(early.locale()) : spoken.locale();
        OwnColumns columns = OwnColumns.of(all, said(all, early.table(), notes), locale);
        Parameters asked = parameters(columns, file, text, locale, notes);
        long seed = console.seed(asked.seed());
        OwnTable own = OwnTable.of(asked.seed(seed), columns);
        notes.addAll(OwnNotes.of(columns));
        say(console, columns, asked.people().locale(), notes);
        LinkageFolder.say(console, own.notes(), own.plan());
        if (console.flags().dryRun) {
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        Registers.Outcome outcome;
        Run run = console.run(seed);
        try (Outputs out = Outputs.in(path, console.flags().force)) {
            outcome = own.write(out::open, choices.log, run);
            Run.checkCancelled();
            out.commit();
        }
        LinkageFolder.wrote(console, folder, Registers.files(choices.log), seed, outcome);
        if (console.flags().json) {
            console.answer(Reports.text(LinkageFolder.json(seed, own.plan(), outcome)));
        }
        return Cli.DONE;
    }

    /** What was found in the table, and what is odd about it. */
    private void say(Console console, OwnColumns columns, String locale, List<String> notes) {
        List<Variable> variables = columns.table().variables();
        List<String> shown = variables.stream()
                .limit(SHOWN)
                .map(column -> column.name() + " (" + column.role().word() + ")")
                .toList();
        console.say(people + "    " + LinkageFolder.count(columns.table().rows(), "row", "rows")
                + (columns.together() ? " about " + LinkageFolder.count(columns.people(), "person", "people") : "")
                + ", " + locale
                + ": " + String.join(", ", shown)
                + (variables.size() > SHOWN ? " and " + (variables.size() - SHOWN) + " more" : ""));
        notes.forEach(note -> console.say("! " + note));
    }

    /** What the file says of the table, and the flags, which are stronger. */
    private Parameters.Own said(Records all, Parameters.Own file, List<String> notes) {
        Parameters.Own read = file.among(all.names(), notes);
        List<String> said = new ArrayList<>(read.roles());
        roles.forEach((column, role) -> said.add(column + "=" + role));
        List<String> away = new ArrayList<>(read.drop());
        away.addAll(drop);
        return new Parameters.Own(
                cluster == null ? read.cluster() : cluster, keepCluster || read.keepCluster(), away, said);
    }

    private static String text(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return new String(in.readNBytes(Yaml.LENGTH + 1), StandardCharsets.UTF_8);
        }
    }

    /** The rate is needed before it is known how many rows there can be. */
    private Parameters parameters(
            OwnColumns columns, @Nullable Source file, String text, String locale, List<String> notes) {
        List<Variable> variables = columns.table().variables();
        Parameters usual = Parameters.standard();
        double rate = choices.rate == null ? usual.truth().expectedRate() : choices.rate;
        Parameters standard = OwnTable.standard(columns, rate, locale);
        if (file == null) {
            return choices.over(standard, variables);
        }
        Parameters read = ParametersFile.read(text, file.name(), variables, standard);
        double asked = choices.rate == null ? read.truth().expectedRate() : choices.rate;
        Parameters sized = OwnTable.standard(columns, asked, locale);
        Parameters whole = ParametersFile.read(text, file.name(), variables, sized, notes);
        return choices.over(whole, variables).table(columns.known());
    }
}
