package org.semblance.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.semblance.plugin.Nearest;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.project.JsonSchema;
import org.semblance.project.LinkageSchema;
import org.semblance.project.Schemas;
import org.semblance.project.database.DatabaseSchemas;
import org.semblance.project.impute.ImputationSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "schema",
        header = "JSON Schema of the files you write",
        description = {
            "Prints the JSON Schema (draft-07) of project.yaml (of a table, or of a database), of a model written by hand, of a",
            "schema file of a table or of a database, of a file of controls for sdc, of the parameters of linkage, or of",
            "imputation.yaml. An editor with a YAML language server completes and explains keys when the file's first line is",
            "  # yaml-language-server: $schema=project-schema.json"
        },
        footer = {"semblance schema project > project-schema.json", "semblance schema model > model-schema.json"})
final class SchemaCommand implements Verb {
    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "project, model, schema-file, database, database-project, controls, linkage or imputation.")
    String kind = "";

    @Override
    public int call(Console console) throws IOException {
        Map<String, Supplier<ObjectNode>> all = new TreeMap<>(Map.of(
                "project", Schemas::project,
                "model", JsonSchema::model,
                "schema-file", Schemas::schemaFile,
                "database", Schemas::database,
                "database-project", DatabaseSchemas::project,
                "controls", Schemas::controls,
                "linkage", LinkageSchema::of,
                "imputation", ImputationSchema::of));
        Supplier<ObjectNode> schema = all.get(kind);
        if (schema == null) {
            List<String> kinds = List.copyOf(all.keySet());
            throw ProblemException.usage(Problem.of("there is no schema of \"" + kind + "\".")
                    .fix((Nearest.hint(kind, kinds) + " There are: " + String.join(", ", kinds) + ".").trim()));
        }
        console.answer(Reports.text(schema.get()));
        return Cli.DONE;
    }
}
