package org.semblance.app.cli;

import java.io.IOException;
import java.util.List;
import org.semblance.model.Kept;
import org.semblance.model.Opened;
import org.semblance.model.Provenance;
import org.semblance.table.Field;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a model is, where it comes from, and what it holds of the real data, for those who decide who may see it. */
final class ModelCard {
    private ModelCard() {}

    static String text(Console console, String argument) throws IOException {
        Models.Any any = Models.open(console, argument);
        if (any instanceof Models.Related related) {
            return DatabaseCard.text(console, argument, related.kept());
        }
        Models.Opened opened = (Models.Opened) any;
        return console.flags().json ? json(opened) : words(console, argument, opened);
    }

    private static String words(Console console, String argument, Models.Opened opened) {
        StringBuilder out = new StringBuilder();
        Kept kept = opened.kept();
        if (kept == null) {
            out.append(console.style().strong(argument)).append("    a model written by hand, ");
            out.append(Reading.number(opened.rows())).append(" rows\n");
            out.append("inside from real data: nothing, unless its author copied it from there\n");
        } else {
            out.append(head(console, argument, kept));
        }
        out.append("columns\n");
        List<Field> fields = opened.model().schema().fields();
        int width = fields.stream()
                .mapToInt(field -> Math.min(24, field.name().length()))
                .max()
                .orElse(0);
        for (Field field : fields) {
            out.append(String.format(
                    java.util.Locale.ROOT,
                    "  %-" + width + "s  %s\n",
                    field.name(),
                    field.kind().word()));
        }
        return out.append("next: semblance sample ")
                .append(argument)
                .append(" -n 1000\n")
                .toString();
    }

    /** Where a fitted model comes from and what it holds. */
    static String head(Console console, String argument, Opened kept) {
        Provenance from = kept.provenance();
        StringBuilder out = new StringBuilder(console.style().strong(argument));
        out.append("    a ")
                .append(from.synthesizer())
                .append(" model, fitted ")
                .append(from.fitted());
        out.append(" by ").append(version(from)).append(" from ").append(from.source());
        out.append(" (").append(Reading.number(from.rows())).append(" rows, sha256 ");
        out.append(brief(from.sha256())).append("), seed ").append(from.seed()).append("\n");
        out.append("inside from the real data:\n");
        kept.contents().forEach(sentence -> out.append("  - ").append(sentence).append("\n"));
        return out.append("formal privacy guarantee: none. Treat this file as internal, like the data itself.\n")
                .toString();
    }

    /** The same for machines. */
    static void head(ObjectNode node, Opened kept) {
        Provenance from = kept.provenance();
        node.put("synthesizer", from.synthesizer()).put("source", from.source()).put("sha256", from.sha256());
        node.put("fitted", from.fitted()).put("seed", from.seed()).put("by", version(from));
        kept.contents().forEach(node.putArray("contents")::add);
    }

    private static String json(Models.Opened opened) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Kept kept = opened.kept();
        node.put("rows", opened.rows());
        if (kept != null) {
            head(node, kept);
        }
        ArrayNode columns = node.putArray("columns");
        for (Field field : opened.model().schema().fields()) {
            columns.addObject()
                    .put("name", field.name())
                    .put("kind", field.kind().word());
        }
        return Reports.text(node);
    }

    private static String version(Provenance from) {
        return Root.NAME + " " + from.versions().getOrDefault(Root.NAME, "(unknown version)");
    }

    private static String brief(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) + "..." : hash.isEmpty() ? "unknown" : hash;
    }
}
