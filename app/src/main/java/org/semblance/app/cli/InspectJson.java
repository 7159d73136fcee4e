package org.semblance.app.cli;

import org.semblance.io.Loaded;
import org.semblance.project.Columns;
import org.semblance.report.ColumnLine;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A table's columns as JSON. */
final class InspectJson {
    private InspectJson() {}

    static String text(Inputs input, Loaded loaded, Columns columns) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", input.name()).put("rows", loaded.rowsInSource());
        ArrayNode list = node.putArray("columns");
        for (int c = 0; c < columns.lines().size(); c++) {
            ColumnLine column = columns.lines().get(c);
            ObjectNode one = list.addObject();
            one.put("name", column.name()).put("kind", column.kind()).put("why", column.why());
            one.put("missing", loaded.table().column(c).missingCount());
            column.warnings().forEach(one.putArray("warnings")::add);
        }
        columns.warnings().forEach(node.putArray("warnings")::add);
        loaded.notes().forEach(node.putArray("notes")::add);
        return Reports.text(node);
    }
}
