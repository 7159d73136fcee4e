package org.semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Dialect;
import org.semblance.io.TableWriter;
import org.semblance.model.Rows;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.Pipeline;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(
        name = "sample",
        header = "rows from a fitted or hand-written model",
        description = {
            "Rows go to a file or to standard output, in constant memory however many they are. The same model and seed",
            "give the same rows on any number of threads."
        },
        footer = {
            "semblance sample patients.semblance -n 5000 -o fake.csv",
            "semblance sample patients.semblance -n 1e8 | gzip > many.csv.gz",
            "semblance sample people.yaml -n 10 --seed 42        a model written by hand"
        })
final class SampleCommand implements Verb {
    @Parameters(
            index = "0",
            paramLabel = "MODEL|MODEL.yaml",
            description = "A model file, - for one from standard input, or a model written by hand.")
    String model = "";

    @Option(
            names = {"-n", "--rows"},
            paramLabel = "ROWS",
            converter = Count.class,
            description = "How many rows, like 5000 or 1e6 (as many as the model has learnt from).")
    @Nullable
    Long rows;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = {
                "Where to (standard output, also as -): text, or what the name says: .parquet, .json, .jsonl;",
                "a name that ends in .gz is gzipped."
            })
    String output = Console.DASH;

    @Override
    public int call(Console console) throws IOException {
        boolean piped = output.equals(Console.DASH);
        if (piped && console.flags().json) {
            throw ProblemException.usage(Problem.of("the rows and the JSON cannot both go to standard output.")
                    .fix("Give the rows a file: -o FILE"));
        }
        Models.Opened opened = Models.open(console, model);
        OneFile.check(console, output);
        long count = rows == null ? opened.rows() : rows;
        long seed = console.seed(opened.seed());
        if (console.flags().dryRun) {
            console.say("would make " + Reading.number(count) + " rows with seed " + seed + " and write "
                    + (piped ? "standard output" : output));
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
            OneFile.write(console, output, out -> RowsFile.STANDARD.write(output, all, out, run));
        }
        console.say((piped ? "" : "wrote " + output + "      ") + Reading.number(count) + " rows, seed " + seed);
        if (console.flags().json) {
            console.answer(Reports.text(JsonNodeFactory.instance
                    .objectNode()
                    .put("file", output)
                    .put("rows", count)
                    .put("seed", seed)));
        }
        return Cli.DONE;
    }
}
