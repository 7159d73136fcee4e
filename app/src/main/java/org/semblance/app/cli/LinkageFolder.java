package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.semblance.io.Outputs;
import org.semblance.linkage.Rate;
import org.semblance.linkage.Tally;
import org.semblance.linkage.link.Difficulty;
import org.semblance.linkage.registers.Calibration;
import org.semblance.linkage.registers.Parameters;
import org.semblance.linkage.registers.Plan;
import org.semblance.linkage.registers.Register;
import org.semblance.linkage.registers.Registers;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.report.Shown;
import org.semblance.run.Run;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The files of a linkage set, in a folder: all of them or none. */
final class LinkageFolder {
    private static final String CURVE = "difficulty.csv";
    private static final String LOG = "changes.csv";

    private LinkageFolder() {}

    /** Makes the set and says what it is. */
    static int make(Console console, LinkageChoices choices, Parameters asked) throws IOException {
        String folder = choices.output == null ? "" : choices.output;
        long seed = console.seed(asked.seed());
        boolean search = asked.general().difficulty() > 0 && asked.general().errorScale() == 1;
        Path path = check(console, folder, names(choices.log, search));
        Run run = console.run(seed);
        // Faults of the plan and of the columns come before the calibration, which takes its time.
        Registers registers = Registers.of(asked.seed(seed));
        Calibration.Calibrated calibrated = Calibration.of(registers, run);
        registers = calibrated.registers();
        told(console, calibrated, run);
        say(console, registers.notes(), registers.plan());
        if (console.flags().dryRun) {
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        Registers.Outcome outcome;
        try (Outputs out = Outputs.in(path, console.flags().force)) {
            outcome = registers.write(out::open, choices.log, run);
            Difficulty.Result result = calibrated.result();
            if (result != null) {
                text(out, CURVE, result.csv());
            }
            Run.checkCancelled();
            out.commit();
        }
        wrote(console, folder, names(choices.log, search), seed, outcome);
        if (console.flags().json) {
            console.answer(Reports.text(json(seed, registers.plan(), outcome)));
        }
        return Cli.DONE;
    }

    static List<String> names(boolean log, boolean curve) {
        List<String> names = new ArrayList<>(Registers.files(log));
        if (curve) {
            names.add(CURVE);
        }
        return names;
    }

    /** @throws ProblemException where one of the files is there already */
    static Path check(Console console, String folder, List<String> names) {
        if (folder.equals(Console.DASH)) {
            throw ProblemException.usage(Problem.of("linkage writes several files, not standard output.")
                    .fix("Give a folder: -o DIR"));
        }
        Path path = console.path(folder);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw ProblemException.usage(Problem.of("refused: " + folder + " is a file, and linkage writes a folder.")
                    .fix("Choose another name with -o."));
        }
        if (!console.flags().force) {
            List<String> taken = names.stream()
                    .filter(name -> Files.exists(path.resolve(name)))
                    .toList();
            if (!taken.isEmpty()) {
                throw ProblemException.usage(Problem.of("refused: " + String.join(", ", taken)
                                + (taken.size() == 1 ? " exists" : " exist")
                                + (folder.isEmpty() ? "" : " in " + folder) + ".")
                        .fix("Add --force to replace, or choose another folder with -o."));
            }
        }
        if (!names.contains(LOG) && Files.exists(path.resolve(LOG))) {
            console.say("! " + LOG + " is of an earlier set, with the files beside it that --log writes");
        }
        OneFile.checkFolder(path.toAbsolutePath(), folder.isEmpty() ? "source.csv" : folder);
        return path;
    }

    private static void told(Console console, Calibration.Calibrated calibrated, Run run) {
        Difficulty.Result result = calibrated.result();
        if (result == null) {
            return;
        }
        if (result.scale() == 0 && result.f1() < result.target()) {
            console.say(String.format(
                    Locale.ROOT,
                    "! an F1 of %s is not reached: such a set without any error, as this one is, has %.3f on average",
                    result.target(),
                    result.f1()));
        }
        OptionalDouble own = calibrated.ownF1(run);
        console.say(String.format(
                Locale.ROOT,
                "difficulty: error rates times %.3f give Fellegi-Sunter an F1 of %.3f (asked %s), the mean of %d such sets;"
                        + " one set lies %.3f from it (standard deviation)%s",
                result.scale(),
                result.f1(),
                result.target(),
                Difficulty.SEEDS,
                result.spread(),
                own.isPresent() ? String.format(Locale.ROOT, ", this set: %.3f", own.getAsDouble()) : ""));
    }

    /** How many rows about how many people. */
    static void say(Console console, List<String> notes, Plan plan) {
        notes.forEach(note -> console.say("! " + note));
        console.say("source    " + about(plan.source()) + ", "
                + Reading.number(plan.source().linkedRows()) + " of the rows of people who are in the target too");
        console.say("target    " + about(plan.target()));
    }

    private static String about(Register register) {
        return count(register.rows(), "row", "rows") + " about " + count(register.people(), "person", "people");
    }

    static String count(long count, String one, String many) {
        return Reading.number(count) + " " + (count == 1 ? one : many);
    }

    static void wrote(Console console, String folder, List<String> names, long seed, Registers.Outcome outcome) {
        console.say("truth     " + count(outcome.pairs(), "pair", "pairs") + " of rows about the same person");
        if (console.flags().verbose) {
            rates(console, "source", outcome.source());
            rates(console, "target", outcome.target());
        }
        String where = folder.isEmpty() ? "" : console.style().strong(folder.replaceAll("/$", "") + "/") + "  ";
        console.say("wrote " + where + String.join("  ", names) + "  seed " + seed);
        console.say("next: link the rows, then semblance linkage score "
                + Shown.word((folder.isEmpty() ? "" : folder.replaceAll("/$", "") + "/") + "truth.csv")
                + " links.csv");
    }

    /** Which errors were asked for and made. */
    private static void rates(Console console, String table, Tally tally) {
        List<Rate> rates = tally.rates();
        for (int i = 0; i < rates.size(); i++) {
            console.say(String.format(
                    Locale.ROOT,
                    "  %s %s: %s asked %.4f, drawn %.4f, %,d cells changed",
                    table,
                    rates.get(i).variable(),
                    rates.get(i).corruption(),
                    tally.asked(i),
                    tally.realised(i),
                    tally.changed(i)));
        }
    }

    static ObjectNode json(long seed, Plan plan, Registers.Outcome outcome) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("seed", seed);
        out.put("pairs", outcome.pairs());
        out.put("linked_source_rows", plan.source().linkedRows());
        side(out.putObject("source"), plan.source(), outcome.source());
        side(out.putObject("target"), plan.target(), outcome.target());
        return out;
    }

    private static void side(ObjectNode out, Register register, Tally tally) {
        out.put("rows", register.rows());
        out.put("people", register.people());
        for (int i = 0; i < tally.rates().size(); i++) {
            ObjectNode one = out.withArray("errors").addObject();
            one.put("column", tally.rates().get(i).variable());
            one.put("corruption", tally.rates().get(i).corruption());
            one.put("asked", tally.asked(i));
            one.put("drawn", tally.realised(i));
            one.put("changed", tally.changed(i));
        }
    }

    private static void text(Outputs out, String file, String text) throws IOException {
        try (OutputStream stream = out.open(file)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
