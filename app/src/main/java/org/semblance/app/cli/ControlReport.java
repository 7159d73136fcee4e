package org.semblance.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.semblance.disclosure.Change;
import org.semblance.disclosure.Step;
import org.semblance.disclosure.Steps;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What controls changed, as lines for people and as JSON. */
final class ControlReport {
    private static final int NAME = 26;

    private ControlReport() {}

    /** @param rows of the table before all of them */
    static List<String> lines(List<Change> changes, long rows) {
        List<String> out = new ArrayList<>();
        long left = rows;
        for (Change change : changes) {
            left -= change.rowsRemoved();
            List<String> words = words(change, left);
            for (int i = 0; i < words.size(); i++) {
                out.add(String.format(
                        Locale.ROOT, "  %-" + NAME + "s %s", i == 0 ? change.control() : "", words.get(i)));
            }
        }
        return out;
    }

    /** A sentence for each, for the report of a run. */
    static List<String> sentences(List<Change> changes, long rows) {
        List<String> out = new ArrayList<>();
        long left = rows;
        for (Change change : changes) {
            left -= change.rowsRemoved();
            out.add("Control " + change.control() + ": " + String.join("; ", changed(change, left)) + ".");
        }
        if (!out.isEmpty()) {
            out.add("The model file holds none of these controls: rows that are sampled from it need them again.");
        }
        return out;
    }

    private static List<String> words(Change change, long rows) {
        List<String> out = changed(change, rows);
        change.figures().forEach((name, value) -> out.add(name + " " + decimal(value)));
        return out;
    }

    private static List<String> changed(Change change, long rows) {
        List<String> out = new ArrayList<>();
        if (change.rowsRemoved() > 0) {
            out.add(Reading.number(change.rowsRemoved()) + (change.rowsRemoved() == 1 ? " row" : " rows") + " removed, "
                    + Reading.number(rows) + " left");
        }
        for (Change.Changed column : change.columns()) {
            String share = rows == 0 ? "" : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * column.cells() / rows);
            boolean known = Double.isFinite(column.informationLoss());
            out.add(column.column() + ": " + Reading.number(column.cells())
                    + (column.cells() == 1 ? " value" : " values") + " changed" + share
                    + (known ? ", information loss (IL1s) " + decimal(column.informationLoss()) : ""));
        }
        if (out.isEmpty()) {
            out.add("nothing changed");
        }
        return out;
    }

    private static String decimal(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Reading.number((long) value)
                : String.format(Locale.ROOT, "%,.3f", value);
    }

    static String json(Steps.Outcome outcome, Steps steps, String file, long seed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", file).put("rows", outcome.table().rows()).put("seed", seed);
        ArrayNode changes = node.putArray("changes");
        for (int i = 0; i < outcome.changes().size(); i++) {
            Change change = outcome.changes().get(i);
            Step step = steps.list().get(i);
            ObjectNode one = changes.addObject();
            one.put("control", change.control());
            ObjectNode options = one.putObject("options");
            step.options().forEach((name, value) -> option(options, name, value));
            one.put("rowsRemoved", change.rowsRemoved()).put("cells", change.cells());
            ArrayNode columns = one.putArray("columns");
            for (Change.Changed column : change.columns()) {
                ObjectNode changed =
                        columns.addObject().put("column", column.column()).put("cells", column.cells());
                if (Double.isFinite(column.informationLoss())) {
                    changed.put("il1s", column.informationLoss());
                }
            }
            ObjectNode figures = one.putObject("figures");
            for (Map.Entry<String, Double> figure : change.figures().entrySet()) {
                figures.put(figure.getKey(), figure.getValue());
            }
        }
        return Reports.text(node);
    }

    private static void option(ObjectNode options, String name, Object value) {
        if (value instanceof List<?> list) {
            ArrayNode array = options.putArray(name);
            list.forEach(item -> array.add(String.valueOf(item)));
        } else {
            options.put(name, String.valueOf(value));
        }
    }
}
