package org.semblance.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.model.KeptDatabase;
import org.semblance.table.Field;
import org.semblance.table.Metadata;
import org.semblance.table.Relationship;
import org.semblance.table.Schema;
import org.semblance.table.Sequence;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a model of related tables is and holds of the real data: see {@link ModelCard}. */
final class DatabaseCard {
    private DatabaseCard() {}

    static String text(Console console, String argument, KeptDatabase kept) {
        Metadata metadata = kept.model().metadata();
        if (console.flags().json) {
            return json(kept, metadata);
        }
        StringBuilder out = new StringBuilder(ModelCard.head(console, argument, kept));
        for (Map.Entry<String, Schema> table : metadata.schemas().entrySet()) {
            out.append(table.getKey());
            List<String> key = metadata.keys().getOrDefault(table.getKey(), List.of());
            out.append(key.isEmpty() ? "" : "  key " + String.join(" + ", key)).append('\n');
            List<Field> fields = table.getValue().fields();
            int width = fields.stream()
                    .mapToInt(field -> Math.min(24, field.name().length()))
                    .max()
                    .orElse(0);
            for (Field field : fields) {
                String form = "  %-" + width + "s  %-10s  %s";
                String more = String.join("; ", marks(metadata, table.getKey(), field.name()));
                out.append(String.format(
                                        Locale.ROOT,
                                        form,
                                        field.name(),
                                        field.kind().word(),
                                        more)
                                .stripTrailing())
                        .append('\n');
            }
        }
        boolean one = metadata.schemas().size() == 1;
        return out.append("next: semblance sample ")
                .append(argument)
                .append(one ? " -o FILE\n" : " -o FOLDER\n")
                .toString();
    }

    /** What a column points at, and what it is in sequences. */
    private static List<String> marks(Metadata metadata, String table, String column) {
        List<String> out = new ArrayList<>();
        for (Relationship r : metadata.above(table)) {
            int at = r.foreignKey().indexOf(column);
            if (at >= 0) {
                out.add("-> " + r.parent() + "." + r.parentKey().get(at));
            }
        }
        for (Sequence sequence : metadata.sequences()) {
            if (sequence.table().equals(table)) {
                if (sequence.entity().contains(column)) {
                    out.add("whose step it is");
                } else if (sequence.order().equals(column)) {
                    out.add("orders the steps");
                }
            }
        }
        return out;
    }

    private static String json(KeptDatabase kept, Metadata metadata) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("rows", kept.provenance().rows());
        ModelCard.head(node, kept);
        ArrayNode tables = node.putArray("tables");
        metadata.schemas().forEach((name, schema) -> {
            ObjectNode table = tables.addObject().put("name", name);
            metadata.keys().getOrDefault(name, List.of()).forEach(table.putArray("key")::add);
            ArrayNode columns = table.putArray("columns");
            schema.fields()
                    .forEach(field -> columns.addObject()
                            .put("name", field.name())
                            .put("kind", field.kind().word()));
        });
        ArrayNode references = node.putArray("relationships");
        for (Relationship r : metadata.relationships()) {
            ObjectNode one = references.addObject().put("child", r.child());
            r.foreignKey().forEach(one.putArray("foreignKey")::add);
            one.put("parent", r.parent());
            r.parentKey().forEach(one.putArray("parentKey")::add);
        }
        ArrayNode sequences = node.putArray("sequences");
        for (Sequence sequence : metadata.sequences()) {
            ObjectNode one = sequences.addObject().put("table", sequence.table());
            sequence.entity().forEach(one.putArray("entity")::add);
            one.put("order", sequence.order());
        }
        return Reports.text(node);
    }
}
