package org.semblance.project;

import java.util.Arrays;
import java.util.List;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.Form;
import org.semblance.disclosure.Control;
import org.semblance.disclosure.Controls;
import org.semblance.disclosure.ControlsFile;
import org.semblance.plugin.Plugin;
import org.semblance.synthesize.Synthesizer;
import org.semblance.synthesize.Synthesizers;
import org.semblance.table.Kind;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schemas of project.yaml and of schema files, from the records and lists that read them. */
public final class Schemas {
    private Schemas() {}

    /** Of project.yaml. */
    public static ObjectNode project() {
        ObjectNode properties = node();
        properties.set("version", text("Of this format.").put("const", ProjectFile.VERSION));
        properties.set(
                "data",
                text("The table: a path from this file's folder, or - for standard input.")
                        .put("type", "string"));
        properties.set(
                "sha256",
                text("Of the data this was written for; other data is warned of.")
                        .put("type", "string"));
        properties.set(
                "seed",
                text("Same data, same seed: same bytes; drawn where it is left out.")
                        .put("type", "integer"));
        properties.setAll(JsonSchema.properties(Project.Settings.DEFAULT));
        properties.set(
                "method", JsonSchema.names(Synthesizers.ALL.plugins(), "The synthesizer that learns the table."));
        properties.set("options", text("Options of the synthesizer, by name.").put("type", "object"));
        properties.set("columns", columns());
        properties.set("constraints", constraints());
        ObjectNode out = JsonSchema.document(
                "Semblance project", "One run of semblance run.", properties, List.of("version", "data"));
        ArrayNode byMethod = out.putArray("allOf");
        for (Plugin<Synthesizer> plugin : Synthesizers.ALL.plugins()) {
            ObjectNode rule = byMethod.addObject();
            condition(rule, plugin);
        }
        return out;
    }

    /** Of a schema file. */
    public static ObjectNode schemaFile() {
        ObjectNode properties = node();
        properties.set("version", text("Of this format.").put("const", 1));
        properties.set("columns", columns());
        properties.set("constraints", constraints());
        return JsonSchema.document(
                "Semblance schema file", "What the columns of a table are.", properties, List.of("version"));
    }

    /** Of a schema of a database. */
    public static ObjectNode database() {
        ObjectNode properties = node();
        properties.set("version", text("Of this format.").put("const", 1));
        properties.set(
                "found-with",
                text("A mark of the keys that constraints were found with: where keys are changed, constraints are looked"
                                + " for anew. Without it, those listed stand.")
                        .put("type", "string"));
        ObjectNode table = node();
        table.set("key", names("The primary key: a column, several, or [] for none."));
        table.set("columns", columns());
        table.set("constraints", text("What the rows keep to.").put("type", "array"));
        ObjectNode either = node();
        either.putArray("anyOf").add(JsonSchema.closed("", table, List.of())).add(node().put("type", "null"));
        properties.set("tables", JsonSchema.named("What the tables are, where it is guessed wrong.", either));
        ObjectNode relationship = node();
        relationship.set("child", text("The table that points.").put("type", "string"));
        relationship.set("foreign-key", names("Its columns."));
        relationship.set("parent", text("The table that is pointed at.").put("type", "string"));
        relationship.set("parent-key", names("Its columns; its primary key where it is left out."));
        properties.set(
                "relationships",
                list("All foreign keys there are.", relationship, List.of("child", "foreign-key", "parent")));
        ObjectNode sequence = node();
        sequence.set("table", text("The table whose rows are steps.").put("type", "string"));
        sequence.set("entity", names("The columns that say whose step a row is; none for one sequence."));
        sequence.set("order", text("The column that puts the steps in order.").put("type", "string"));
        properties.set("sequences", list("All tables of sequences there are.", sequence, List.of("table")));
        properties.set("keep", names("Tables that are handed over as they are."));
        return JsonSchema.document(
                "Semblance schema of a database",
                "What the tables of a database are and how they are related.",
                properties,
                List.of("version"));
    }

    private static ObjectNode list(String description, ObjectNode properties, List<String> required) {
        ObjectNode out = text(description).put("type", "array");
        out.set("items", JsonSchema.closed("", properties, required));
        return out;
    }

    private static ObjectNode names(String description) {
        ObjectNode many = node().put("type", "array");
        many.putObject("items").put("type", "string");
        ObjectNode out = text(description);
        out.putArray("anyOf").add(node().put("type", "string")).add(many);
        return out;
    }

    /** Of a file of controls. */
    public static ObjectNode controls() {
        ObjectNode properties = node();
        properties.set("version", text("Of this format.").put("const", ControlsFile.VERSION));
        ObjectNode keys = text("What an attacker may know of a person, for controls that look at keys.");
        keys.put("type", "array").putObject("items").put("type", "string");
        properties.set("keys", keys);
        ObjectNode list =
                text("The controls, each on what the one before has left.").put("type", "array");
        ArrayNode either = list.putObject("items").putArray("anyOf");
        either.add(JsonSchema.names(Controls.ALL.plugins(), "A control with its default options."));
        for (Plugin<Control> plugin : Controls.ALL.plugins()) {
            ObjectNode options = JsonSchema.options(plugin.defaults());
            // A limit may be written as a number, although it is read as a text: it may be a date too.
            options.path("properties").forEach(option -> {
                if (option instanceof ObjectNode one
                        && one.path("type").stringValue("").equals("string")
                        && !one.has("enum")) {
                    one.putArray("type").add("string").add("number");
                }
            });
            ObjectNode own = node();
            own.set(plugin.name(), options.put("description", plugin.summary()));
            either.add(JsonSchema.closed("", own, List.of(plugin.name())));
        }
        properties.set("controls", list);
        return JsonSchema.document(
                "Semblance controls",
                "Controls of disclosure for semblance sdc.",
                properties,
                List.of("version", "controls"));
    }

    private static void condition(ObjectNode rule, Plugin<Synthesizer> plugin) {
        ObjectNode when = rule.putObject("if");
        when.putArray("required").add("method");
        when.putObject("properties").putObject("method").put("const", plugin.name());
        rule.putObject("then").putObject("properties").set("options", JsonSchema.options(plugin.defaults()));
    }

    /** A list of lines, each of one form. */
    private static ObjectNode constraints() {
        ObjectNode out = text("What new rows keep; those found in the data where this is left out.")
                .put("type", "array");
        ArrayNode either = out.putObject("items").putArray("anyOf");
        for (Plugin<Form> plugin : Constraints.ALL.plugins()) {
            ObjectNode own = node();
            own.set(plugin.name(), text(plugin.summary()));
            either.add(JsonSchema.closed(plugin.summary(), own, List.of(plugin.name())));
        }
        return out;
    }

    public static ObjectNode columns() {
        ObjectNode column = node();
        column.set("kind", kinds());
        column.set("decimals", text("How many decimals: a number, \"up to\" a number, or free."));
        column.set("decimal-sign", text("'.' or ','.").put("type", "string"));
        column.set("group-sign", text("What separates thousands.").put("type", "string"));
        column.set("prefix", text("Text before every number.").put("type", "string"));
        column.set("suffix", text("Text after every number.").put("type", "string"));
        column.set("pattern", text("Of dates and times, such as dd.MM.yyyy.").put("type", "string"));
        column.set("missing", text("What stands for a missing value: a text, or several."));
        column.set(
                "maker",
                text("What makes new values: semblance list generators.").put("type", "string"));
        ObjectNode either = node();
        either.putArray("anyOf").add(kinds()).add(JsonSchema.closed("", column, List.of()));
        return JsonSchema.named("Columns whose kind or format is guessed wrong.", either);
    }

    private static ObjectNode kinds() {
        ObjectNode out = text("What the values are.").put("type", "string");
        ArrayNode words = out.putArray("enum");
        Arrays.stream(Kind.values()).map(Kind::word).forEach(words::add);
        return out;
    }

    private static ObjectNode text(String description) {
        return node().put("description", description);
    }

    private static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
