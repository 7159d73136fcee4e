package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Dialect;
import org.semblance.io.TableWriter;
import org.semblance.model.Kept;
import org.semblance.model.Rows;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.Pipeline;
import org.semblance.project.Syntheses;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "sample",
        header = "rows from a fitted or hand-written model",
        description = {
            "Rows go to a file or to standard output, in constant memory however many they are. The same model and seed",
            "give the same rows on any number of threads. A model of related tables makes all of them, into a folder or a",
            "database; one of sequences makes one table."
        },
        footer = {
            "semblance sample patients.semblance -n 5000 -o fake.csv",
            "semblance sample patients.semblance -n 1e8 | gzip > many.csv.gz",
            "semblance sample survey.semblance -m 5 -o fake.csv      fake-1.csv ... fake-5.csv, for semblance pool",
            "semblance sample people.yaml -n 10 --seed 42        a model written by hand",
            "semblance sample clinic.semblance --scale 3 --format parquet -o fake   related tables, into a folder",
            "semblance sample clinic.semblance --where \"patients.sex = 'F'\" -o fake.sqlite"
        })
final class SampleCommand implements Verb {
    @Parameters(
            index = "0",
            paramLabel = "MODEL|MODEL.yaml",
            description = "A model file, - for one from standard input, or a model written by hand.")
    String model = "";

    @Mixin
    Sizes sizes = new Sizes();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR|jdbc:...",
            description = {
                "Where to (standard output, also as -): text, or what the name says: .parquet, .json, .jsonl;",
                "a name that ends in .gz is gzipped.",
                "Of related tables: a folder (NAME-synthetic, here), a database (jdbc:...), or a file .db, .sqlite, .duckdb, .xlsx."
            })
    @Nullable
    String output;

    @Mixin
    SampledFiles several = new SampledFiles();

    @Mixin
    Target target = new Target();

    @Mixin
    Connecting connecting = new Connecting();

    @Override
    public int call(Console console) throws IOException {
        String to = output == null ? Console.DASH : output;
        refuseTwoAnswers(console, output);
        sizes.check();
        Models.Any any = Models.open(console, model);
        if (any instanceof Models.Related related) {
            several.refuseForDatabases();
            return new SampleDatabase(console, model, related.kept(), sizes).call(target, connecting, output);
        }
        sizes.refuseForTables();
        connecting.refuseForTables(model);
        target.refuseForTables(output);
        return table(console, (Models.Opened) any, to);
    }

    private int table(Console console, Models.Opened opened, String to) throws IOException {
        if (several.count() > 1) {
            return syntheses(console, opened, to);
        }
        boolean piped = to.equals(Console.DASH);
        refuseTwoAnswers(console, to);
        OneFile.check(console, to);
        long count = sizes.rows(opened.rows());
        long seed = console.seed(opened.seed());
        if (console.flags().dryRun) {
            console.say("would make " + Reading.number(count) + " rows with seed " + seed + " and write "
                    + (piped ? "standard output" : to));
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        Run run = console.run(seed);
        Rows all = Pipeline.sample(opened.model(), count, run);
        if (piped) {
            try (OutputStream out = console.data()) {
                TableWriter.write(all, Dialect.STANDARD, out, run);
            }
        } else {
            OneFile.write(console, to, out -> RowsFile.STANDARD.write(to, all, out, run));
        }
        console.say((piped ? "" : "wrote " + to + "      ") + Reading.number(count) + " rows, seed " + seed);
        if (console.flags().json) {
            console.answer(Reports.text(JsonNodeFactory.instance
                    .objectNode()
                    .put("file", to)
                    .put("rows", count)
                    .put("seed", seed)));
        }
        return Cli.DONE;
    }

    private int syntheses(Console console, Models.Opened opened, String to) throws IOException {
        long count = sizes.rows(opened.rows());
        long seed = console.seed(opened.seed());
        Run run = console.run(seed);
        SynthesesFiles files = several.at(console, to, number -> Syntheses.rows(opened.model(), count, number, run));
        List<String> names = SampledFiles.beside(to, files.names());
        String shown =
                names.size() > 2 ? names.get(0) + " ... " + names.get(names.size() - 1) : String.join("  ", names);
        String what = several.count() + " syntheses of " + Reading.number(count) + " rows";
        Kept kept = opened.kept();
        if (kept != null && Boolean.TRUE.equals(kept.provenance().options().get("proper"))) {
            console.say(
                    "  ! what this model learnt was drawn once (proper): its syntheses differ less than those of run -m,"
                            + " which learns anew for each");
        }
        if (console.flags().dryRun) {
            console.say("would make " + what + " with seed " + seed + " and write " + shown);
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        SynthesesSign sign =
                new SynthesesSign(files.names(), Inputs.of(console, model).name(), learnt(console), seed);
        SampledFiles.write(console, to, files, sign, run);
        console.say("wrote " + shown + "      " + what + ", seed " + seed);
        console.say("  and " + SampledFiles.beside(to, SynthesesSign.name(files.stem()))
                + ", which tells pool what they are");
        if (console.flags().json) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            names.forEach(answer.putArray("files")::add);
            console.answer(Reports.text(
                    answer.put("syntheses", several.count()).put("rows", count).put("seed", seed)));
        }
        return Cli.DONE;
    }

    /** By the report of the run that wrote the model: a model that stands alone does not say what was held back. */
    private int learnt(Console console) throws IOException {
        return model.equals(Console.DASH) ? 0 : LearntRows.beside(console.path(model));
    }

    private static void refuseTwoAnswers(Console console, @Nullable String to) {
        if (console.flags().json && Console.DASH.equals(to)) {
            throw ProblemException.usage(Problem.of("the rows and the JSON cannot both go to standard output.")
                    .fix("Give the rows a file: -o FILE"));
        }
    }
}
