package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.disclosure.ControlsFile;
import org.semblance.disclosure.Step;
import org.semblance.disclosure.Steps;
import org.semblance.io.Loaded;
import org.semblance.io.SchemaOverrides;
import org.semblance.io.Source;
import org.semblance.io.TableRows;
import org.semblance.io.TableWriter;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.SameKinds;
import org.semblance.run.Run;
import org.semblance.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "sdc",
        header = "make a synthetic table tell less: removal, coding, noise, swapping",
        description = {
            "Applies controls of statistical disclosure control, one after another in the order given, and says what each",
            "changed. The new table is written like the one that was read. None of the controls is a guarantee: look again",
            "at what is left to learn, semblance evaluate real.csv safe.csv --keys age,sex,region.",
            "A control is a name with its options: NAME:OPTION=VALUE,OPTION=VALUE, and + between the values of a list.",
        },
        footer = {
            "semblance list controls                              all of them; semblance list controls pram for one",
            "semblance sdc fake.csv -o safe.csv --apply top-coding:columns=age,at=90",
            "semblance sdc fake.csv -o safe.csv --apply merge-rare:columns=region,below=10 --apply label",
            "semblance sdc fake.csv -o safe.csv --real real.csv --keys age,sex,region --apply remove-replicated-uniques",
            "semblance sdc fake.csv -o safe.csv --controls controls.yaml",
        })
final class SdcCommand implements Verb {
    @Parameters(index = "0", paramLabel = "SYNTHETIC", description = "The synthetic table, or - for standard input.")
    String synthetic = "";

    @Option(
            names = "--apply",
            paramLabel = "CONTROL",
            description = {"A control to apply; may be repeated.", "All of them: semblance list controls"})
    List<String> apply = new ArrayList<>();

    @Option(
            names = "--controls",
            paramLabel = "FILE",
            description = "The controls as YAML, applied before those of --apply (semblance schema controls).")
    @Nullable
    String controls;

    @Option(
            names = "--real",
            paramLabel = "FILE",
            description = "The table that was learnt from, for controls that look for its rows.")
    @Nullable
    String real;

    @Option(
            names = "--keys",
            split = ",",
            paramLabel = "COLUMN",
            description = "What an attacker may know of a person, with commas between.")
    @Nullable
    List<String> keys;

    @Mixin
    SchemaFlag schema = new SchemaFlag();

    @Mixin
    RowsOutput output = new RowsOutput();

    @Override
    public int call(Console console) throws IOException {
        Steps steps = steps(console);
        output.check(console);
        long seed = console.seed(null);
        Run run = console.run(seed);
        SchemaOverrides columns = schema.read(console);
        Loaded loaded = read(console, synthetic, columns, run);
        String learnt = steps.needsReal() == null ? null : real;
        Table truth = null;
        if (learnt != null) {
            Table read = read(console, learnt, columns, run).table();
            truth = SameKinds.of(loaded.table(), read, "the real table").table();
        }
        Steps.Outcome outcome = steps.apply(loaded.table(), truth, run);
        ControlReport.lines(outcome.changes(), loaded.table().rows()).forEach(console::say);
        if (console.flags().dryRun) {
            console.say("dry run: nothing was written.");
        } else if (output.piped()) {
            try (OutputStream out = console.data()) {
                TableWriter.write(outcome.table(), loaded.dialect(), out, run);
            }
        } else {
            RowsFile alike =
                    new RowsFile(loaded.dialect(), Inputs.of(console, synthetic).file());
            TableRows rows = new TableRows(outcome.table());
            OneFile.write(console, output.file, out -> alike.write(output.file, rows, out, run));
        }
        if (!console.flags().dryRun) {
            console.say((output.piped() ? "" : "wrote " + output.file + "      ")
                    + Reading.number(outcome.table().rows()) + " rows, seed " + seed);
        }
        if (console.flags().json) {
            console.answer(ControlReport.json(outcome, steps, output.file, seed));
        }
        return Cli.DONE;
    }

    /** Those of the file and then those of the command; what they need is asked for before anything is read. */
    private Steps steps(Console console) throws IOException {
        List<Step> all = new ArrayList<>();
        if (controls != null) {
            all.addAll(ControlsFile.read(Source.of(console.path(controls))).list());
        }
        List<Problem> problems = new ArrayList<>();
        for (String text : apply) {
            try {
                all.add(Step.parse(text));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(ProblemException.Kind.USAGE, problems);
        }
        if (all.isEmpty()) {
            throw ProblemException.usage(Problem.of("there is no control to apply.")
                    .fix("For example --apply top-coding:columns=age,at=90. All of them: semblance list controls"));
        }
        List<String> known = keys == null ? List.of() : keys;
        Steps steps = new Steps(all.stream().map(step -> step.keys(known)).toList());
        Step needs = steps.needsReal();
        if (needs != null && real == null) {
            throw ProblemException.usage(
                    Problem.of(needs.plugin().name() + " needs the real table, to know who is alone in it.")
                            .fix("Give it: --real FILE"));
        }
        return steps;
    }

    /** All rows of a table: a control of a sample of them would lose the others. */
    private static Loaded read(Console console, String name, @Nullable SchemaOverrides columns, Run run)
            throws IOException {
        Inputs input = Inputs.of(console, name);
        if (input.what() != Inputs.What.DATA) {
            throw ProblemException.usage(Problem.of(name + " is not a table.")
                    .fix("sdc changes tables; rows of a model: semblance sample " + name));
        }
        Loaded loaded = Reading.read(console, input, columns, run);
        console.say(Reading.head(console, input, loaded));
        loaded.notes().forEach(note -> console.say("  ! " + note));
        Reading.refusePart(loaded, input);
        return loaded;
    }
}
