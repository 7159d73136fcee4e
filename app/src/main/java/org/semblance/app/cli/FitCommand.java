package org.semblance.app.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.io.Loaded;
import org.semblance.model.Model;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.Columns;
import org.semblance.project.Pipeline;
import org.semblance.project.Project;
import org.semblance.project.database.DatabaseProject;
import org.semblance.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "fit",
        header = "learn a model from a table or a database",
        description = {
            "Learns from all rows and writes the model; nothing is scored (run does that). A model is a zip of readable",
            "JSON and arrays; semblance inspect MODEL says what it holds of the real data. Of a folder of tables or a database",
            "all tables are learnt together, with their keys."
        },
        footer = {
            "semblance fit patients.csv -o patients.semblance",
            "semblance fit patients.csv -o m.semblance --method trees --with min-leaf=100",
            "semblance fit clinic/ -o clinic.semblance --keep wards",
            "semblance fit patients.csv -o - | semblance sample - -n 1e6 > fake.csv"
        })
final class FitCommand implements Verb {
    @Parameters(
            index = "0",
            paramLabel = "DATA",
            description = {
                "Delimited text (.gz too), .parquet, .json, .jsonl or .xlsx, a folder of tables, a database (jdbc:...),",
                "or - for standard input."
            })
    String data = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODEL",
            description = "The model file to write (NAME.semblance, here), or - for standard output.")
    @Nullable
    String output;

    @Mixin
    Related related = new Related();

    @Mixin
    Choices choices = new Choices();

    @Override
    public int call(Console console) throws IOException {
        if (Databases.is(console, data) || related.sequences() || choices.namesTables(console)) {
            return database(console);
        }
        related.refuseForTables(data);
        Inputs input = Inputs.of(console, data);
        if (input.what() != Inputs.What.DATA) {
            throw ProblemException.usage(
                    Problem.of(data + " is not a table.").fix("fit learns from a table: a CSV file."));
        }
        Project project = choices.over(Project.of(data), Map.of(), console);
        project = project.seed(console.seed(null));
        Pipeline.synthesizer(project);
        String name = name(console, input.stem());
        boolean piped = name.equals(Console.DASH);
        OneFile.check(console, name);

        Run run = console.run(Reports.seed(project));
        Loaded loaded = Reading.readRows(console, input, project.columns(), run);
        Columns columns = Columns.of(loaded.table(), project.settings().privacy(), run);
        Reading.say(console, input, loaded, columns);
        project = project.data(data, input.hash());
        if (console.flags().dryRun) {
            Pipeline.check(loaded.table(), project, run);
            console.say("would fit " + project.settings().method() + " and write " + name);
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        Model model = Pipeline.fit(loaded.table(), project, run);
        Reports.sayChosen(console, project, model);
        OneFile.writeModel(
                console,
                name,
                model,
                Reports.provenance(
                        console,
                        project,
                        input.name(),
                        loaded.rowsInSource(),
                        loaded.table().width()));
        console.say("wrote " + (piped ? "the model to standard output" : name) + "      seed " + project.seed());
        if (!piped) {
            console.say("next: semblance sample " + name + " -n 1000, or  semblance inspect " + name);
        }
        if (console.flags().json) {
            console.answer(json(project, model, loaded, name));
        }
        return Cli.DONE;
    }

    private int database(Console console) throws IOException {
        Map<String, Object> settings = new LinkedHashMap<>();
        related.put(settings);
        DatabaseProject project =
                related.over(choices.over(DatabaseProject.of(data), settings, console), console, data);
        return FitDatabase.call(
                console,
                project,
                Databases.source(console, data, related.connecting),
                name(console, Databases.stem(console, data)));
    }

    private String name(Console console, String stem) {
        String name = output == null ? stem + ".semblance" : output;
        if (name.equals(Console.DASH) && console.flags().json) {
            throw ProblemException.usage(Problem.of("the model and the JSON cannot both go to standard output.")
                    .fix("Give the model a file: -o NAME.semblance"));
        }
        return name;
    }

    private static String json(Project project, Model model, Loaded loaded, String name) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("model", name).put("synthesizer", project.settings().method()).put("seed", project.seed());
        node.put("rows", loaded.rowsInSource())
                .put("columns", loaded.table().width())
                .put("sha256", project.sha256());
        model.contents().forEach(node.putArray("contents")::add);
        return Reports.text(node);
    }
}
