package org.semblance.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * report.json: a {@link Report} for machines. Equal runs give equal bytes: no time and no path is in it. A measure
 * that could not be taken is {@code null}.
 */
public final class ReportJson {
    /** Of the format; a reader of version 1 finds everything it knows in every later 1. */
    public static final int VERSION = 1;

    /** Parts kept of one measure: a table of 500 columns has 124,750 pairs, and the worst are the ones read. */
    private static final int PARTS = 1000;

    private ReportJson() {}

    /** The file's text. */
    public static String text(Report report) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(node(report)) + "\n";
    }

    public static ObjectNode node(Report report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", "semblance-report").put("version", VERSION).put("semblance", report.version());
        Report.Source source = report.source();
        root.putObject("source")
                .put("name", source.name())
                .put("sha256", source.sha256())
                .put("rows", source.rows())
                .put("columns", source.columns());
        Report.Made made = report.made();
        ObjectNode method = root.putObject("made");
        method.put("synthesizer", made.synthesizer());
        method.set("options", options(made.options()));
        if (!made.chosen().isEmpty()) {
            method.put("chosen", made.chosen());
        }
        method.put("guarded", made.guarded()).put("seed", made.seed());
        Report.Sizes sizes = report.sizes();
        root.putObject("rows")
                .put("training", sizes.training())
                .put("holdout", sizes.holdout())
                .put("synthetic", sizes.synthetic());
        ArrayNode columns = root.putArray("columns");
        for (ColumnLine column : report.columns()) {
            ObjectNode one = columns.addObject();
            one.put("name", column.name()).put("kind", column.kind()).put("why", column.why());
            texts(one.putArray("warnings"), column.warnings());
        }
        root.put("readings", Readings.VERSION);
        ObjectNode scores = root.putObject("scores");
        report.scores().forEach(score -> scores.set(score.name(), score(score)));
        texts(root.putArray("notes"), report.notes());
        texts(root.putArray("contents"), report.contents());
        return root;
    }

    private static ObjectNode score(ScoreLine score) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("metric", score.metric());
        number(one, "synthetic", score.synthetic());
        number(one, "fresh", score.fresh());
        one.put("reading", score.reading());
        ArrayNode parts = one.putArray("parts");
        for (ScoreLine.Part part :
                score.parts().subList(0, Math.min(PARTS, score.parts().size()))) {
            ObjectNode node = parts.addObject().put("name", part.name());
            number(node, "synthetic", part.synthetic());
            number(node, "fresh", part.fresh());
        }
        if (score.parts().size() > PARTS) {
            one.put("partsLeftOut", score.parts().size() - PARTS);
        }
        return one;
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    private static ObjectNode options(Map<String, Object> options) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        options.forEach((name, value) -> {
            if (value instanceof Boolean flag) {
                node.put(name, flag);
            } else if (value instanceof Integer || value instanceof Long) {
                node.put(name, ((Number) value).longValue());
            } else if (value instanceof Number number) {
                node.put(name, number.doubleValue());
            } else if (value instanceof Collection<?> list) {
                texts(node.putArray(name), list.stream().map(String::valueOf).toList());
            } else {
                node.put(name, String.valueOf(value));
            }
        });
        return node;
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
