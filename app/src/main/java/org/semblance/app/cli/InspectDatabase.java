package org.semblance.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.constraint.Constraints;
import org.semblance.constraint.related.RelatedRules;
import org.semblance.io.ConstraintLines;
import org.semblance.io.database.LoadedDatabase;
import org.semblance.plugin.Problem;
import org.semblance.plugin.ProblemException;
import org.semblance.prepare.relations.Detected;
import org.semblance.prepare.relations.Detection;
import org.semblance.prepare.relations.Reference;
import org.semblance.project.database.DatabaseSchema;
import org.semblance.project.database.DatabaseSchemaText;
import org.semblance.project.database.SdvMetadataText;
import org.semblance.report.diagram.Diagram;
import org.semblance.report.diagram.DiagramSvg;
import org.semblance.run.Run;
import org.semblance.table.Database;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code inspect} says of a database. */
final class InspectDatabase {
    @Option(names = "--sdv", description = "Print SDV's metadata (JSON, V1) of a folder or table.")
    boolean sdv;

    @Option(
            names = "--diagram",
            paramLabel = "FILE",
            description = "Write a diagram of the tables of a folder, as SVG.")
    @Nullable
    String diagram;

    @Option(
            names = "--tables",
            paramLabel = "NAMES",
            description = "Only these tables of a folder, with commas between.")
    @Nullable
    String tables;

    @Mixin
    Connecting connecting = new Connecting();

    /** Only for databases. */
    void refuseForTables(String data) {
        connecting.refuseForTables(data);
        if (diagram != null || tables != null) {
            throw ProblemException.usage(Problem.of((diagram != null ? "--diagram" : "--tables")
                            + " is for databases, and " + data + " is one table.")
                    .fix("Give a folder of tables."));
        }
    }

    int call(Console console, String data, boolean schema) throws IOException {
        if (diagram != null) {
            OneFile.check(console, diagram);
        }
        Run run = console.run(console.seed(0L));
        List<String> some = tables == null ? List.of() : Asked.columns(tables);
        LoadedDatabase loaded =
                Databases.read(Databases.source(console, data, connecting), some, DatabaseSchema.NOTHING, run);
        Detected detected = Detection.of(loaded.rows(), loaded.declared(), run);
        String drawn = diagram;
        if (drawn != null) {
            String svg = DiagramSvg.file(Diagram.of(detected));
            OneFile.write(console, drawn, out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
            console.say("wrote " + drawn);
        }
        if (schema) {
            console.answer(DatabaseSchemaText.write(detected, RelatedRules.find(detected.database(), run)));
        } else if (sdv) {
            sdv(console, detected.database());
        } else if (console.flags().json) {
            console.answer(json(loaded, detected, RelatedRules.find(detected.database(), run)));
        } else if (drawn == null) {
            console.answer(text(console, data, loaded, detected, RelatedRules.find(detected.database(), run)));
        }
        return Cli.DONE;
    }

    static void sdv(Console console, Database database) throws IOException {
        SdvMetadataText written = SdvMetadataText.of(database);
        written.notes().forEach(note -> console.say("  ! " + note));
        console.answer(Reports.text(written.json()));
    }

    private static String text(
            Console console,
            String data,
            LoadedDatabase loaded,
            Detected detected,
            Map<String, List<Constraints.Found>> found) {
        List<String> lines = new ArrayList<>();
        lines.add(Databases.head(console, loaded, detected));
        lines.addAll(Databases.lines(loaded, detected, true));
        found.forEach((table, rules) -> {
            lines.add(table + " keeps");
            rules.forEach(one -> lines.add(
                    "  " + one.constraint().words() + (one.holds() ? "" : " (" + ConstraintLines.nearly(one) + ")")));
        });
        lines.add("next: semblance run " + data + ", or where a guess is wrong:  semblance inspect " + data
                + " --schema > schema.yaml");
        return String.join("\n", lines) + "\n";
    }

    private static String json(LoadedDatabase loaded, Detected detected, Map<String, List<Constraints.Found>> found) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", loaded.name()).put("sha256", loaded.sha256());
        ArrayNode list = node.putArray("tables");
        detected.database().tables().forEach((name, table) -> {
            ObjectNode one = list.addObject().put("name", name).put("rows", table.rows());
            detected.database().keys().getOrDefault(name, List.of()).forEach(one.putArray("key")::add);
            one.put("why", detected.keys().getOrDefault(name, ""));
            ArrayNode columns = one.putArray("columns");
            for (int c = 0; c < table.width(); c++) {
                columns.addObject()
                        .put("name", table.schema().field(c).name())
                        .put("kind", table.schema().field(c).kind().word())
                        .put("why", table.schema().field(c).why())
                        .put("missing", table.column(c).missingCount());
            }
            ArrayNode constraints = one.putArray("constraints");
            found.getOrDefault(name, List.of())
                    .forEach(rule -> constraints
                            .addObject()
                            .put("form", rule.constraint().form())
                            .put("words", rule.constraint().words())
                            .put("holds", rule.holds()));
        });
        ArrayNode references = node.putArray("relationships");
        for (Reference reference : detected.references()) {
            ObjectNode one = references.addObject();
            one.put("child", reference.relationship().child());
            reference.relationship().foreignKey().forEach(one.putArray("foreignKey")::add);
            one.put("parent", reference.relationship().parent());
            reference.relationship().parentKey().forEach(one.putArray("parentKey")::add);
            one.put("children", reference.counted().children());
            one.put("missing", reference.counted().missing());
            one.put("orphans", reference.counted().orphans());
            one.put("why", reference.why());
        }
        ArrayNode sequences = node.putArray("sequences");
        detected.sequences().forEach((sequence, why) -> {
            ObjectNode one = sequences.addObject().put("table", sequence.table());
            sequence.entity().forEach(one.putArray("entity")::add);
            one.put("order", sequence.order()).put("why", why);
        });
        detected.notes().forEach(node.putArray("notes")::add);
        return Reports.text(node);
    }
}
