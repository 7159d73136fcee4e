package org.semblance.app.cli;

import java.io.IOException;
import org.semblance.io.database.DatabaseSource;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.model.DatabaseModel;
import org.semblance.model.ModelFile;
import org.semblance.model.Provenance;
import org.semblance.prepare.relations.Detected;
import org.semblance.project.database.DatabasePipeline;
import org.semblance.project.database.DatabaseProject;
import org.semblance.run.Run;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code fit} of related tables: a model of all of them, in one file. */
final class FitDatabase {
    private FitDatabase() {}

    static int call(Console console, DatabaseProject given, DatabaseSource source, String name) throws IOException {
        boolean piped = name.equals(Console.DASH);
        DatabaseProject project = given.seed(console.seed(given.seed())).withoutLeftOut();
        OneFile.check(console, name);
        Run run = console.run(DatabaseReports.seed(project));
        LoadedDatabase loaded = Databases.read(source, project.settings().tables(), project.schema(), run);
        Detected detected = DatabasePipeline.relate(loaded, project.schema(), run);
        DatabasePipeline.check(project, detected.database());
        console.say(Databases.head(console, loaded, detected));
        Databases.lines(loaded, detected, console.flags().verbose).forEach(console::say);
        if (console.flags().dryRun) {
            console.say("would learn " + loaded.tables().size() + " tables and write " + name);
            console.say("dry run: nothing was written.");
            return Cli.DONE;
        }
        DatabaseModel model = DatabasePipeline.fit(detected.database(), project, run);
        Provenance provenance = DatabaseReports.of(project, loaded, detected).provenance(console);
        OneFile.write(console, name, out -> ModelFile.write(out, model, provenance.synthesizer(), provenance));
        console.say("wrote " + (piped ? "the model to standard output" : name) + "      seed " + project.seed());
        if (!piped) {
            console.say("next: semblance sample " + name + " -o FOLDER, or  semblance inspect " + name);
        }
        if (console.flags().json) {
            console.answer(json(name, model, provenance, loaded));
        }
        return Cli.DONE;
    }

    private static String json(String name, DatabaseModel model, Provenance provenance, LoadedDatabase loaded) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("model", name).put("synthesizer", provenance.synthesizer()).put("seed", provenance.seed());
        node.put("tables", loaded.tables().size())
                .put("rows", provenance.rows())
                .put("columns", provenance.columns())
                .put("sha256", provenance.sha256());
        model.contents().forEach(node.putArray("contents")::add);
        return Reports.text(node);
    }
}
