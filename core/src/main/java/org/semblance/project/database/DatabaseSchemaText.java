package org.semblance.project.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.semblance.constraint.Constraints;
import org.semblance.io.ConstraintLines;
import org.semblance.io.SchemaFile;
import org.semblance.io.YamlText;
import org.semblance.prepare.relations.Detected;
import org.semblance.prepare.relations.Reference;
import org.semblance.table.Database;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;

/** A database as the YAML that {@link DatabaseSchemaFile} reads, everything with why it is what it is. */
public final class DatabaseSchemaText {
    private DatabaseSchemaText() {}

    /** The whole of it, to be edited, with the constraints that were found. */
    public static String write(Detected detected, Map<String, List<Constraints.Found>> found) {
        Map<String, String> constraints = new LinkedHashMap<>();
        found.forEach((table, rules) -> constraints.put(table, ConstraintLines.write(rules)));
        return write(detected, constraints, true, !constraints.isEmpty());
    }

    /**
     * The same without reasons: they hold counts of real rows, and are others where somebody has said it.
     *
     * @param said what a file has said: constraints stay as it had them
     */
    static String bare(Detected detected, DatabaseSchema said) {
        Map<String, String> constraints = new LinkedHashMap<>();
        said.constraints().forEach((table, rules) -> constraints.put(table, ConstraintLines.write(rules)));
        return write(
                detected, constraints, false, said.origin() == DatabaseSchema.Origin.FOUND && !constraints.isEmpty());
    }

    /** @param found whether constraints go with these keys, and are to be looked for anew where they are changed */
    private static String write(Detected detected, Map<String, String> constraints, boolean reasons, boolean found) {
        StringBuilder out = new StringBuilder();
        out.append("# What the tables are, how they are related, and why. Change what is wrong and give the file with"
                + " --schema.\n");
        out.append("# Kinds: whole, decimal, date, time, datetime, category, flag, text, identifier, key.\n");
        Database database = detected.database();
        out.append("version: 1\n").append(found ? mark(database) : "").append("tables:\n");
        database.tables().forEach((name, table) -> {
            out.append("  ").append(YamlText.of(name)).append(":\n");
            List<String> key = database.keys().getOrDefault(name, List.of());
            String why = detected.keys().getOrDefault(name, "no column, and no foreign keys together, tell rows apart");
            out.append("    key: ")
                    .append(names(key))
                    .append(YamlText.comment(reasons ? why : ""))
                    .append("\n    columns:\n");
            SchemaFile.lines(reasons ? table.schema() : bare(table.schema()))
                    .forEach(line -> out.append("      ").append(line).append('\n'));
            constraints
                    .getOrDefault(name, "")
                    .lines()
                    .forEach(line -> out.append("    ").append(line).append('\n'));
        });
        out.append("# All foreign keys there are: without its line, one is none.\n");
        list(out, "relationships", relationships(detected, reasons));
        out.append("# All tables whose rows are steps of sequences, such as the visits of a patient.\n");
        list(out, "sequences", sequences(detected, reasons));
        return out.toString();
    }

    private static String mark(Database database) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        database.tables()
                .keySet()
                .forEach(name -> keys.put(name, database.keys().getOrDefault(name, List.of())));
        return "# The constraints below were found with these keys and foreign keys. Where you change a key or a foreign key,"
                + " constraints\n# are looked for anew and the listed ones are not used. To have the listed ones all the"
                + " same, take out the next line.\nfound-with: "
                + DatabaseSchema.mark(keys, database.relationships())
                + "\n";
    }

    private static Schema bare(Schema schema) {
        return new Schema(schema.fields().stream().map(field -> field.why("")).toList());
    }

    private static Map<String, String> relationships(Detected detected, boolean reasons) {
        Map<String, String> out = new LinkedHashMap<>();
        for (Reference reference : detected.references()) {
            String gaps = reference.counted().gaps();
            String why = reference.why() + (gaps.isEmpty() ? "" : "; " + gaps) + "; " + reference.cardinality();
            out.put(line(reference.relationship()), reasons ? why : "");
        }
        return out;
    }

    /** A relationship as a group of keys. */
    static String line(Relationship r) {
        return "{child: " + YamlText.of(r.child()) + ", foreign-key: " + names(r.foreignKey()) + ", parent: "
                + YamlText.of(r.parent()) + ", parent-key: " + names(r.parentKey()) + "}";
    }

    private static Map<String, String> sequences(Detected detected, boolean reasons) {
        Map<String, String> out = new LinkedHashMap<>();
        detected.sequences().forEach((sequence, why) -> out.put(line(sequence), reasons ? why : ""));
        return out;
    }

    /** A sequence as a group of keys. */
    static String line(Sequence sequence) {
        List<String> parts = new ArrayList<>(List.of("table: " + YamlText.of(sequence.table())));
        parts.add("entity: " + names(sequence.entity()));
        if (!sequence.order().isEmpty()) {
            parts.add("order: " + YamlText.of(sequence.order()));
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private static void list(StringBuilder out, String key, Map<String, String> lines) {
        out.append(key).append(lines.isEmpty() ? ": []\n" : ":\n");
        lines.forEach((line, why) ->
                out.append("  - ").append(line).append(YamlText.comment(why)).append('\n'));
    }

    /** One name, or a list of them. */
    static String names(List<String> names) {
        return names.size() == 1
                ? YamlText.of(names.get(0))
                : names.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
    }
}
