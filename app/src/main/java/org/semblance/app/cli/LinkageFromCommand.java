package org.semblance.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Outputs;
import org.semblance.io.Source;
import org.semblance.io.Yaml;
import org.semblance.linkage.Role;
import org.semblance.linkage.Variable;
import org.semblance.linkage.link.Records;
import org.semblance.linkage.registers.OwnTable;
import org.semblance.linkage.registers.Parameters;
import org.semblance.linkage.registers.ParametersFile;
import org.semblance.linkage.registers.Registers;
import org.semblance.linkage.registers.RoleGuess;
import org.semblance.plugin.Nearest;
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
            "which is taken from header and values (--role says otherwise). Without sizes, all rows that fit are used.",
            "With --log, people.csv tells households, twins and namesakes where the table has surnames, addresses and birth",
            "dates, and changes.csv which of its rows were left out. Real people stay real people.",
        },
        footer = {
            "semblance linkage from people.csv -o set",
            "semblance linkage from people.csv --rate 1 --params learnt.yml --log -o set",
            "semblance linkage from people.csv --role ref=identifier --role who=full_name",
        })
final class LinkageFromCommand implements Verb {
    @picocli.CommandLine.Parameters(index = "0", paramLabel = "PEOPLE", description = "The table, as CSV (.gz too).")
    String people = "";

    @Option(names = "--params", paramLabel = "FILE", description = "Parameters as YAML; flags are stronger.")
    @Nullable
    String params;

    @Option(
            names = "--role",
            paramLabel = "COLUMN=ROLE",
            description = "What a column is, like dob=birth_date; may be repeated.")
    Map<String, String> roles = new HashMap<>();

    @Mixin
    LinkageChoices choices = new LinkageChoices();

    @Override
    public int call(Console console) throws IOException {
        if (choices.difficulty != null) {
            throw ProblemException.usage(Problem.of("--difficulty is for people that linkage makes itself.")
                    .fix("Scale the errors of yours with error_scale in a file of parameters."));
        }
        String folder = choices.output == null ? "" : choices.output;
        Path path = LinkageFolder.check(console, folder, Registers.files(choices.log));
        Records table = RoleGuess.of(Records.read(Source.of(console.path(people))), Map.of());
        table = RoleGuess.of(table, said(table));
        Parameters asked = parameters(console, table);
        long seed = console.seed(asked.seed());
        OwnTable own = OwnTable.of(asked.seed(seed), table);
        console.say(people + "    " + Reading.number(table.rows()) + " rows: "
                + own.columns().stream()
                        .map(column -> column.name() + " (" + column.role().word() + ")")
                        .collect(Collectors.joining(", ")));
        if (own.unknown()) {
            console.say("! no column's role is known: say it with --role COLUMN=ROLE, or nothing goes wrong.");
        }
        LinkageFolder.say(console, own.plan().notes(), own.plan());
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

    private Map<String, Role> said(Records table) {
        Map<String, Role> out = new HashMap<>();
        List<String> names = table.variables().stream().map(Variable::name).toList();
        roles.forEach((column, role) -> {
            if (!names.contains(column)) {
                throw ProblemException.usage(Problem.of("there is no column \"" + column + "\" in " + people + ".")
                        .fix(Nearest.hint(column, names)));
            }
            out.put(column, Role.of(role));
        });
        return out;
    }

    /** The rate is needed before it is known how many rows there can be. */
    private Parameters parameters(Console console, Records table) throws IOException {
        Parameters usual = Parameters.standard();
        double rate = choices.rate == null ? usual.truth().expectedRate() : choices.rate;
        String locale = choices.locale == null ? usual.people().locale() : choices.locale;
        Parameters standard = OwnTable.standard(table, rate, locale);
        if (params == null) {
            return choices.over(standard, table.variables());
        }
        Source source = Source.of(console.path(params));
        String text;
        try (InputStream in = source.open()) {
            text = new String(in.readNBytes(Yaml.LENGTH + 1), StandardCharsets.UTF_8);
        }
        Parameters read = ParametersFile.read(text, source.name(), table.variables(), standard);
        double asked = choices.rate == null ? read.truth().expectedRate() : choices.rate;
        Parameters sized = OwnTable.standard(table, asked, locale);
        return choices.over(ParametersFile.read(text, source.name(), table.variables(), sized), table.variables());
    }
}
