package org.semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.semblance.io.database.DatabaseSink;
import org.semblance.model.DatabaseModel;
import org.semblance.model.DatabaseRows;
import org.semblance.model.KeptDatabase;
import org.semblance.model.Size;
import org.semblance.plugin.Options;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.database.DatabasePipeline;
import org.semblance.project.database.DatabaseProject;
import org.semblance.run.Run;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code sample} from a model of related tables: all of them, into a folder or a database. */
record SampleDatabase(Console console, String argument, KeptDatabase kept, Sizes sizes) {
    int call(Target target, Connecting connecting, @Nullable String output) throws IOException {
        boolean one = kept.model().metadata().schemas().size() == 1;
        if (one && (output == null || !target.isOne(console, output) && !isFolder(output))) {
            target.refuseForTables(output);
            connecting.refuseForTables(argument);
            return table(output == null ? Console.DASH : output);
        }
        if (output != null && output.equals(Console.DASH)) {
            throw ProblemException.usage(Problem.of("related tables do not fit on standard output: there are "
                            + kept.model().metadata().schemas().size() + ".")
                    .fix("Choose a folder with -o."));
        }
        DatabaseModel model = kept.model();
        long seed = console.seed(null);
        Run run = console.run(seed);
        Wanted wanted = wanted(run);
        DatabaseSink sink = sink(target, connecting, output);
        sink.check(model.metadata(), console.flags().force);
        if (console.flags().dryRun) {
            console.say("would make " + model.metadata().schemas().size() + " tables (" + wanted.counted()
                    + ") with seed " + seed + " and write " + sink.name());
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        console.say("makes " + wanted.counted());
        Map<String, Long> made = write(wanted.rows(), sink, run);
        made.forEach((table, count) -> console.say("  " + table + "  " + Reading.number(count) + " rows"));
        console.say("wrote " + console.style().strong(sink.name()) + "      " + made.size() + " tables, seed " + seed);
        if (console.flags().json) {
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("wrote", sink.name());
            node.put("seed", seed);
            ObjectNode counts = node.putObject("rows");
            made.forEach((table, count) -> counts.put(table, (long) count));
            console.answer(Reports.text(node));
        }
        return Cli.DONE;
    }

    private boolean isFolder(String output) {
        return output.endsWith("/") || Files.isDirectory(console.path(output));
    }

    /** What is asked for, refused before anything is drawn where it cannot be had. */
    private Wanted wanted(Run run) {
        DatabaseModel model = kept.model();
        Map<String, Object> given = new LinkedHashMap<>();
        List<String> tables = List.copyOf(model.metadata().schemas().keySet());
        sizes.put(given, tables.size() == 1 ? tables.get(0) : "");
        DatabaseProject.Settings settings = Options.bind(DatabaseProject.Settings.DEFAULT, given, "this command");
        Size size = DatabasePipeline.size(settings, model.metadata());
        DatabaseModel going = DatabasePipeline.horizon(model, given.containsKey("horizon") ? settings.horizon() : -1);
        String counted = going.counted(size);
        return new Wanted(DatabasePipeline.sample(going, size, settings.where(), run), counted);
    }

    /** @param counted how many of what, in words */
    private record Wanted(DatabaseRows rows, String counted) {}

    /** One table, to a file or to standard output. */
    private int table(String output) throws IOException {
        boolean piped = output.equals(Console.DASH);
        if (piped && console.flags().json) {
            throw ProblemException.usage(Problem.of("the rows and the JSON cannot both go to standard output.")
                    .fix("Give the rows a file: -o FILE"));
        }
        OneFile.check(console, output);
        long seed = console.seed(null);
        Run run = console.run(seed);
        Wanted wanted = wanted(run);
        DatabaseRows rows = wanted.rows();
        if (console.flags().dryRun) {
            console.say("would make " + wanted.counted() + ", with seed " + seed + " and write "
                    + (piped ? "standard output" : output));
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        AtomicLong made = new AtomicLong();
        OneFile.write(console, output, out -> made.set(RowsFile.STANDARD.write(output, rows, out, run)));
        console.say((piped ? "" : "wrote " + output + "      ") + wanted.counted() + ": " + Reading.number(made.get())
                + " rows, seed " + seed);
        if (console.flags().json) {
            console.answer(Reports.text(JsonNodeFactory.instance
                    .objectNode()
                    .put("file", output)
                    .put("rows", made.get())
                    .put("seed", seed)));
        }
        return Cli.DONE;
    }

    private DatabaseSink sink(Target target, Connecting connecting, @Nullable String output) {
        if (output != null && target.isOne(console, output)) {
            return target.sink(console, output, connecting, null);
        }
        target.refuseForFolders();
        connecting.refuseForFolders(argument);
        String stem = argument.equals(Console.DASH)
                ? "model"
                : argument.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.semblance$", "");
        String folder = (output == null ? stem + "-synthetic" : output).replaceFirst("/+$", "");
        OneFile.checkFolder(console.path(folder).toAbsolutePath(), folder);
        return target.format().sink(console.path(folder), folder + "/");
    }

    /** How many rows each table has got. */
    private static Map<String, Long> write(DatabaseRows rows, DatabaseSink sink, Run run) {
        Map<String, AtomicLong> made = new LinkedHashMap<>();
        List<String> tables = List.copyOf(rows.metadata().schemas().keySet());
        tables.forEach(table -> made.put(table, new AtomicLong()));
        try (DatabaseSink.Writing to = sink.begin(rows.metadata(), run)) {
            rows.forEach(
                    (table, part) -> {
                        to.write(table, part);
                        made.computeIfAbsent(table, t -> new AtomicLong()).addAndGet(part.rows());
                    },
                    run);
            Run.checkCancelled();
            to.commit();
        }
        Map<String, Long> out = new LinkedHashMap<>();
        made.forEach((table, count) -> out.put(table, count.get()));
        return out;
    }
}
