package org.semblance.project.database;

import java.util.List;
import org.semblance.project.JsonSchema;
import org.semblance.project.ProjectFile;
import org.semblance.project.Schemas;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of project.yaml of a database, from the record that reads it. */
public final class DatabaseSchemas {
    private DatabaseSchemas() {}

    /** Of project.yaml of a database. */
    public static ObjectNode project() {
        ObjectNode properties = node();
        properties.set("version", text("Of this format.").put("const", ProjectFile.VERSION));
        properties.set(
                "database",
                text("The tables: a folder, a workbook or a file of SQLite or DuckDB, from this file's folder, or an"
                                + " address (jdbc:...).")
                        .put("type", "string"));
        properties.set(
                "sha256",
                text("Of the data this was written for; other data is warned of.")
                        .put("type", "string"));
        properties.set(
                "seed",
                text("Same data, same seed: same bytes; drawn where it is left out.")
                        .put("type", "integer"));
        properties.setAll(JsonSchema.properties(DatabaseProject.Settings.DEFAULT));
        ObjectNode options = text("Options of the synthesizer: of related tables, or of one table of sequences.");
        ArrayNode either = options.putArray("anyOf");
        DatabasePipeline.SYNTHESIZERS.plugins().forEach(plugin -> either.add(JsonSchema.options(plugin.defaults())));
        properties.set("options", options);
        ObjectNode schema = Schemas.database();
        schema.remove(List.of("$schema", "title", "required"));
        properties.set("schema", schema);
        return JsonSchema.document(
                "Semblance project of a database",
                "One run of semblance run over related tables.",
                properties,
                List.of("version", "database"));
    }

    private static ObjectNode text(String description) {
        return node().put("description", description);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
